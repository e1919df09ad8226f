package dev.limner.prompt.text;

/** Sets blanks and commas right in what cleaning has left. */
public final class Tidy {
    private static final String CLINGING = ",.;:!?";

    private Tidy() {}

    /** One blank between words, none before a comma or stop, no two commas together, none at either end. */
    public static String tidy(CharSequence text) {
        if (isTidy(text)) {
            return text.toString();
        }
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\n') {
                gap = true;
                continue;
            }
            if (CLINGING.indexOf(c) >= 0) {
                gap &= out.isEmpty()
                        || c == '.' && i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
                if (c != ',' && endsWithComma(out)) {
                    out.setLength(out.length() - 1);
                }
                if (c == ',' && (out.isEmpty() || CLINGING.indexOf(out.charAt(out.length() - 1)) >= 0)) {
                    gap = true;
                    continue;
                }
            }
            if (gap && !out.isEmpty()) {
                out.append(' ');
            }
            gap = false;
            out.append(c);
        }
        while (endsWithComma(out)) {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }

    private static boolean isTidy(CharSequence text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= '?') {
                boolean clings = CLINGING.indexOf(c) >= 0;
                boolean twice = c == ',' && CLINGING.indexOf(before) >= 0;
                if (c == '\n' || (before == ' ' && (c == ' ' || clings)) || (clings && before == ',') || twice) {
                    return false;
                }
            }
            before = c;
        }
        return before != ' ' && before != ',';
    }

    private static boolean endsWithComma(StringBuilder out) {
        return !out.isEmpty() && out.charAt(out.length() - 1) == ',';
    }
}
