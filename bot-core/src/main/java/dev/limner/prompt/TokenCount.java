package dev.limner.prompt;

/**
 * The length of a prompt against its limit, special tokens not counted.
 *
 * @param exact counted by the model's own tokenizer; otherwise estimated
 */
public record TokenCount(int used, int limit, Encoder encoder, boolean exact) {}
