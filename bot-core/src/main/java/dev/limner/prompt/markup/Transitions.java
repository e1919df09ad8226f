package dev.limner.prompt.markup;

import dev.limner.prompt.text.Folding;
import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words at the start of a line that take the story to another place or time: {@code Meanwhile}, {@code The next
 * morning}, {@code Three hours later}, {@code Back at the inn}, {@code Scene: the docks}.
 */
final class Transitions {
    /** A line's words are looked at so far. */
    private static final int LONGEST = 60;

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

    /** A line of nothing but this, with signs or brackets around, or a colon and a label after it. */
    private static final Set<String> LABELS = Set.of(
            "timeskip",
            "time skip",
            "scene",
            "scene change",
            "scene break",
            "new scene",
            "next scene",
            "end scene",
            "end of scene",
            "scene end",
            "location",
            "location change",
            "place",
            "setting",
            "cut to",
            "fade to black",
            "fade out",
            "fade in",
            "later",
            "chapter",
            "interlude",
            "szene",
            "szenenwechsel",
            "zeitsprung",
            "ort",
            "escena",
            "scena",
            "сцена");

    private static final Map<String, List<String[]>> BY_FIRST = new HashMap<>();

    static {
        for (String opening : OPENINGS) {
            String[] words = opening.split(" ");
            for (String first : words[0].split("\\|")) {
                BY_FIRST.computeIfAbsent(first, k -> new java.util.ArrayList<>(2))
                        .add(words);
            }
        }
    }

    private static final List<String[]> ANY_FIRST = BY_FIRST.getOrDefault("*", List.of());

    /** What a span of time begins with, besides digits. */
    private static final Set<String> COUNTS = NameWords.words("""
            one two three four five six seven eight nine ten twelve twenty some several many a few einige ein zwei drei vier \
            deux trois quatre quelques dos tres varias algunas unas kilka dwie trzy piec несколько пару два три пять""");

    /** Inside a line only with one of these, so that most lines need not be read for it. */
    private static final List<String> WITHIN = List.of("eanwhile", "later", "next ", "following ");

    private static final Set<String> WHERE = NameWords.words("""
            at in on back across far down over up outside inside below above under upstairs downstairs aboard deep out""");

    private Transitions() {}

    /**
     * Where the new scene begins, at the words themselves or behind a label; the end of the line when it has nothing
     * else; or {@link SceneBreaks#NONE}.
     */
    static int after(String text, int from, int labelEnd, int end) {
        char c = text.charAt(from);
        if (c >= 0x3000) {
            return UNSPACED.stream().anyMatch(w -> text.startsWith(w, from)) ? from : SceneBreaks.NONE;
        }
        if (!mayOpen(c)) {
            return SceneBreaks.NONE;
        }
        int label = label(text, from, labelEnd);
        if (label >= 0) {
            return label >= labelEnd ? end : label;
        }
        if (text.startsWith("INT. ", from) || text.startsWith("EXT. ", from)) {
            return from;
        }
        if (!mayBeFirst(text, from, end)) {
            return SceneBreaks.NONE;
        }
        Words words = Words.of(text.substring(from, Math.min(end, from + LONGEST)));
        String first = words.word(0);
        boolean opens =
                fits(BY_FIRST.getOrDefault(first, List.of()), words) || (mayCount(words) && fits(ANY_FIRST, words));
        if (!opens) {
            return SceneBreaks.NONE;
        }
        return labelEnd - from < LONGEST && isTimeAlone(text, from, labelEnd) ? end : from;
    }

    /** Whether a framed label tells nothing of the scene, as {@code timeskip}. */
    static boolean isLabelAlone(String text, int from, int end) {
        return label(text, from, end) >= end || (after(text, from, end, end) >= 0 && isTimeAlone(text, from, end));
    }

    private static boolean mayOpen(char c) {
        return Character.isUpperCase(c) || Character.isDigit(c) || Character.isLowerCase(c);
    }

    /** By first letter and length, what a line that goes elsewhere may begin with. */
    private static final boolean[][] FIRST = new boolean[0x80][17];

    static {
        Stream.concat(BY_FIRST.keySet().stream(), COUNTS.stream())
                .filter(w -> w.charAt(0) < 0x80)
                .forEach(w -> FIRST[w.charAt(0)][Math.min(16, w.length())] = true);
    }

    /** A cheap look at the first word, since hardly any line begins so. */
    private static boolean mayBeFirst(String text, int from, int end) {
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

    /** Whether a text may go elsewhere in the midst of a line. */
    static boolean mayTurnWithin(String text) {
        return WITHIN.stream().anyMatch(w -> text.indexOf(w) >= 0);
    }

    /** Where, in the midst of a line and outside of speech, a sentence begins that goes elsewhere; the last one, or NONE. */
    static int within(String text, int from, int end) {
        int found = SceneBreaks.NONE;
        boolean speech = false;
        for (int i = from; i + 2 < end; i++) {
            char c = text.charAt(i);
            speech = c == '"' ? !speech : c == '\u201C' || (speech && c != '\u201D');
            boolean stop = (c == '.' || c == '!' || c == '?') && text.charAt(i + 1) == ' ';
            if (stop && !speech && Character.isLetterOrDigit(text.charAt(i + 2)) && turns(text, i + 2, end)) {
                found = i + 2;
            }
        }
        return found;
    }

    private static boolean turns(String text, int at, int end) {
        if (label(text, at, end) >= 0 || after(text, at, end, end) == SceneBreaks.NONE) {
            return false;
        }
        Words words = Words.of(text.substring(at, Math.min(end, at + LONGEST)));
        return !words.word(0).equals("meanwhile") || WHERE.contains(words.word(1));
    }

    private static boolean mayCount(Words words) {
        String second = words.word(1);
        String third = words.word(2);
        return isSpan(second) || isSpan(third);
    }

    private static boolean isSpan(String word) {
        return SPANS.contains(word);
    }

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

    /** Behind a label and its colon, the end when it stands alone, or -1. */
    private static int label(String text, int from, int end) {
        int stop = from;
        while (stop < end && stop - from < 20 && text.charAt(stop) != ':' && text.charAt(stop) != '\uFF1A') {
            stop++;
        }
        boolean colon = stop < end && (text.charAt(stop) == ':' || text.charAt(stop) == '\uFF1A');
        if (!colon && stop < end) {
            return -1;
        }
        String word = Folding.fold(text.substring(from, stop)).replace('-', ' ').strip();
        if (!LABELS.contains(word) || (colon && word.equals("later"))) {
            return -1;
        }
        int rest = colon ? stop + 1 : stop;
        while (rest < end && !Character.isLetterOrDigit(text.charAt(rest))) {
            rest++;
        }
        return rest;
    }

    /** No more than the words of time themselves: {@code Three hours later}, {@code The next morning...}. */
    private static boolean isTimeAlone(String text, int from, int end) {
        Words words = Words.of(text.substring(from, end));
        for (int i = 1; i < words.size(); i++) {
            if (words.gap(i) != Words.Gap.SOFT) {
                return false;
            }
        }
        return words.size() <= 4 && !words.word(0).equals("back");
    }
}
