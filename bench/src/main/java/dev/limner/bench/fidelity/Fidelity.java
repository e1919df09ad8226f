package dev.limner.bench.fidelity;

import dev.limner.app.storyfile.StoryFileException;
import dev.limner.prompt.Composer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Composes every story of a folder, {@code bench/fidelity} unless another is named, and prints how well the prompts fit:
 * the cast over all stories and over the hard ones, what leaked, what got lost, what is over the limit and which first
 * characters were cut. With {@code --faults} also each story that is not right; with {@code --literal} the cast alone, by
 * the letter of the rules, which tells how hard the stories are; with {@code --only=PATTERN} those stories alone whose
 * names match, as {@code d[0-9]+}.
 */
public final class Fidelity {
    private static final String ONLY = "--only=";

    private Fidelity() {}

    public static void main(String[] arguments) throws IOException, StoryFileException {
        List<String> options = List.of(arguments);
        Path folder = Path.of("bench", "fidelity");
        String only = ".*";
        for (String argument : options) {
            folder = argument.startsWith("--") ? folder : Path.of(argument);
            only = argument.startsWith(ONLY) ? argument.substring(ONLY.length()) : only;
        }
        Pattern wanted = Pattern.compile(only);
        List<Story> stories = Story.in(folder).stream()
                .filter(s -> wanted.matcher(s.name()).matches())
                .toList();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean literal = options.contains("--literal");
        Composer composer = new Composer();
        List<Finding> findings = stories.stream()
                .map(s -> literal
                        ? Finding.ofCast(s.name(), s.expected(), LiteralCast.of(s.input()))
                        : Finding.of(s, composer))
                .toList();
        if (options.contains("--faults")) {
            findings.stream().filter(f -> !f.isFlawless()).forEach(out::println);
        }
        printCast(findings, out);
        if (!literal) {
            printPrompts(findings, out);
        }
    }

    private static void printCast(List<Finding> findings, PrintStream out) {
        out.println("cast, all     " + Score.of(findings));
        out.println("cast, hard    "
                + Score.of(findings.stream().filter(f -> f.expected().hard()).toList()));
    }

    private static void printPrompts(List<Finding> findings, PrintStream out) {
        count(
                findings,
                "stories with words that must not be there",
                f -> !f.leaked().isEmpty(),
                out);
        count(findings, "stories that lost words of theirs", f -> !f.lost().isEmpty(), out);
        count(findings, "most prominent one is another", Finding::misplaced, out);
        count(findings, "prompts over the limit", Finding::overLimit, out);
        count(findings, "first characters cut too early", Finding::cutPrefix, out);
    }

    private static void count(List<Finding> findings, String what, Predicate<Finding> fault, PrintStream out) {
        out.println(findings.stream().filter(fault).count() + "  " + what);
    }
}
