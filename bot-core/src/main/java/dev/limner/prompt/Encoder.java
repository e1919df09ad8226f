package dev.limner.prompt;

import java.util.Locale;

/** What reads a prompt. */
public enum Encoder {
    /** Reads comma-separated phrases. */
    CLIP,
    /** Reads prose. */
    T5,
    /** A language model as text encoder; reads prose. */
    LLM,
    /** A hosted service that does not tell; reads prose, counted in characters. */
    HOSTED;

    public boolean readsProse() {
        return this != CLIP;
    }

    /** As it stands in what {@code compose} prints. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
