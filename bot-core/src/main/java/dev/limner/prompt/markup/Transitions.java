package dev.limner.prompt.markup;

import dev.limner.prompt.text.Folding;
import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Words;
import java.util.List;
import java.util.Set;

/**
 * Words at the start of a line that take the story to another place or time: {@code Meanwhile}, {@code The next
 * morning}, {@code Three hours later}, {@code Back at the inn}, {@code Scene: the docks}.
 */
final class Transitions {
    /** A line's words are looked at so far. */
    private static final int LONGEST = 60;

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
            "prologue",
            "epilogue",
            "prolog",
            "epilog",
            "prologo",
            "epilogo",
            "пролог",
            "эпилог",
            "intermission",
            "flashback",
            "end flashback",
            "end of flashback",
            "flashback end",
            "present day",
            "back to the present",
            "time jump",
            "timejump",
            "elsewhere",
            "meanwhile",
            "a while later",
            "dream sequence",
            "montage",
            "ellipse",
            "elipsis",
            "ellissi",
            "szene",
            "szenenwechsel",
            "zeitsprung",
            "ort",
            "escena",
            "scena",
            "сцена");

    private static final List<String> SKIPS = List.of("timeskip", "time skip", "time-skip", "timejump", "time jump");

    /** What such a line goes on with. */
    private static final Set<String> SKIPPED = NameWords.words("""
            to of by until til till after a an one two three four five six seven eight nine ten few some several couple the \
            next later hours days weeks months years about half brought""");

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
            return Openings.isUnspaced(text, from) ? from : SceneBreaks.NONE;
        }
        if (!mayOpen(c)) {
            return SceneBreaks.NONE;
        }
        if (isSkip(text, from)) {
            int colon = text.indexOf(": ", from);
            return colon > 0 && colon < labelEnd ? colon + 2 : labelEnd - from <= LONGEST ? end : from;
        }
        int label = label(text, from, labelEnd);
        if (label >= 0) {
            return label >= labelEnd ? end : label;
        }
        if (Slugs.isScript(text, from)) {
            return from;
        }
        if (Slugs.isNumbered(text, from, labelEnd)) {
            return labelEnd - from <= Slugs.LONGEST_NUMBER ? end : from;
        }
        if (!Openings.mayBegin(text, from, end)) {
            return SceneBreaks.NONE;
        }
        Words words = Words.of(text.substring(from, Math.min(end, from + LONGEST)));
        if (Openings.length(words) == 0) {
            return SceneBreaks.NONE;
        }
        return labelEnd - from < LONGEST && isTimeAlone(text, from, labelEnd) ? end : from;
    }

    /** {@code time skip to the next day}: whatever such a line says is no scene. */
    private static boolean isSkip(String text, int from) {
        if ((text.charAt(from) | 0x20) != 't') {
            return false;
        }
        for (String skip : SKIPS) {
            int after = from + skip.length();
            if (text.regionMatches(true, from, skip, 0, skip.length())
                    && after + 2 < text.length()
                    && " -:;,\u2013\u2014".indexOf(text.charAt(after)) >= 0) {
                return SKIPPED.contains(Words.of(text.substring(after, Math.min(text.length(), after + LONGEST)))
                        .word(0));
            }
        }
        return false;
    }

    /** Whether a framed label tells nothing of the scene, as {@code timeskip}. */
    static boolean isLabelAlone(String text, int from, int end) {
        return label(text, from, end) >= end || (after(text, from, end, end) >= 0 && isTimeAlone(text, from, end));
    }

    private static boolean mayOpen(char c) {
        return Character.isUpperCase(c) || Character.isDigit(c) || Character.isLowerCase(c);
    }

    /** Where, in the midst of a line and outside of speech, a sentence begins that goes elsewhere; the last one, or NONE. */
    static int within(String text, int from, int end) {
        int found = SceneBreaks.NONE;
        String closing = "";
        for (int i = from; i + 2 < end; i++) {
            char c = text.charAt(i);
            if (c == ' ' || (c >= 'a' && c <= 'z')) {
                continue;
            }
            if (!closing.isEmpty()) {
                closing = closing.indexOf(c) >= 0 ? "" : closing;
                continue;
            }
            closing = closing(c);
            boolean stop = (c == '.' || c == '!' || c == '?') && text.charAt(i + 1) == ' ';
            int next = stop ? i + 2 : i + 1;
            if ((stop || (c >= 0x3000 && "\u3002\uFF01\uFF1F".indexOf(c) >= 0))
                    && Character.isLetterOrDigit(text.charAt(next))
                    && turns(text, next, end)) {
                found = next;
            }
        }
        return found;
    }

    private static String closing(char opening) {
        return switch (opening) {
            case '"' -> "\"";
            case '\u201C', '\u201D' -> "\u201D";
            case '\u201E' -> "\u201C\u201D\"";
            case '\u00AB' -> "\u00BB";
            case '\u00BB' -> "\u00AB\u00BB";
            case '\u300C' -> "\u300D";
            case '\u300E' -> "\u300F";
            default -> "";
        };
    }

    private static boolean turns(String text, int at, int end) {
        if (text.charAt(at) >= 0x3000) {
            return Openings.isUnspacedPassing(text, at);
        }
        if (label(text, at, end) >= 0 || after(text, at, end, end) == SceneBreaks.NONE) {
            return false;
        }
        Words words = Words.of(text.substring(at, Math.min(end, at + LONGEST)));
        boolean elsewhere = words.word(0).equals("meanwhile") && WHERE.contains(words.word(1));
        return elsewhere || !Openings.isLeading(words);
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
        int wordEnd = !colon && stop > from && text.charAt(stop - 1) == '.' ? stop - 1 : stop;
        String word =
                Folding.fold(text.substring(from, wordEnd)).replace('-', ' ').strip();
        if (!LABELS.contains(word) || ((colon || wordEnd < stop) && word.equals("later"))) {
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
        int rest = Openings.length(words);
        while (rest < words.size() && Slugs.isTime(words.word(rest))) {
            rest++;
        }
        return rest == words.size() && !words.word(0).equals("back");
    }
}
