package dev.limner.discord;

import dev.limner.chat.Capabilities;
import dev.limner.chat.LengthUnit;
import dev.limner.chat.TextLimit;
import java.time.Duration;

/**
 * Discord's limits, from its documentation ("Create Message", "Component Reference", "Message Components", August 2026).
 * It counts characters; UTF-16 units are never fewer.
 */
final class Limits {
    /** Of {@code custom_id}. */
    static final int BUTTON_ID = 100;
    /** Entries of autocomplete. */
    static final int SUGGESTIONS = 25;
    /** A name of an autocomplete entry. */
    static final int SUGGESTION = 100;

    /** Components of a modal. */
    static final int MODAL_FIELDS = 5;

    static final int MODAL_TITLE = 45;
    static final int MODAL_LABEL = 45;
    /** The value of a text input in a modal. */
    static final int MODAL_TEXT = 4000;

    /** "10 MiB per attachment by default"; servers with boosts take more. Bytes. */
    static final long FILE = 10L << 20;

    /** Messages and edits share 5 requests in 5 s of a channel; half of that is left to everything else. */
    private static final Duration EDITS = Duration.ofSeconds(2);

    private Limits() {}

    /** @param fileBytes the largest file that the place takes */
    static Capabilities of(long fileBytes) {
        return new Capabilities(
                units(2000), units(2000), 10, fileBytes, units(1024), 5, units(BUTTON_ID), units(80), EDITS, true);
    }

    private static TextLimit units(int max) {
        return new TextLimit(max, LengthUnit.UTF16_UNITS);
    }
}
