package dev.limner.prompt;

import dev.limner.prompt.fit.Cutting;
import dev.limner.prompt.fit.Report;
import dev.limner.prompt.fit.TokenMeter;
import dev.limner.prompt.fit.Wording;
import dev.limner.prompt.markup.GivenText;
import java.util.ArrayList;
import java.util.List;

/** The negative prompt: the request's own, the style's, then the characters'. */
final class Negative {
    private final CompositionInput input;
    private final Wording wording;
    private final TokenMeter meter;
    private final int limit;
    private final Report report;

    Negative(CompositionInput input, Wording wording, TokenMeter meter, int limit, Report report) {
        this.input = input;
        this.wording = wording;
        this.meter = meter;
        this.limit = limit;
        this.report = report;
    }

    String of(List<Integer> cast) throws CannotComposeException {
        List<String> parts = new ArrayList<>();
        add(parts, input.ask().negative() == null ? "" : input.ask().negative(), "the negative prompt");
        add(parts, input.style() == null ? "" : input.style().negative(), "the style's negative prompt");
        for (int c : cast) {
            CharacterSheet sheet = input.characters().get(c);
            add(parts, sheet.negative(), "the negative prompt of " + sheet.name());
        }
        String negative = String.join(", ", parts);
        if (!negative.isEmpty() && !input.model().honoursNegative()) {
            report.note(
                    input.model().id() + " takes no negative prompt; it is kept with the result and has no effect.");
        }
        return fitted(negative);
    }

    private void add(List<String> parts, String text, String where) throws CannotComposeException {
        GivenText given = GivenText.read(text, where, wording.encoder());
        if (!given.tags().isEmpty()) {
            report.note(where + ": an avatar tag has no effect there.");
        }
        if (!given.text().isEmpty()) {
            parts.add(given.text());
        }
    }

    private String fitted(String negative) {
        if (meter.tokens(negative) <= limit) {
            return negative;
        }
        String kept = Cutting.toCost(negative, (long) limit * TokenMeter.UNIT, meter);
        report.dropped("negative", negative.substring(kept.length()).strip(), "over the token limit");
        return kept;
    }
}
