package dev.limner.bench.fidelity;

import dev.limner.prompt.CannotComposeException;
import dev.limner.prompt.Composer;
import dev.limner.prompt.Composition;
import dev.limner.prompt.Dropped;
import dev.limner.prompt.PromptPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one story came to.
 *
 * @param found cast that is right
 * @param intruders cast that should not be there
 * @param missing cast that should
 * @param misplaced whether somebody else is the most prominent
 * @param lost words that should be in the prompt
 * @param leaked words that should not
 * @param overLimit whether the prompt is longer than its model reads
 * @param cutPrefix whether the first character is cut although there was something else to cut
 */
record Finding(
        String story,
        Expectation expected,
        List<String> found,
        List<String> intruders,
        List<String> missing,
        boolean misplaced,
        List<String> lost,
        List<String> leaked,
        boolean overLimit,
        boolean cutPrefix,
        String prompt) {

    static Finding of(Story story, Composer composer) {
        Expectation expected = story.expected();
        try {
            return compared(story.name(), expected, composer.compose(story.input()));
        } catch (CannotComposeException e) {
            return new Finding(
                    story.name(),
                    expected,
                    List.of(),
                    List.of(),
                    expected.cast(),
                    false,
                    expected.contains(),
                    List.of(),
                    false,
                    false,
                    String.valueOf(e.getMessage()));
        }
    }

    /** Of the cast alone. */
    static Finding ofCast(String name, Expectation expected, List<String> cast) {
        return new Finding(
                name,
                expected,
                cast.stream().filter(expected.cast()::contains).toList(),
                cast.stream().filter(c -> !expected.cast().contains(c)).toList(),
                expected.cast().stream().filter(c -> !cast.contains(c)).toList(),
                false,
                List.of(),
                List.of(),
                false,
                false,
                "");
    }

    private static Finding compared(String name, Expectation expected, Composition composition) {
        List<String> cast = composition.cast();
        String prompt = composition.prompt();
        return new Finding(
                name,
                expected,
                cast.stream().filter(expected.cast()::contains).toList(),
                cast.stream().filter(c -> !expected.cast().contains(c)).toList(),
                expected.cast().stream().filter(c -> !cast.contains(c)).toList(),
                expected.first() != null && (cast.isEmpty() || !cast.get(0).equals(expected.first())),
                expected.contains().stream().filter(w -> !has(prompt, w)).toList(),
                expected.lacks().stream().filter(w -> leaks(prompt, w)).toList(),
                composition.tokens().used() > composition.tokens().limit(),
                isPrefixCut(composition) || expected.whole().stream().anyMatch(w -> !has(prompt, w)),
                prompt);
    }

    private static boolean has(String prompt, String words) {
        return prompt.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    /** Words that somebody put in capitals, such as {@code BREAK}, are wrong in that form only. */
    private static boolean leaks(String prompt, String words) {
        return words.equals(words.toLowerCase(Locale.ROOT)) ? has(prompt, words) : prompt.contains(words);
    }

    private static boolean isPrefixCut(Composition composition) {
        if (composition.cast().isEmpty()) {
            return false;
        }
        String primary = composition.cast().get(0);
        List<Dropped> cut = new ArrayList<>(composition.dropped());
        cut.removeIf(d -> !d.what().equals("prefix") || !d.why().endsWith("(" + primary + ")"));
        return !cut.isEmpty()
                && composition.parts().stream()
                        .anyMatch(p -> p.source() != PromptPart.Source.JOINT
                                && !p.label().equals(primary));
    }

    boolean isFlawless() {
        return intruders.isEmpty()
                && missing.isEmpty()
                && !misplaced
                && lost.isEmpty()
                && leaked.isEmpty()
                && !overLimit
                && !cutPrefix;
    }

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(story).append(expected.hard() ? " (hard):" : ":");
        add(line, "missing", missing);
        add(line, "intruders", intruders);
        add(line, "lost", lost);
        add(line, "leaked", leaked);
        line.append(misplaced ? " misplaced" : "").append(overLimit ? " over-limit" : "");
        return line.append(cutPrefix ? " prefix-cut" : "")
                .append("\n    ")
                .append(prompt.length() > 300 ? prompt.substring(0, 300) + "..." : prompt)
                .toString();
    }

    private static void add(StringBuilder line, String what, List<String> words) {
        if (!words.isEmpty()) {
            line.append(' ').append(what).append(' ').append(words);
        }
    }
}
