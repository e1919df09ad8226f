package dev.limner.chat;

/** Changes what was posted. Thread-safe; blocks. */
public interface MessageEditor {

    /** Replaces text, attachments and buttons. Does nothing new when repeated. */
    void edit(MessageRef message, PlannedMessage replacement) throws ChatException;

    /** Deletes a message; one that is gone already is no error. */
    void delete(MessageRef message) throws ChatException;
}
