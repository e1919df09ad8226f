package dev.limner.app.config;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The image servers that this version can talk to. */
public enum BackendKind {
    /** Built in: draws what a model would be asked for. */
    STORYBOARD(null, false),
    /** AUTOMATIC1111 and those that answer like it; where it listens when nothing else was said. */
    A1111("http://127.0.0.1:7860", false),
    /** ComfyUI, by built-in graphs or the operator's own. */
    COMFYUI("http://127.0.0.1:8188", true),
    /** OpenAI's images, and the servers that imitate them. */
    OPENAI("https://api.openai.com", true),
    /** The node that Block Entropy published; wherever somebody still runs it. */
    BLOCKENTROPY(BackendKind.NONE_USUAL, true),
    /** AI Horde's volunteers. */
    AIHORDE("https://aihorde.net", true),
    /** Black Forest Labs. */
    BFL("https://api.bfl.ai", true),
    /** Google's Gemini. */
    GEMINI("https://generativelanguage.googleapis.com", true);

    private static final String NONE_USUAL = "";

    private final @Nullable String usualAddress;
    private final boolean hosted;

    BackendKind(@Nullable String usualAddress, boolean hosted) {
        this.usualAddress = usualAddress;
        this.hosted = hosted;
    }

    /** Whether it has {@code <KIND>_API_KEY} and {@code <KIND>_MODEL} in {@link HostedSettings}. */
    boolean isHosted() {
        return hosted;
    }

    /** As configuration names it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is drawn with inside this process. */
    boolean isBuiltIn() {
        return usualAddress == null;
    }

    /** Empty for what has none. */
    Optional<URI> usualAddress() {
        return Optional.ofNullable(usualAddress)
                .filter(address -> !address.equals(NONE_USUAL))
                .map(URI::create);
    }

    static Optional<BackendKind> byId(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static String known() {
        return Arrays.stream(values()).map(BackendKind::id).collect(Collectors.joining(", "));
    }
}
