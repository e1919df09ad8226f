package dev.limner.prompt;

/** An encoder's own tokenizer. Thread-safe. */
public interface Tokenizer {
    /** How many tokens the encoder makes of a text, its special tokens not among them. */
    int count(String text);
}
