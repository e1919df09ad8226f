package dev.limner.conversation;

import dev.limner.prompt.Composition;
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
        report.append(LeftOut.of(composition.dropped()));
        composition.notes().forEach(note -> report.append('\n').append(note));
        return report.toString();
    }

    /** Where the words came from, in their order, each with how it begins; neighbours of one origin together. */
    private static String origins(List<PromptPart> parts) {
        StringBuilder origins = new StringBuilder();
        StringBuilder stretch = new StringBuilder();
        String joint = "";
        String last = "";
        for (PromptPart part : parts) {
            String from = origin(part);
            if (from.isEmpty()) {
                joint = part.text();
                continue;
            }
            if (!from.equals(last)) {
                tell(origins, last, stretch);
                joint = "";
            }
            stretch.append(joint).append(part.text());
            joint = "";
            last = from;
        }
        tell(origins, last, stretch);
        return origins.toString();
    }

    private static void tell(StringBuilder origins, String from, StringBuilder stretch) {
        if (!stretch.isEmpty()) {
            origins.append("\n- ").append(from).append(": ");
            origins.append(Beginnings.of(stretch.toString().strip(), SHOWN));
            stretch.setLength(0);
        }
    }

    private static String origin(PromptPart part) {
        return switch (part.source()) {
            case STYLE -> "style";
            case CHARACTER -> "character " + part.label();
            case STATE -> "state of " + part.label();
            case SCENE -> part.label().isEmpty() ? "messages" : "messages of " + part.label();
            case WRITER -> "scene writer";
            case COMMAND -> "command";
            case HINT -> "hint";
            case LIMNER -> "Limner";
            case JOINT -> "";
        };
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
}
