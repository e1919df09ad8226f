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
import java.util.stream.Stream;

/** The words that open another place or time, and whether a line begins with them. */
final class Openings {
    /** Two stars stand for any two words, one for one. */
    private static final List<String> OPENINGS = List.of(
            "meanwhile",
            "elsewhere",
            "back at *",
            "back in *",
            "back on *",
            "back aboard *",
            "later that day|night|evening|morning|afternoon|week",
            "that night|evening ,",
            "the next|following day|morning|night|evening|afternoon|week|month|year",
            "next morning|day|week",
            "early|late the next|following day|morning|night|evening",
            "the day|morning|week after",
            "hours|days|weeks|months|years later",
            "* hours|days|weeks|months|years later",
            "* * hours|days|weeks|months|years later",
            "an|one|a hour|day|week|month|year later",
            "after * hours|days|weeks|months|years ,",
            "at dawn|dusk|midnight|nightfall the next day",
            "am nachsten|folgenden tag|morgen|abend",
            "in der nachsten nacht",
            "stunden|tage|wochen|jahre spater",
            "* stunden|tage|wochen|jahre spater",
            "einige|ein paar stunden|tage spater",
            "wahrenddessen|unterdessen|anderswo|derweil",
            "zur gleichen zeit",
            "le lendemain",
            "pendant ce temps",
            "ailleurs",
            "* heures|jours|semaines plus tard",
            "quelques heures|jours plus tard",
            "mientras tanto",
            "al dia siguiente",
            "a la manana siguiente",
            "* horas|dias despues|mas",
            "en otro lugar",
            "tymczasem",
            "nastepnego dnia|ranka|wieczoru",
            "* godzin|godziny|dni pozniej",
            "тем временем",
            "на следующий|следующее день|утро|вечер",
            "* часов|часа|дней|дня спустя|позже",
            "через|спустя * часов|часа|дней|дня|часа");

    private static final List<String> UNSPACED = List.of(
            "一方、", "一方その頃", "その頃", "翌朝", "翌日", "次の日", "次の朝", "数時間後", "数日後", "与此同时", "同一时间", "另一边", "第二天", "次日", "翌日",
            "几小时后", "几天后");

    private static final Map<String, List<String[]>> BY_FIRST = new HashMap<>();

    static {
        for (String opening : OPENINGS) {
            String[] words = opening.split(" ");
            for (String first : words[0].split("\\|")) {
                BY_FIRST.computeIfAbsent(first, k -> new ArrayList<>(2)).add(words);
            }
        }
    }

    private static final List<String[]> ANY_FIRST = BY_FIRST.getOrDefault("*", List.of());

    /** What a span of time begins with, besides digits. */
    private static final Set<String> COUNTS = NameWords.words("""
            one two three four five six seven eight nine ten twelve twenty some several many a few einige ein zwei drei vier \
            deux trois quatre quelques dos tres varias algunas unas kilka dwie trzy piec несколько пару два три пять""");

    private static final Set<String> SPANS = Set.of(
            "hours",
            "days",
            "weeks",
            "months",
            "years",
            "stunden",
            "tage",
            "wochen",
            "jahre",
            "heures",
            "jours",
            "semaines",
            "horas",
            "dias",
            "godzin",
            "godziny",
            "dni",
            "часов",
            "часа",
            "дней",
            "дня");

    /** By first letter and length, what a line that goes elsewhere may begin with. */
    private static final boolean[][] FIRST = new boolean[0x80][17];

    static {
        Stream.concat(BY_FIRST.keySet().stream(), COUNTS.stream())
                .filter(w -> w.charAt(0) < 0x80)
                .forEach(w -> FIRST[w.charAt(0)][Math.min(16, w.length())] = true);
    }

    private Openings() {}

    /** Whether words begin with an opening. */
    static boolean begin(Words words) {
        return fits(BY_FIRST.getOrDefault(words.word(0), List.of()), words)
                || (mayCount(words) && fits(ANY_FIRST, words));
    }

    /** Whether an opening of a script without blanks stands at a place. */
    static boolean isUnspaced(String text, int from) {
        return UNSPACED.stream().anyMatch(w -> text.startsWith(w, from));
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
        return BY_FIRST.containsKey(first) || COUNTS.contains(first);
    }

    private static boolean mayCount(Words words) {
        String second = words.word(1);
        String third = words.word(2);
        return SPANS.contains(second) || SPANS.contains(third);
    }

    private static boolean fits(List<String[]> patterns, Words words) {
        for (String[] pattern : patterns) {
            if (fits(pattern, words)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(String[] pattern, Words words) {
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i].equals(",")) {
                return words.after(i - 1) == ',';
            }
            boolean apart = i > 0 && i < words.size() && words.gap(i) != Words.Gap.SOFT;
            if (i >= words.size() || apart || !(pattern[i].equals("*") || oneOf(pattern[i], words.word(i)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean oneOf(String alternatives, String word) {
        return Arrays.asList(alternatives.split("\\|")).contains(word);
    }
}
