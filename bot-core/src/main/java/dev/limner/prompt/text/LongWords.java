package dev.limner.prompt.text;

/** Letters in a row that are no word: a scream, or rubbish. One of them would fill a prompt alone. */
public final class LongWords {
    /** The longest words in use have fewer than 80 letters. */
    private static final int LONGEST = 120;

    private LongWords() {}

    /** The text without them; scripts without blanks between words keep everything. */
    public static String without(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        int copied = 0;
        int from = 0;
        while (from < text.length()) {
            int end = endOfRun(text, from);
            if (end - from > LONGEST) {
                kept.append(text, copied, from);
                copied = end;
            }
            from = Math.max(end, from + 1);
        }
        return copied == 0 ? text : kept.append(text, copied, text.length()).toString();
    }

    private static int endOfRun(String text, int from) {
        int i = from;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (!Character.isLetterOrDigit(c) && !isMark(c) || Script.isUnspaced(c)) {
                break;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
