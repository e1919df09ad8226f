package dev.limner.image;

import java.util.List;

/** How a request ended, other than by failing. */
public sealed interface GenerationOutcome {

    /**
     * @param notes for the requester: which references were not used and why, what the server changed
     */
    record Generated(Picture picture, List<String> notes) implements GenerationOutcome {
        public Generated {
            notes = List.copyOf(notes);
        }
    }

    /** The server will not draw this; trying again would be of no use. */
    record Refused(String reason) implements GenerationOutcome {}
}
