package dev.limner.chat;

/** Asks after messages of the chat. Thread-safe; blocks. */
public interface MessageLookup {

    /** Whether a message still stands. */
    boolean stands(MessageRef message) throws ChatException;
}
