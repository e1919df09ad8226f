package dev.limner.conversation;

import dev.limner.prompt.Composition;
import dev.limner.prompt.Dropped;
import dev.limner.prompt.Reference;
import java.util.Locale;
import java.util.stream.Collectors;

/** A composition as people read it. Pure. */
final class PromptReport {
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
        report.append("\nTokens: ")
                .append(composition.tokens().exact() ? "" : "about ")
                .append(composition.tokens().used())
                .append(" of ")
                .append(composition.tokens().limit());
        composition.dropped().forEach(dropped -> report.append("\nLeft out: ").append(dropped(dropped)));
        composition.notes().forEach(note -> report.append('\n').append(note));
        return report.toString();
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
