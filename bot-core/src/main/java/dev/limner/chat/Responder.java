package dev.limner.chat;

import java.util.Optional;

/**
 * The way back to whoever gave a command or pressed a button. What goes this way is for that person's eyes, where the
 * platform can. Thread-safe; blocks.
 */
public interface Responder {

    /** Limits of {@link #respond}. */
    Capabilities capabilities();

    /** Answers; may be called more than once. */
    void respond(PlannedMessage message) throws ChatException;

    /**
     * Names what is answered, where the platform may tell of it twice, such as after a crash: what was accepted for it
     * is then not accepted again. Unique over all platforms.
     */
    default Optional<String> occasion() {
        return Optional.empty();
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
