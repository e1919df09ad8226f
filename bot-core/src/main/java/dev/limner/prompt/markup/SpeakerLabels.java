package dev.limner.prompt.markup;

/** Names in brackets at a line's start, before what somebody says there: {@code [Rose] I never asked for a goat.} */
final class SpeakerLabels {
    private static final String OPENING = "[<\u3010";
    private static final String CLOSING = "]>\u3011";

    private static final String SPEECH = "\"\u201C\u201E\u00AB\u300C*_";

    /** In characters. */
    private static final int LONGEST = 30;

    private static final int MOST_WORDS = 3;

    private SpeakerLabels() {}

    /** The line, with a colon in place of brackets around a speaker's name. */
    static String asTag(String line) {
        int bracket = line.isEmpty() ? -1 : OPENING.indexOf(line.charAt(0));
        int close = bracket < 0 ? -1 : line.indexOf(CLOSING.charAt(bracket), 1);
        if (close < 2 || close > LONGEST || !isName(line, close)) {
            return line;
        }
        int next = close + 1;
        while (next < line.length() && (line.charAt(next) == ' ' || line.charAt(next) == ':')) {
            next++;
        }
        if (next == line.length()
                || !(Character.isUpperCase(line.charAt(next)) || SPEECH.indexOf(line.charAt(next)) >= 0)) {
            return line;
        }
        return line.substring(1, close) + ": " + line.substring(next);
    }

    /** A few words that each begin with a capital. */
    private static boolean isName(String line, int close) {
        int words = 0;
        for (int i = 1; i < close; i++) {
            char c = line.charAt(i);
            boolean begins = i == 1 || line.charAt(i - 1) == ' ';
            words += begins ? 1 : 0;
            if (begins ? !Character.isUpperCase(c) : !(Character.isLetter(c) || "' -.\u2019".indexOf(c) >= 0)) {
                return false;
            }
        }
        return words <= MOST_WORDS;
    }
}
