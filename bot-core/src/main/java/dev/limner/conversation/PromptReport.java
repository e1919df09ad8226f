package dev.limner.conversation;

import dev.limner.prompt.Composition;
import dev.limner.prompt.Dropped;
import dev.limner.prompt.PromptPart;
import dev.limner.prompt.Reference;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A composition as people read it. Pure. */
final class PromptReport {
    /** Characters of each stretch; the whole stands above. */
    private static final int SHOWN = 48;

    private PromptReport() {}

    static String of(Composition composition) {
        StringBuilder report = new StringBuilder("Prompt:\n").append(composition.prompt());
        if (!composition.negative().isEmpty()) {
            report.append("\n\nNegative:\n").append(composition.negative());
        }
        report.append("\n\nCast: ")
                .append(composition.cast().isEmpty() ? "nobody" : String.join(", ", composition.cast()));
        if (!composition.references().isEmpty()) {
            report.append("\nReferences: ")
                    .append(composition.references().stream()
                            .map(PromptReport::reference)
                            .collect(Collectors.joining(", ")));
        }
        report.append("\nWords: ").append(origins(composition.parts()));
        report.append("\nTokens: ")
                .append(composition.tokens().exact() ? "" : "about ")
                .append(composition.tokens().used())
                .append(" of ")
                .append(composition.tokens().limit());
        composition.dropped().forEach(dropped -> report.append("\nLeft out: ").append(dropped(dropped)));
        composition.notes().forEach(note -> report.append('\n').append(note));
        return report.toString();
    }

    /** Where the words came from, in their order, each with how it begins. */
    private static String origins(List<PromptPart> parts) {
        StringBuilder origins = new StringBuilder();
        String last = "";
        for (PromptPart part : parts) {
            String from = origin(part);
            if (!from.isEmpty() && !from.equals(last)) {
                origins.append("\n- ").append(from).append(": ").append(beginning(part.text()));
                last = from;
            }
        }
        return origins.toString();
    }

    private static String origin(PromptPart part) {
        return switch (part.source()) {
            case STYLE -> "style";
            case CHARACTER -> "character " + part.label();
            case STATE -> "state of " + part.label();
            case SCENE -> part.label().isEmpty() ? "story" : "messages of " + part.label();
            case HINT -> "hint";
            case JOINT -> "";
        };
    }

    private static String beginning(String text) {
        int points = text.codePointCount(0, text.length());
        return points <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)).strip() + "\u2026";
    }

    private static String reference(Reference reference) {
        return String.format(
                Locale.ROOT,
                "%s %s at %.2f (%s)",
                reference.kind().word(),
                reference.name(),
                reference.weight(),
                reference.from());
    }

    private static String dropped(Dropped dropped) {
        return dropped.what() + " \"" + dropped.text() + "\", " + dropped.why();
    }
}
