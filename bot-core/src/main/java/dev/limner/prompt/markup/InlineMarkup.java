package dev.limner.prompt.markup;

import java.util.Map;

/** Reads a line's markup for what it says: links, emoji and dice go, a mention becomes the name, signs are dropped. */
final class InlineMarkup {
    private static final int LONGEST_ANGLES = 200;
    private static final int LONGEST_WEIGHT = 16;

    private static final byte SIGN = 1;
    private static final byte OPENS_WORD = 2;
    private static final byte GAP = 3;

    /** What an ASCII character may mean here; 0 for a letter or digit that means itself. */
    private static final byte[] MEANING = new byte[0x80];

    static {
        for (char c = 0; c < 0x80; c++) {
            boolean opens = "wWdDmMt!/".indexOf(c) >= 0 || (c >= '0' && c <= '9');
            MEANING[c] = !isPlain(c) ? SIGN : opens ? OPENS_WORD : Character.isLetterOrDigit(c) ? 0 : GAP;
        }
    }

    private final StringBuilder out;
    private final Map<String, String> mentions;

    /** With how many underscores a word began that are not closed yet. */
    private int underlined;

    InlineMarkup(StringBuilder out, Map<String, String> mentions) {
        this.out = out;
        this.mentions = mentions;
    }

    void read(String text, int from, int end) {
        int i = from;
        underlined = 0;
        while (i < end) {
            int run = endOfOrdinary(text, i, end);
            if (run > i) {
                out.append(text, i, run);
                i = run;
                continue;
            }
            char c = text.charAt(i);
            i = isPlain(c) ? plain(text, i, end) : sign(text, i, end, c);
        }
    }

