package dev.limner.prompt;

/** Cuts text at its end, never within a word; where words have no blanks, between characters. */
final class Cutting {
    private Cutting() {}

    /**
     * The longest beginning that costs no more.
     *
     * @param cost in the estimate's unit
     */
    static String toCost(String text, long cost, TokenEstimate estimate) {
        int kept = 0;
        long spent = 0;
        while (kept < text.length()) {
            int end = endOfWord(text, kept);
            spent += estimate.cost(text.substring(kept, end));
            if (spent > cost) {
                break;
            }
            kept = end;
        }
        return kept == text.length() ? text : trimmed(text.substring(0, kept));
    }

    private static int endOfWord(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        if (i >= text.length()) {
            return i;
        }
        int first = text.codePointAt(i);
        i += Character.charCount(first);
        boolean unspaced = Script.isUnspaced(first);
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (c == ' '
                    || Script.isUnspaced(c) && Character.getType(c) != Character.NON_SPACING_MARK
                    || (unspaced && Character.isLetterOrDigit(c))) {
                break;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    private static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && " ,;:-\u2013\u2014(".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }
}
