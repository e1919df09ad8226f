package dev.limner.prompt.markup;

import java.util.ArrayList;
import java.util.List;

/**
 * A word or number of a line, with what stands between it and the one before.
 *
 * @param result whether a colon, an arrow or the like announces it
 * @param sentence whether it begins a sentence
 * @param part whether it begins a part of a sentence, after a comma or a dash
 * @param quoted whether a quotation mark stands before it
 */
record GameToken(
        int start, int end, GameWords.Kind kind, boolean result, boolean sentence, boolean part, boolean quoted) {
    private static final int LONGEST_ANGLES = 60;

    private static final String RESULTS = ":=\u2192\u21D2\u279C";
    private static final String STOPS = ".!?\u2026|";
    private static final String WIDE_STOPS = "\u3002\uFF01\uFF1F";
    private static final String PARTS = ",;\u2014\u2013\u3001\uFF0C";
    private static final String QUOTES = "\"\u201C\u201D\u201E\u00AB\u00BB\u300C\u300D\u300E\u300F";

    static List<GameToken> of(String line, int from, int to) {
        List<GameToken> tokens = new ArrayList<>();
        int gap = from;
        for (int i = from; i < to; ) {
            char c = line.charAt(i);
            int end = i;
            if (c == '<') {
                end = angles(line, i, to);
                if (end > i && line.charAt(i + 1) != '@') {
                    i = end;
                    continue;
                }
            } else if (Character.isLetterOrDigit(c)) {
                end = word(line, i, to);
            }
            if (end == i) {
                i++;
                continue;
            }
            GameWords.Kind kind = c == '<' ? GameWords.Kind.OTHER : GameWords.kind(line.substring(i, end));
            tokens.add(after(line, gap, i, end, kind));
            gap = end;
            i = end;
        }
        return tokens;
    }

    private static int angles(String line, int at, int to) {
        int last = Math.min(to, at + LONGEST_ANGLES);
        for (int i = at + 1; i < last; i++) {
            if (line.charAt(i) == '>') {
                return i + 1;
            }
        }
        return at;
    }

    private static int word(String line, int at, int to) {
        boolean wide = isWide(line.charAt(at));
        int i = at + 1;
        while (i < to
                && (isApostrophe(line, i, to)
                        || Character.isLetterOrDigit(line.charAt(i)) && isWide(line.charAt(i)) == wide)) {
            i++;
        }
        return i;
    }

    private static boolean isWide(char c) {
        return c >= 0x3040 && c < 0xFF00;
    }

    private static boolean isApostrophe(String line, int at, int to) {
        char c = line.charAt(at);
        return (c == '\'' || c == '\u2019') && at + 1 < to && Character.isLetter(line.charAt(at + 1));
    }

    private static GameToken after(String line, int gap, int start, int end, GameWords.Kind kind) {
        boolean result = false;
        boolean sentence = false;
        boolean part = false;
        for (int i = gap; i < start; i++) {
            char c = line.charAt(i);
            boolean parted = start - gap > 1;
            result |= parted && RESULTS.indexOf(Narrow.of(c)) >= 0
                    || c == '>' && i > gap && line.charAt(i - 1) == '-'
                    || c == ':' && gap > 0 && !Character.isDigit(line.charAt(gap - 1));
            sentence |= (parted && STOPS.indexOf(c) >= 0) || WIDE_STOPS.indexOf(c) >= 0;
            part |= (parted && PARTS.indexOf(c) >= 0)
                    || (c == '-' && i > gap && line.charAt(i - 1) == ' ' && line.charAt(i + 1) == ' ');
        }
        return new GameToken(start, end, kind, result, sentence, part, isQuoted(line, gap, start));
    }

    static boolean isQuoted(String line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (QUOTES.indexOf(line.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