    /** The end of what means nothing but itself. */
    private int endOfOrdinary(String text, int from, int end) {
        int i = from;
        boolean inWord = afterWord();
        while (i < end) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                break;
            }
            byte meaning = MEANING[c];
            if (meaning == SIGN || (meaning == OPENS_WORD && !inWord)) {
                break;
            }
            inWord = meaning != GAP && c != '!' && c != '/';
            i++;
        }
        return i;
    }

    private int plain(String text, int at, int end) {
        char c = text.charAt(at);
        if ((c == 'w' || c == 'W') && !afterWord() && text.regionMatches(true, at, "www.", 0, 4)) {
            return Math.min(end, Links.end(text, at));
        }
        if (Links.isBare(text, at) && !afterWord()) {
            return Math.min(end, Links.end(text, at));
        }
        if (((c >= '0' && c <= '9') || c == 'd') && !afterWord()) {
            int die = InlineDice.end(text, at, end);
            if (die > at) {
                return die;
            }
        }
        if ((c == '!' || c == '/') && !afterWord()) {
            int command = BotLines.endOfCommand(text, at, end);
            if (command > at) {
                return command;
            }
        }
        out.append(c);
        return at + 1;
    }

    private int sign(String text, int at, int end, char c) {
        return switch (c) {
            case '<' -> angles(text, at, end);
            case ':' -> colon(text, at, end);
            case '@' -> at(text, at, end);
            case ']' -> bracket(text, at, end);
            case '*' -> emphasis(text, at, end);
            case '_' -> underscores(text, at, end);
            case '|' -> bars(text, at, end);
            default -> at + 1;
        };
    }

    /** Whether a character means no markup. */
    static boolean isPlain(char c) {
        return switch (c) {
            case '<', '>', ':', '@', '[', ']', '*', '_', '|', '\\', '`', '~', '\uFF1C', '\uFF1E' -> false;
            default -> true;
        };
    }

    private boolean afterWord() {
        return !out.isEmpty() && Character.isLetterOrDigit(out.charAt(out.length() - 1));
    }

    private int angles(String text, int at, int end) {
        int close = at + 1;
        int last = Math.min(end, at + LONGEST_ANGLES + 1);
        while (close < last && text.charAt(close) != '>') {
            close++;
        }
        if (close == last) {
            return at + 1;
        }
        String inside = text.substring(at + 1, close);
        if (inside.startsWith("@") && !inside.startsWith("@&")) {
            String name = mentions.get(inside.substring(inside.startsWith("@!") ? 2 : 1));
            out.append(name == null ? "" : MentionedName.of(name));
            return close + 1;
        }
        boolean machine = inside.startsWith("@&")
                || inside.startsWith("#")
                || inside.startsWith(":")
                || inside.startsWith("/")
                || inside.startsWith("a:")
                || inside.startsWith("t:")
                || inside.startsWith("id:")
                || inside.contains("://");
        return machine ? close + 1 : at + 1;
    }

    private int colon(String text, int at, int end) {
        if (text.startsWith("://", at) && at + 3 < end) {
            int start = Links.start(out, out.length());
            if (start < out.length()) {
                out.setLength(start);
                return Math.min(end, Links.end(text, at));
            }
        }
        int close = at + 1;
        while (close < end && isShortcodeCharacter(text.charAt(close))) {
            close++;
        }
        boolean shortcode = close > at + 2 && close < end && text.charAt(close) == ':' && !afterWord();
        if (shortcode) {
            return close + 1;
        }
        out.append(':');
        return at + 1;
    }

    private static boolean isShortcodeCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '+' || c == '-';
    }

    private int at(String text, int at, int end) {
        if (afterWord() || at + 1 >= end) {
            return at + 1;
        }
        int close = at + 1;
        while (close < end && (Character.isLetterOrDigit(text.charAt(close)) || text.charAt(close) == '_')) {
            close++;
        }
        String word = text.substring(at + 1, close);
        if (word.equals("everyone") || word.equals("here")) {
            return close;
        }
        String name = mentions.get(word);
        out.append(name == null ? word : MentionedName.of(name));
        return close;
    }

    /** The address of a link in the manner of Markdown. */
    private int bracket(String text, int at, int end) {
        if (at + 1 < end && text.charAt(at + 1) == '(') {
            int close = at + 2;
            while (close < end && text.charAt(close) != ')' && text.charAt(close) != '(') {
                close++;
            }
            boolean closed = close < end && text.charAt(close) == ')';
            if (closed && text.substring(at, close).contains("://")) {
                return close + 1;
            }
        }
        dropWeight();
        return at + 1;
    }

    /** What a server would read as a weight or step at the end of brackets: {@code [fog:0.5]}. */
    private void dropWeight() {
        int start = out.length();
        while (start > 0
                && out.length() - start < LONGEST_WEIGHT
                && (Character.isDigit(out.charAt(start - 1)) || out.charAt(start - 1) == '.')) {
            start--;
        }
        boolean weight = start < out.length()
                && start > 1
                && out.charAt(start - 1) == ':'
                && !Character.isDigit(out.charAt(start - 2));
        if (weight) {
            out.setLength(start - 1);
        }
    }

    private int emphasis(String text, int at, int end) {
        int run = at;
        while (run < end && text.charAt(run) == '*') {
            run++;
        }
        if (!partsNoWord(text, at, run, end)) {
            out.append(StoryLines.EMPHASIS);
        }
        return run;
    }

    /** Within a word, as in {@code **Mi**ra}: two asterisks, or one that ends what began with a capital letter. */
    private boolean partsNoWord(String text, int at, int run, int end) {
        if (!afterWord() || run >= end || !Character.isLetter(text.charAt(run))) {
            return false;
        }
        if (run - at > 1) {
            return true;
        }
        int begin = at;
        while (begin > 0 && Character.isLetter(text.charAt(begin - 1))) {
            begin--;
        }
        boolean closes =
                begin > 0 && begin < at && text.charAt(begin - 1) == '*' && Character.isLowerCase(text.charAt(run));
        if (closes) {
            return Character.isUpperCase(text.charAt(begin))
                    || (begin > 1 && Character.isLetter(text.charAt(begin - 2)));
        }
        int close = run;
        while (close < end && Character.isLetter(text.charAt(close))) {
            close++;
        }
        return close + 1 < end && text.charAt(close) == '*' && Character.isLowerCase(text.charAt(close + 1));
    }

    private int underscores(String text, int at, int end) {
        int run = at;
        while (run < end && text.charAt(run) == '_') {
            run++;
        }
        boolean letter = run < end && Character.isLetterOrDigit(text.charAt(run));
        if (!afterWord()) {
            underlined = letter ? run - at : 0;
        } else if (letter && underlined == run - at) {
            underlined = 0;
        } else if (letter) {
            out.append(run - at == 1 ? '_' : ' ');
        }
        return run;
    }

    private int bars(String text, int at, int end) {
        int run = at;
        while (run < end && text.charAt(run) == '|') {
            run++;
        }
        if (run - at == 1) {
            out.append(',');
        }
        return run;
    }
}
