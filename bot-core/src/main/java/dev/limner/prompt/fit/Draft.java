package dev.limner.prompt.fit;

import dev.limner.prompt.PromptPart;
import java.util.ArrayList;
import java.util.List;

/**
 * A prompt in pieces, before it is fitted to its limit.
 *
 * @param characters most prominent first
 * @param lead words that say what kind of picture it is; may be blank
 * @param sentences of the scene, oldest first
 * @param firstCounts whether the first sentence is the one to keep, as in a given prompt, and not the newest
 * @param hints further words for the scene
 */
public record Draft(
        StyleFrame style,
        List<Piece> characters,
        Piece lead,
        List<Piece> sentences,
        boolean firstCounts,
        List<Piece> hints) {

    /** All of it in order, with joints. */
    public List<PromptPart> parts(String joint) {
        List<Piece> body = new ArrayList<>(characters);
        body.add(lead);
        body.addAll(sentences);
        body.addAll(hints);
        body.removeIf(Piece::isBlank);
        List<PromptPart> parts = new ArrayList<>();
        add(parts, new Piece(PromptPart.Source.STYLE, "", style.head()), "");
        for (int i = 0; i < body.size(); i++) {
            Piece piece = body.get(i);
            boolean last = i == body.size() - 1
                    && !style.tail().isEmpty()
                    && style.tailJoint().startsWith(",");
            String text = last && piece.text().endsWith(".")
                    ? piece.text().substring(0, piece.text().length() - 1)
                    : piece.text();
            add(parts, piece.with(text), i == 0 ? style.jointBefore(piece) : joint);
        }
        add(parts, new Piece(PromptPart.Source.STYLE, "", style.tail()), body.isEmpty() ? ", " : style.tailJoint());
        return parts;
    }

    private static void add(List<PromptPart> parts, Piece piece, String joint) {
        if (piece.isBlank()) {
            return;
        }
        if (!parts.isEmpty()) {
            String before = parts.get(parts.size() - 1).text();
            boolean comma = before.endsWith(",") && joint.startsWith(",");
            parts.add(new PromptPart(PromptPart.Source.JOINT, "", comma ? joint.substring(1) : joint));
        }
        boolean state = piece.stateAt() >= 0 && piece.stateAt() < piece.text().length();
        int split = state ? piece.stateAt() : piece.text().length();
        if (split > 0) {
            parts.add(new PromptPart(piece.source(), piece.label(), piece.text().substring(0, split)));
        }
        if (state) {
            parts.add(new PromptPart(
                    PromptPart.Source.STATE, piece.label(), piece.text().substring(split)));
        }
    }
}
