package dev.limner.illustration;

/** A stretch of a channel's story: the messages with {@code after < position <= upTo}. */
public record Window(long after, long upTo) {}
