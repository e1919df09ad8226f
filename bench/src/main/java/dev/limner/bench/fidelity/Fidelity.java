package dev.limner.bench.fidelity;

import dev.limner.app.storyfile.StoryFileException;
import dev.limner.prompt.Composer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * Composes every story of a folder, {@code bench/fidelity} unless another is named, and prints how well the prompts fit:
 * the cast over all stories and over the hard ones, what leaked, what got lost, what is over the limit and which first
 * characters were cut. With {@code --faults} also each story that is not right.
 */
public final class Fidelity {
    private Fidelity() {}

    public static void main(String[] arguments) throws IOException, StoryFileException {
        boolean faults = List.of(arguments).contains("--faults");
        Path folder = Path.of("bench", "fidelity");
        for (String argument : arguments) {
            folder = argument.startsWith("--") ? folder : Path.of(argument);
        }
        Composer composer = new Composer();
        List<Finding> findings =
                Story.in(folder).stream().map(s -> Finding.of(s, composer)).toList();
        print(findings, faults, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private static void print(List<Finding> findings, boolean faults, PrintStream out) {
        if (faults) {
            findings.stream().filter(f -> !f.isFlawless()).forEach(out::println);
        }
        out.println("cast, all     " + Score.of(findings));
        out.println("cast, hard    "
                + Score.of(findings.stream().filter(f -> f.expected().hard()).toList()));
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
