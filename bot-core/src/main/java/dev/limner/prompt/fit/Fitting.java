package dev.limner.prompt.fit;

import dev.limner.prompt.PromptPart;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits a prompt to its model's limit. Cut are, in this order: scene sentences from the oldest, but not the newest, and for
 * CLIP, which takes few words, what is said before what can be seen; the later characters from their end; the rest of the
 * scene; the style; the end of the first character.
 */
public final class Fitting {
    public static final String WHY = "over the token limit";

    private final TokenMeter meter;
    private final Wording wording;
    private final Report report;
    private final int joint;
    private long excess;

    public Fitting(Wording wording, TokenMeter meter, Report report) {
        this.wording = wording;
        this.meter = meter;
        this.report = report;
        this.joint = meter.cost(wording.joint());
    }

    /** @param limit whole tokens */
    public Draft fit(Draft draft, int limit) {
        long room = (long) limit * TokenMeter.UNIT - fixed(draft);
        List<Piece> sentences = draft.firstCounts() ? first(draft.sentences(), room) : newest(draft.sentences(), room);
        if (excess <= 0) {
            return new Draft(
                    draft.style(), draft.characters(), draft.lead(), sentences, draft.firstCounts(), draft.hints());
        }
        List<Piece> characters = new ArrayList<>(draft.characters());
        for (int i = characters.size() - 1; i > 0; i--) {
            characters.set(i, cut(characters.get(i), "prefix"));
        }
        sentences = new ArrayList<>(sentences);
        sentences.replaceAll(s -> cut(s, "sentence"));
        Piece lead = cut(draft.lead(), "sentence");
        List<Piece> hints = new ArrayList<>(draft.hints());
        for (int i = hints.size() - 1; i >= 0; i--) {
            hints.set(i, cut(hints.get(i), "hint"));
        }
        StyleFrame style = draft.style();
        String tail = cut(new Piece(PromptPart.Source.STYLE, "", style.tail()), "style")
                .text();
        String head = cut(new Piece(PromptPart.Source.STYLE, "", style.head()), "style")
                .text();
        if (!characters.isEmpty()) {
            characters.set(0, cut(characters.get(0), "prefix"));
        }
        return new Draft(style.with(head, tail), characters, lead, sentences, draft.firstCounts(), hints);
    }

    private long fixed(Draft draft) {
        long cost = cost(draft.lead())
                + styleCost(draft.style().head())
                + styleCost(draft.style().tail())
                - joint;
        for (Piece character : draft.characters()) {
            cost += cost(character);
        }
        for (Piece hint : draft.hints()) {
            cost += cost(hint);
        }
        return cost;
    }

    /** With its joint, which may be a comma on its own account. */
    private long styleCost(String style) {
        return style.isBlank() ? 0 : (long) meter.cost(style) + Math.max(joint, meter.cost(", "));
    }

    private long cost(Piece piece) {
        return piece.isBlank() ? 0 : (long) meter.cost(wording.joint() + piece.text());
    }

    /** The newest sentence, and before it as many as there is room for. Sets what is too much. */
    private List<Piece> newest(List<Piece> sentences, long room) {
        boolean prose = wording.encoder().readsProse();
        Newest newest = new Newest(sentences, prose, room, this::cost);
        newest.choose(!prose);
        excess = -newest.left();
        for (Piece old : newest.dropped()) {
            report.dropped("sentence", old.text(), WHY);
        }
        return newest.chosen();
    }

    /** The first sentence, and after it as many as there is room for. Sets what is too much. */
    private List<Piece> first(List<Piece> sentences, long room) {
        int to = 0;
        long left = room;
        while (to < sentences.size()) {
            long cost = cost(sentences.get(to));
            if (cost > left && to > 0) {
                break;
            }
            left -= cost;
            to++;
        }
        excess = -left;
        for (Piece late : sentences.subList(to, sentences.size())) {
            report.dropped("sentence", late.text(), WHY);
        }
        return sentences.subList(0, to);
    }

    private Piece cut(Piece piece, String what) {
        if (excess <= 0 || piece.isBlank()) {
            return piece;
        }
        long cost = piece.source() == PromptPart.Source.STYLE ? styleCost(piece.text()) : cost(piece);
        long own = meter.cost(piece.text());
        String kept = "";
        if (own > excess) {
            kept = Cutting.toCost(piece.text(), own - excess - stop(), meter);
        }
        String ended = kept.isEmpty() || piece.source() == PromptPart.Source.STYLE ? kept : wording.sentence(kept);
        report.dropped(
                what,
                piece.text().substring(kept.length()).strip(),
                WHY + (piece.source() != PromptPart.Source.CHARACTER ? "" : " (" + piece.label() + ")"));
        excess -= ended.isEmpty() ? cost : own - meter.cost(ended);
        return piece.with(ended);
    }

    /** Room for the stop that ends what was cut, of whichever script. */
    private long stop() {
        return wording.encoder().readsProse() ? Math.max(meter.cost("."), meter.cost("\u3002")) : 0;
    }
}
