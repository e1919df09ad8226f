package dev.limner.prompt.markup;

import java.util.regex.Pattern;

/**
 * Takes out what some server would read as a command: {@code ###} (AI Horde), a vertical bar (LocalAI),
 * {@code [a:b:0.5]}, heaped or over-weighted brackets, {@code BREAK}, {@code AND} (A1111 family), {@code __wildcard__},
 * {@code {a|b}}. Angle brackets go altogether, so that no network and no tag can be spelt with what is left.
 */
public final class BackendCommands {
    /** The most that {@code (words:1.5)} may weigh; more distorts the picture. */
    private static final double MOST_WEIGHT = 1.5;

    private static final Pattern EMBEDDING = Pattern.compile("(?i)\\bembedding:[^\\s,()]++");

    private BackendCommands() {}

    /** For words of a story: brackets are asides of the prose. */
    public static String inStory(String text) {
        String plain = withoutEmbeddings(text);
        return isHarmless(plain) ? plain : neutralise(plain, null);
    }

    /** For words that somebody gave: brackets may weigh them, within reason and where the encoder knows weights. */
    public static String inGiven(String text, boolean weighted) {
        String plain = withoutEmbeddings(AngleCommands.remove(text));
        return isHarmless(plain) ? plain : neutralise(plain, BracketWeights.kept(plain, weighted ? MOST_WEIGHT : 0));
    }

    private static String withoutEmbeddings(String text) {
        return text.indexOf(':') < 0 ? text : EMBEDDING.matcher(text).replaceAll(" ");
    }

    private static boolean isHarmless(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '<', '>', '\uFF1C', '\uFF1E', '#', '(', ')', '[', ']', '{', '}', '|', '\\', '`', '$', '_', '^' -> {
                    return false;
                }
                case 'A' -> {
                    if (keyword(text, i) > 0) {
                        return false;
                    }
                }
                case 'B' -> {
                    if (keyword(text, i) > 0) {
                        return false;
                    }
                }
                default -> {}
            }
        }
        return true;
    }

    private static String neutralise(String text, BracketWeights.@org.jspecify.annotations.Nullable Kept brackets) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<', '>', '\uFF1C', '\uFF1E', '\\', '`', '^', '[', ']' -> {}
                case '#' -> i = run(text, i, out, " ");
                case '_' -> i = run(text, i, out, "");
                case '$' -> i = run(text, i, out, "");
                case '{', '}' -> i = run(text, i, out, "");
                case '|' -> out.append(',');
                case '(', ')' -> {
                    if (brackets == null) {
                        out.append(c == '(' ? ", " : nextIsWord(text, i) ? ", " : "");
                    } else if (brackets.keeps(i)) {
                        out.append(c);
                    } else {
                        i = brackets.skip(i);
                    }
                }
                case ':' -> {
                    int weighed = brackets == null ? BracketWeights.endOfWeight(text, i) : i;
                    if (weighed > i) {
                        i = weighed - 1;
                    } else if (brackets == null || !brackets.isWeight(i)) {
                        out.append(c);
                    } else {
                        i = brackets.skip(i);
                    }
                }
                case 'A', 'B' -> {
                    int end = keyword(text, i);
                    out.append(end > 0 ? text.substring(i, end).toLowerCase(java.util.Locale.ROOT) : String.valueOf(c));
                    i = end > 0 ? end - 1 : i;
                }
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /** A single sign stays, a row of them is replaced. @return the row's last place */
    private static int run(String text, int at, StringBuilder out, String row) {
        char c = text.charAt(at);
        int end = at + 1;
        while (end < text.length() && text.charAt(end) == c) {
            end++;
        }
        boolean choice = c == '$' && end < text.length() && text.charAt(end) == '{';
        boolean joins = !out.isEmpty() && out.charAt(out.length() - 1) == c;
        if (end - at == 1 && !choice && !joins) {
            out.append(c);
        } else {
            out.append(row);
        }
        return end - 1;
    }

    private static boolean nextIsWord(String text, int at) {
        int next = at + 1;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next < text.length() && Character.isLetterOrDigit(text.charAt(next));
    }

    /** The end of a word that servers obey in capitals, or -1. */
    private static int keyword(String text, int at) {
        if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            return -1;
        }
        int end = at;
        while (end < text.length() && text.charAt(end) >= 'A' && text.charAt(end) <= 'Z') {
            end++;
        }
        if (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            return -1;
        }
        return switch (text.substring(at, end)) {
            case "AND", "BREAK", "ADDCOMM", "ADDBASE", "ADDCOL", "ADDROW" -> end;
            default -> -1;
        };
    }
}
