package dev.limner.prompt.markup;

import dev.limner.prompt.text.Tidy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Parts a passage into sentences. Actions between asterisks and speech between quotation marks are sentences of their
 * own; the signs go.
 */
public final class Sentences {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "st", "prof", "sr", "jr", "capt", "lt", "sgt", "vs", "etc", "mt", "no", "bzw",
            "z.b");

    /** Words that join an action to what stands before or after it. */
    private static final Set<String> JOINING = Set.of(
            "and",
            "while",
            "then",
            "but",
            "or",
            "as",
            "before",
            "after",
            "until",
            "with",
            "und",
            "w\u00E4hrend",
            "dann",
            "et",
            "puis",
            "y",
            "mientras",
            "e",
            "mentre",
            "i",
            "oraz",
            "\u0438",
            "\u043F\u043E\u0442\u043E\u043C");

    private static final int LONGEST_JOINING = 10;

    private static final String QUOTES = "\"\u201C\u201D\u201E\u00AB\u00BB\u300C\u300D\u300E\u300F\uFF02";
    private static final String STOPS = ".!?\u2026\u3002\uFF01\uFF1F";
    private static final String WIDE_STOPS = "\u3002\uFF01\uFF1F";

    private final String text;
    private final List<String> sentences = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();

    private final boolean quotes;

    private Sentences(String text, boolean quotes) {
        this.text = text;
        this.quotes = quotes;
    }

    /** @param quotes whether quotation marks stay */
    static List<String> of(String text, boolean quotes) {
        Sentences reading = new Sentences(text, quotes);
        reading.read();
        return reading.sentences;
    }

    /** Whether there is anything to read in a text: a letter or a digit. */
    public static boolean hasWords(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (Character.isLetterOrDigit(c)) {
                return true;
            }
            i += Character.charCount(c);
        }
        return false;
    }

    private void read() {
        boolean emphasised = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                close();
                emphasised = false;
            } else if (c == StoryLines.EMPHASIS) {
                emphasised = !emphasised;
                if (emphasised ? opensAction(i) : closesAction(i)) {
                    close();
                }
            } else if (!quotes && QUOTES.indexOf(c) >= 0) {
                if (c >= 0x3000 && !open.isEmpty()) {
                    open.append(' ');
                }
            } else {
                open.append(c);
                if (STOPS.indexOf(c) >= 0 && endsSentence(i, c)) {
                    close();
                }
            }
        }
        close();
    }

    private void close() {
        String sentence = Tidy.tidy(open);
        open.setLength(0);
        if (hasWords(sentence)) {
            sentences.add(sentence);
        }
    }

    private boolean opensAction(int at) {
        if (isQuote(previous(at))) {
            return true;
        }
        if (JOINING.contains(wordAfter(at)) || JOINING.contains(lastWord()) || previous(at) == ',') {
            return false;
        }
        int close = text.indexOf(StoryLines.EMPHASIS, at + 1);
        return isQuote(next(at)) || (close > 0 && hasBlank(at, close));
    }

    private boolean closesAction(int at) {
        int begin = text.lastIndexOf(StoryLines.EMPHASIS, at - 1);
        char next = next(at);
        return isQuote(next)
                || (hasBlank(Math.max(begin, 0), at)
                        && Character.isLetterOrDigit(next)
                        && !JOINING.contains(wordAfter(at)))
                || Character.isUpperCase(next);
    }

    private String wordAfter(int at) {
        int start = at + 1;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        int end = start;
        while (end < text.length() && end - start <= LONGEST_JOINING && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    private String lastWord() {
        int end = open.length();
        while (end > 0 && open.charAt(end - 1) == ' ') {
            end--;
        }
        int start = end;
        while (start > 0 && end - start <= LONGEST_JOINING && Character.isLetter(open.charAt(start - 1))) {
            start--;
        }
        return open.substring(start, end);
    }

    private boolean endsSentence(int at, char stop) {
        int next = at + 1;
        while (next < text.length()
                && (QUOTES.indexOf(text.charAt(next)) >= 0
                        || text.charAt(next) == StoryLines.EMPHASIS
                        || STOPS.indexOf(text.charAt(next)) >= 0)) {
            if (STOPS.indexOf(text.charAt(next)) >= 0) {
                return false;
            }
            next++;
        }
        if (WIDE_STOPS.indexOf(stop) >= 0 || next >= text.length() || text.charAt(next) == '\n') {
            return true;
        }
        if (text.charAt(next) != ' ') {
            return false;
        }
        boolean dots = stop == '\u2026' || (stop == '.' && at > 0 && text.charAt(at - 1) == '.');
        if (dots || (stop != '.' && next == at + 1)) {
            return !Character.isLowerCase(next(next)) || !dots;
        }
        return stop != '.' || !isAbbreviation();
    }

    private boolean isAbbreviation() {
        int end = open.length() - 1;
        int start = end;
        while (start > 0 && Character.isLetter(open.charAt(start - 1))) {
            start--;
        }
        String word = open.substring(start, end).toLowerCase(Locale.ROOT);
        return (end - start == 1 && !word.equals("i")) || ABBREVIATIONS.contains(word);
    }

    private boolean hasBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == ' ') {
                return true;
            }
        }
        return false;
    }

    private char next(int at) {
        int i = at + 1;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i < text.length() ? text.charAt(i) : '\n';
    }

    private char previous(int at) {
        int i = at - 1;
        while (i >= 0 && text.charAt(i) == ' ') {
            i--;
        }
        return i >= 0 ? text.charAt(i) : '\n';
    }

    private static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }
}
