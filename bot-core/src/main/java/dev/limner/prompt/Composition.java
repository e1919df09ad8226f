package dev.limner.prompt;

import java.util.ArrayList;
import java.util.List;

/**
 * What would be sent to a backend.
 *
 * @param prompt carries no tag
 * @param parts the prompt once more, by where its words came from
 * @param cast names, most prominent first
 * @param references as resolved, before any backend's limits
 * @param notes for people to read
 */
public record Composition(
        String prompt,
        List<PromptPart> parts,
        String negative,
        long seed,
        int width,
        int height,
        List<String> cast,
        List<Reference> references,
        TokenCount tokens,
        List<Dropped> dropped,
        List<String> notes) {
    public Composition {
        parts = List.copyOf(parts);
        cast = List.copyOf(cast);
        references = List.copyOf(references);
        dropped = List.copyOf(dropped);
        notes = List.copyOf(notes);
    }

    /** With one thing more to be read by people. */
    public Composition withNote(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return withNotes(more);
    }

    public Composition withNotes(List<String> others) {
        return new Composition(prompt, parts, negative, seed, width, height, cast, references, tokens, dropped, others);
    }

    public Composition withSeed(long newSeed) {
        return new Composition(
                prompt, parts, negative, newSeed, width, height, cast, references, tokens, dropped, notes);
    }

    public Composition withSize(int newWidth, int newHeight) {
        return new Composition(
                prompt, parts, negative, seed, newWidth, newHeight, cast, references, tokens, dropped, notes);
    }
}
