package dev.limner.chat;

/** A button under a message. Its id carries all that is needed to act on it, for as long as the message stands. */
public record Button(String id, String label) {}
