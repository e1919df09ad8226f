package dev.limner.prompt.markup;

import dev.limner.prompt.text.Folding;
import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that open another place or time, and whether a line begins with them. */
final class Openings {
    private static final Map<String, List<String[]>> BY_FIRST = new HashMap<>();

    static {
        for (String opening : OpeningPhrases.SPACED) {
            String[] words = opening.split(" ");
            for (String first : words[0].split("\\|")) {
                BY_FIRST.computeIfAbsent(first, k -> new ArrayList<>(2)).add(words);
            }
        }
    }

    private static final List<String[]> ANY_FIRST = BY_FIRST.getOrDefault("*", List.of());

    private static final List<String[]> LEADING =
            OpeningPhrases.LEADING.stream().map(o -> o.split(" ")).toList();

    /** The spans that patterns with any word before them name. */
    private static final Set<String> SPANS = OpeningPhrases.SPACED.stream()
            .filter(o -> o.startsWith("*"))
            .flatMap(o -> Arrays.stream(o.replace("* ", "").split(" ")[0].split("\\|")))
            .collect(Collectors.toUnmodifiableSet());

    /** Who goes on with what was told: with one of them after it, {@code meanwhile} leads nowhere else. */
    private static final Set<String> GOING_ON = NameWords.words("i we my our you your he she they it");

    /** After {@code back at} and {@code back in}, no place. */
    private static final Set<String> NO_PLACE = NameWords.words(
            "you my me it that this him them us day days time feet arms knees hand hands control line form shape business touch");

    /** After a time that is spoken of and has not come. */
    private static final Set<String> TO_COME = NameWords.words("would could might may will can must should d ll");

    /** Later than something else, in languages of the list. */
    private static final Set<String> COMPARING = Set.of(
            "later than", "later dan", "spater als", "tard que", "tarde que", "senare an", "pozniej niz", "позже чем");

    private static final Set<String> SAYING_OF_IT = NameWords.words("would is was were could might may will");

    /** By first letter and length, what a line that goes elsewhere may begin with. */
    private static final boolean[][] FIRST = new boolean[0x80][17];

    static {
        Stream.concat(BY_FIRST.keySet().stream(), OpeningPhrases.COUNTS.stream())
                .filter(w -> w.charAt(0) < 0x80)
                .forEach(w -> FIRST[w.charAt(0)][Math.min(16, w.length())] = true);
    }

    private Openings() {}

    /** How many words at the beginning are an opening; 0 for none. */
    static int length(Words words) {
        if (goesOn(words)) {
            return 0;
        }
        int named = longest(BY_FIRST.getOrDefault(words.word(0), List.of()), words);
        int length = mayCount(words) ? Math.max(named, longest(ANY_FIRST, words)) : named;
        return length > 0 && isSpokenOf(words, length) ? 0 : length;
    }

    /** Whether words begin with an opening that is one only where a line begins. */
    static boolean isLeading(Words words) {
        return longest(LEADING, words) > 0;
    }

    /** {@code The next morning would bring rain}, {@code An hour later than planned}. */
    private static boolean isSpokenOf(Words words, int length) {
        if (!isSoft(words, length) && words.before(length) != ',') {
            return false;
        }
        for (int i = length; i < length + 3 && i < words.size() && (i == length || isSoft(words, i)); i++) {
            if (TO_COME.contains(words.word(i)) && !words.is(i, Words.CAPITAL)) {
                return true;
            }
        }
        return isSoft(words, length)
                && !words.is(length, Words.CAPITAL)
                && (COMPARING.contains(words.word(length - 1) + " " + words.word(length))
                        || COMPARING.contains(words.word(length) + " " + words.word(length + 1)));
    }

    private static boolean isSoft(Words words, int word) {
        return word < words.size() && words.gap(word) == Words.Gap.SOFT;
    }

    private static boolean goesOn(Words words) {
        return switch (words.word(0)) {
            case "meanwhile" -> GOING_ON.contains(words.word(1));
            case "elsewhere" -> SAYING_OF_IT.contains(words.word(1));
            case "back" -> NO_PLACE.contains(words.word(2)) || NO_PLACE.contains(words.word(3));
            default -> false;
        };
    }

    /** Whether an opening of a script without blanks stands at a place. */
    static boolean isUnspaced(String text, int from) {
        return OpeningPhrases.UNSPACED_LEADING.stream().anyMatch(w -> text.startsWith(w, from))
                || isUnspacedPassing(text, from);
    }

    static boolean isUnspacedPassing(String text, int from) {
        int after = from;
        while (after < text.length() && after - from < 3 && OpeningPhrases.NUMERALS.indexOf(text.charAt(after)) >= 0) {
            after++;
        }
        int number = after;
        return OpeningPhrases.UNSPACED_PASSING.stream().anyMatch(w -> text.startsWith(w, from))
                || (number > from && OpeningPhrases.LATER.stream().anyMatch(w -> text.startsWith(w, number)));
    }

    /** A cheap look at the first word, since hardly any line begins so. */
    static boolean mayBegin(String text, int from, int end) {
        if (Character.isDigit(text.charAt(from))) {
            return true;
        }
        int stop = from;
        while (stop < end && stop - from < 16 && Character.isLetter(text.charAt(stop))) {
            stop++;
        }
        char initial = text.charAt(from);
        if (initial < 0x80 && !FIRST[initial | 0x20][stop - from]) {
            return false;
        }
        String first = Folding.fold(text.substring(from, stop));
        return BY_FIRST.containsKey(first) || OpeningPhrases.COUNTS.contains(first);
    }

    private static boolean mayCount(Words words) {
        String second = words.word(1);
        String third = words.word(2);
        return SPANS.contains(second) || SPANS.contains(third);
    }

    private static int longest(List<String[]> patterns, Words words) {
        int longest = 0;
        for (String[] pattern : patterns) {
            longest = Math.max(longest, length(pattern, words));
        }
        return longest;
    }

    private static int length(String[] pattern, Words words) {
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i].equals(",")) {
                return words.after(i - 1) == ',' ? i : 0;
            }
            if (pattern[i].equals(".")) {
                return ".,;:!\u2026\n".indexOf(words.after(i - 1)) >= 0 ? i : 0;
            }
            boolean apart = i > 0 && i < words.size() && words.gap(i) != Words.Gap.SOFT;
            if (i >= words.size() || apart || !(pattern[i].equals("*") || oneOf(pattern[i], words.word(i)))) {
                return 0;
            }
        }
        return pattern.length;
    }

    /** Whether a word is one of some, which stand between bars. */
    private static boolean oneOf(String alternatives, String word) {
        int length = word.length();
        for (int from = 0; from >= 0 && from + length <= alternatives.length(); ) {
            int end = from + length;
            boolean whole = end == alternatives.length() || alternatives.charAt(end) == '|';
            if (whole && alternatives.startsWith(word, from)) {
                return true;
            }
            from = alternatives.indexOf('|', from) + 1;
            from = from == 0 ? -1 : from;
        }
        return false;
    }
}
