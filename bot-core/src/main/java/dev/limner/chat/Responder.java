package dev.limner.chat;

import java.util.Optional;

/**
 * The way back to whoever gave a command or pressed a button. What goes this way is for that person's eyes, where the
 * platform can. Thread-safe; blocks.
 */
public interface Responder {

    /** Limits of {@link #respond}. */
    Capabilities capabilities();

    /**
     * Answers; may be called more than once.
     *
     * @throws ChatException among others as {@link ChatException.Kind#GONE} when no answers are taken any more
     */
    void respond(PlannedMessage message) throws ChatException;

    /** Answers that what was asked for was not done, so that what was typed can be kept for another try. */
    default void refuse(PlannedMessage message) throws ChatException {
        respond(message);
    }

    /** Whether answers are taken still, as far as that is known without asking. */
    default boolean isOpen() {
        return true;
    }

    /**
     * Present where the event that is answered may be met again after a process ended amid it: the platform tells it again,
     * or {@link ChatPlatform#answerTo} leads back to it.
     */
    default Optional<Telling> telling() {
        return Optional.empty();
    }

    /**
     * What an event is known by. What was accepted for it is not accepted again.
     *
     * @param event tells it from all others of that person's
     * @param again whether it may have been told before
     */
    record Telling(String event, boolean again) {}

    /** Present where another process can answer, too, once this way back was kept for it. */
    default Optional<Lasting> lasting() {
        return Optional.empty();
    }

    /** A way back that outlives this process: {@link ChatPlatform#answerTo} finds it by the event, while it is open. */
    interface Lasting {

        /** Returns at once. What is stored after this call is never durable without it. */
        void keep();

        /** Keeps it no longer; returns at once. Without effect where it is not kept. */
        void drop();
    }

    /** Present where a form can be opened in answer. */
    default Optional<FormOpener> forms() {
        return Optional.empty();
    }

    /** Opens a form; its answer comes as {@link ChatEvent.FormSubmitted}. */
    interface FormOpener {
        void open(Form form) throws ChatException;
    }
}
