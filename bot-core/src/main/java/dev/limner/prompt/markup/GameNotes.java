package dev.limner.prompt.markup;

import java.util.List;

/** Notes of a game in brackets or between asterisks: {@code [DC 15 Dex save: 17]}, {@code [Inventory: rope]}. */
final class GameNotes {
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private GameNotes() {}

    static String without(String line) {
        StringBuilder out = new StringBuilder(line.length());
        int copied = 0;
        int open = -1;
        for (int i = 0; i < line.length(); i++) {
            char c = Narrow.of(line.charAt(i));
            boolean asterisk = c == '*';
            boolean closes = open >= 0 && (asterisk ? isPair(line, open, i) : closes(line, open, c));
            if (closes && i - open <= GameLines.LONGEST && isNote(line, open, i)) {
                int end = asterisk ? endOfAsterisks(line, i) : i + 1;
                out.append(line, copied, startOfAsterisks(line, open)).append(' ');
                copied = end;
                i = end - 1;
                open = -1;
            } else if (OPENING.indexOf(c) >= 0 || asterisk) {
                open = i;
            } else if (CLOSING.indexOf(c) >= 0) {
                open = -1;
            }
        }
        return copied == 0 ? line : out.append(line, copied, line.length()).toString();
    }

    private static boolean closes(String line, int open, char c) {
        int kind = CLOSING.indexOf(c);
        return kind >= 0 && Narrow.of(line.charAt(open)) == OPENING.charAt(kind);
    }

    /** Whether asterisks enclose what is between them, and are not those that close and open what is around. */
    private static boolean isPair(String line, int open, int close) {
        return line.charAt(open) == '*'
                && close > open + 1
                && line.charAt(open + 1) != ' '
                && line.charAt(close - 1) != ' ';
    }

    private static int startOfAsterisks(String line, int open) {
        int start = open;
        while (line.charAt(open) == '*' && start > 0 && line.charAt(start - 1) == '*') {
            start--;
        }
        return start;
    }

    private static int endOfAsterisks(String line, int close) {
        int end = close;
        while (end < line.length() && line.charAt(end) == '*') {
            end++;
        }
        return end;
    }

    private static boolean isNote(String line, int open, int close) {
        List<GameToken> tokens = GameToken.of(line, open + 1, close);
        char bracket = Narrow.of(line.charAt(open));
        if (GameRules.isRoll(line, tokens)) {
            return true;
        }
        if (tokens.size() < 2 || (bracket != '[' && bracket != '{') || line.startsWith("](", close)) {
            return false;
        }
        GameToken first = tokens.get(0);
        boolean field = tokens.get(1).result() && GameWords.isField(line.substring(first.start(), first.end()));
        return field
                || (tokens.stream().allMatch(t -> t.kind().isGame())
                        && tokens.stream().anyMatch(t -> t.kind().isLabel()));
    }
}
