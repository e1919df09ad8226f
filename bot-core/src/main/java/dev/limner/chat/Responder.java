package dev.limner.chat;

import java.time.Instant;
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

    /** Answers that what was asked for was not done, so that what was typed can be kept for another try. */
    default void refuse(PlannedMessage message) throws ChatException {
        respond(message);
    }

    /**
     * Whether what is answered is still shown with what is answered. Afterwards {@link #respond} takes another way, such as
     * a direct message, where there is one.
     */
    default boolean isOpen() {
        return true;
    }

    /**
     * Present where the event that is answered may have been told before, by a process that ended: when it first came.
     * What was accepted for it since then is not accepted again.
     */
    default Optional<Instant> firstTold() {
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
