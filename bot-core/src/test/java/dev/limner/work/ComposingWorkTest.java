package dev.limner.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Twice the text is twice the work, whatever signs it is made of; counted, not timed. */
class ComposingWorkTest {
    private static final int LENGTH = 2_000;

    /** Of the work for a text to that for one of half its length. */
    private static final double MOST_GROWTH = 2.5;

    /** For each character; the most is taken where every word is a name that is also a common word. */
    private static final int MOST_STEPS = 2_500;

    private static final BiConsumer<String, Boolean> COMPOSED = counting();

    private static final List<String> MARKUP = List.of(
            "*", "_", "~", "`", "|", "<", ">", "(", ")", "[", "]", "{", "\uFF08", ":", "\"", "\u201C", "/", "#", "-",
            ".", "!", "1", "a", " ", "\n", "\u200B", "ooc ");

    private static final List<String> PHRASES = List.of(
            "<be-face:",
            "<be-face:mira:0.3> ",
            "<lora :",
            "<lora:x:1>",
            "<@",
            "<@5>",
            "<a:",
            "</",
            "](",
            "](http://",
            "://",
            "a://",
            "www.",
            "mailto:",
            "```",
            "``",
            "`a`",
            "`a",
            "~~",
            "||",
            "((",
            "))",
            "( ",
            "( (",
            ") )",
            ":))",
            ":(",
            "[[",
            "]]",
            "{{",
            "}}",
            "(ooc)\n",
            "(ooc ",
            "[ooc] ",
            "{ooc ",
            "<ooc ",
            "ooc: ",
            "ooc\n",
            "OOC ",
            "(ooc [",
            "ot ",
            "(ot ",
            "//",
            "1)",
            "1d20",
            "1d20 ",
            "!roll ",
            "/roll 1 ",
            "1:",
            ":1]",
            "hp 1 ",
            "| hp 1 ",
            "| 1 |\n",
            "roll: 1, ",
            "roll 1 ",
            "Roll 1. ",
            "*roll 1* ",
            "[roll 1",
            "[roll 1] ",
            "name: x\n",
            "---\n",
            "***\n",
            "> ",
            "# ",
            "- ",
            "* ",
            "-# ",
            "Later. ",
            "Meanwhile, ",
            "Two days later, ",
            "one two ",
            "Scene: ",
            "[scene ",
            "The next ",
            ". ",
            ".\"",
            ".*",
            "* *",
            "*a* ",
            "*a b* ",
            "**Mi**ra ",
            "_a_ ",
            "__",
            "a_",
            "'a' ",
            "\"a\" ",
            "\u201Ea\u201C ",
            "Rose ",
            "Mira, ",
            "said Mira, ",
            "Mira left. She ",
            "the archivist's ",
            "a,",
            ", ",
            "AND ",
            "BREAK",
            "A",
            "###",
            "embedding:",
            "embedding:a ",
            "(a:1.5)",
            "(a:1.",
            "((a:1.5",
            "\\(",
            "a\u0301",
            "\uD83D\uDC68\u200D",
            "\u7FCC\u671D",
            "\n\n",
            " ");

    private static final List<String> OPENINGS =
            List.of("((", "(ooc ", "[ooc: ", "{ooc ", "[[", "<ooc ", "ooc: ", "(ooc [", "```", "\"");

    @SuppressWarnings("unchecked")
    private static BiConsumer<String, Boolean> counting() {
        try {
            var composed = (BiConsumer<String, Boolean>) new CountingLoader()
                    .loadClass(Composed.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            composed.accept("Mira walks. *She (the archivist) waits.*", true);
            return composed;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The counted classes could not be loaded", e);
        }
    }

    private static List<String> signs() {
        Stream<String> ascii = IntStream.range(' ' + 1, 0x7F).mapToObj(Character::toString);
        return Stream.concat(
                        ascii,
                        Stream.of(
                                "\n",
                                "\uFF08",
                                "\uFF09",
                                "\u3010",
                                "\u3011",
                                "\uFF1C",
                                "\u201C",
                                "\u201D",
                                "\u300C",
                                "\u300D",
                                "\u2014",
                                "\u2026",
                                "\u3002",
                                "\u65E5",
                                "\u0301",
                                "\u200B",
                                "\u200D",
                                "\uFDD0",
                                "\uD83C\uDFB2"))
                .toList();
    }

    @Test
    void runs_of_one_sign_or_phrase() {
        assertThat(Stream.concat(signs().stream(), PHRASES.stream()).flatMap(one -> slow("", one, "")))
                .isEmpty();
    }

    @Test
    void runs_of_two_signs_one_after_the_other() {
        assertThat(pairs((one, other) -> slow("", one, other))).isEmpty();
    }

    @Test
    void two_signs_by_turns() {
        assertThat(pairs((one, other) -> slow("", one + other, ""))).isEmpty();
    }

    @Test
    void lines_of_signs() {
        assertThat(pairs((one, other) -> slow("", one + " " + other + "a\n", "")))
                .isEmpty();
    }

    @Test
    void runs_within_brackets_and_talk() {
        assertThat(OPENINGS.stream()
                        .flatMap(opening -> MARKUP.stream()
                                .flatMap(
                                        one -> Stream.concat(slow(opening, one, ""), slow(opening, one + "a ", ") ")))))
                .isEmpty();
    }

    private static Stream<String> pairs(BiFunction<String, String, Stream<String>> slow) {
        return MARKUP.stream().flatMap(one -> MARKUP.stream().flatMap(other -> slow.apply(one, other)));
    }

    /** What is told of a text whose work grows too fast; nothing for others. */
    private static Stream<String> slow(String opening, String first, String second) {
        long half = work(opening, first, second, LENGTH);
        long whole = work(opening, first, second, 2 * LENGTH);
        boolean slow = whole > MOST_GROWTH * half || whole > 2L * LENGTH * MOST_STEPS;
        String what = "%s: runs of \"%s\" and \"%s\" take %,d steps, twice as long ones %,d"
                .formatted(opening, first, second, half, whole);
        return slow ? Stream.of(what.replace("\n", "\\n")) : Stream.empty();
    }

    private static long work(String opening, String first, String second, int length) {
        String runs = run(first, second.isEmpty() ? length : length / 2) + run(second, length / 2);
        boolean given = opening.isEmpty() && second.isEmpty();
        return Work.of(() -> COMPOSED.accept("Mira waits. " + opening + runs + " Rose.", given));
    }

    private static String run(String of, int length) {
        return of.isEmpty() ? "" : of.repeat(length / of.length());
    }
}
