package dev.limner.prompt.markup;

/**
 * What stands in angle brackets and is meant for a machine: networks ({@code <lora:...>}), parameters
 * ({@code <sd_cpp_extra_args>...</sd_cpp_extra_args>}).
 */
final class AngleCommands {
    private static final String PARAMETERS = "sd_cpp_extra_args";

    private static final int LONGEST_NESTED = 300;

    private AngleCommands() {}

    /** The text without them. */
    static String remove(String text) {
        int at = text.indexOf('<');
        if (at < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        while (at >= 0) {
            int end = end(text, at);
            if (end > at) {
                out.append(text, copied, at).append(' ');
                copied = end;
            }
            at = text.indexOf('<', Math.max(end, at + 1));
        }
        return out.append(text, copied, text.length()).toString();
    }

    /** Where the command that begins at an opening bracket ends, or -1. */
    static int end(String text, int at) {
        int word = at + 1;
        while (word < text.length() && (text.charAt(word) == ' ' || text.charAt(word) == '/')) {
            word++;
        }
        int end = word;
        while (end < text.length() && isWordCharacter(text.charAt(end))) {
            end++;
        }
        if (end - word == PARAMETERS.length() && text.regionMatches(true, word, PARAMETERS, 0, PARAMETERS.length())) {
            return endOfParameters(text, end);
        }
        if (end <= word + 1 || end >= text.length()) {
            return -1;
        }
        int colon = end;
        while (colon < text.length() && text.charAt(colon) == ' ') {
            colon++;
        }
        if (colon > end && colon < text.length() && text.charAt(colon) == ':' && isNetwork(text.substring(word, end))) {
            return closingNear(text, colon);
        }
        if (text.charAt(end) == '<') {
            return nested(text, end);
        }
        return text.charAt(end) == ':' && !isLink(text, end) ? closing(text, end) : -1;
    }

    private static int closingNear(String text, int from) {
        for (int i = from; i < text.length() && i - from <= LONGEST_NESTED; i++) {
            if (text.charAt(i) == '>') {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean isNetwork(String name) {
        return switch (name.toLowerCase(java.util.Locale.ROOT)) {
            case "lora", "lyco", "hypernet", "embedding", "ti" -> true;
            default -> false;
        };
    }

    /** One inside another's name, which would come together when only the inner one went: {@code <lo<lora:a:1>ra:a:1>}. */
    private static int nested(String text, int inner) {
        int depth = 1;
        int last = -1;
        for (int i = inner; i < text.length() && i - inner < LONGEST_NESTED; i++) {
            char c = text.charAt(i);
            if (c == '<') {
                depth++;
            } else if (c == '>') {
                last = i + 1;
                if (--depth == 0) {
                    break;
                }
            } else if (c == ' ' || c == '\n') {
                break;
            }
        }
        return last;
    }

    private static boolean isLink(String text, int colon) {
        return text.startsWith("//", colon + 1);
    }

    /** Up to the bracket that closes; without one, up to the next blank. */
    private static int closing(String text, int from) {
        int blank = -1;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '>') {
                return i + 1;
            }
            if (c == '<' || c == '\n') {
                return blank < 0 ? i : blank;
            }
            if (c == ' ' && blank < 0) {
                blank = i;
            }
        }
        return blank < 0 ? text.length() : blank;
    }

    private static int endOfParameters(String text, int from) {
        int close = from;
        while ((close = text.indexOf("</", close)) >= 0) {
            if (text.regionMatches(true, close + 2, PARAMETERS, 0, PARAMETERS.length())) {
                int bracket = text.indexOf('>', close);
                return bracket < 0 ? text.length() : bracket + 1;
            }
            close += 2;
        }
        return text.length();
    }

    private static boolean isWordCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }
}
