package dev.limner.image;

import java.util.List;

/** An image server. Thread-safe; its calls block. */
public interface ImageBackend extends AutoCloseable {

    /** As configuration names it, such as {@code a1111}. */
    String name();

    /**
     * What it can do now. May ask the server when what is known is old; blocks for a few seconds at the most.
     *
     * @throws BackendException when the server was never reached
     */
    BackendProfile profile() throws BackendException;

    /**
     * Draws a picture.
     *
     * @throws InterruptedException when the thread was interrupted: the server's work on this request, and on this one
     *     only, was told to stop where it can be
     */
    GenerationOutcome generate(GenerationRequest request, ProgressListener progress)
            throws BackendException, InterruptedException;

    /**
     * Whether it has work on just this under way, so that nobody else is to draw it. Blocks for as long as the disk takes;
     * servers are not asked.
     */
    default boolean hasBegun(GenerationRequest request) {
        return false;
    }

    /** Whether a picture of that size, in pixels, is drawn as asked for, rather than at the nearest size there is. */
    default boolean draws(int width, int height) {
        return true;
    }

    /** Which of these LoRAs and embeddings it would use now. May ask the server as {@link #profile()} does. */
    default NetworkPlan networks(List<Network> asked) {
        return NetworkPlan.none(asked, NetworkPlan.TAKES_NONE);
    }

    /** Whether it draws something in place of the picture: it is asked when nothing else can be. */
    default boolean standsIn() {
        return false;
    }

    /** Whether a request would find it at work now; blocks for a few seconds at the most, and never throws. */
    default boolean isWell() {
        return diagnose().works();
    }

    /** Looks closely, for {@code limner doctor}; never throws. */
    Diagnosis diagnose();

    @Override
    void close();
}
