package dev.limner.prompt.markup;

import java.util.Locale;
import java.util.Set;

/** Lines and words that speak to a bot, not to the reader. */
final class BotLines {
    private static final Set<String> COMMANDS = Set.of(
            "roll", "r", "rr", "dice", "check", "cast", "save", "init", "attack", "help", "play", "skip", "sheet",
            "spell");

    private BotLines() {}

    /** Commands of this and other bots: {@code /x}, {@code !x}, {@code pk;x}, {@code tul!x}, {@code $roll}. */
    static boolean isCommand(String text, int from, int end) {
        char c = text.charAt(from);
        char next = from + 1 < end ? text.charAt(from + 1) : ' ';
        if (c == '/') {
            return Character.isLetter(next) && afterEmote(text, from, end) == from;
        }
        if (c == '$' && Character.isLowerCase(next)) {
            return true;
        }
        if (c == '!') {
            return Character.isLetterOrDigit(next);
        }
        if (".$%?&+=~;,-^".indexOf(c) >= 0) {
            int word = Character.isLetter(next) ? from + 1 : from + 2;
            return COMMANDS.contains(word(text, word, end));
        }
        return hasPrefix(text, from, end);
    }

    /**
     * The end of a command to a dice bot within a line, such as {@code !roll 1d20+5 for stealth}, with the dice, numbers
     * and words of a rule book behind it; the place itself when there is none.
     */
    static int endOfCommand(String text, int at, int end) {
        int i = endOfWord(text, at + 1, end);
        if (!COMMANDS.contains(word(text, at + 1, end))) {
            return at;
        }
        int last = i;
        while (i < end && isBetweenMechanics(text.charAt(i))) {
            i++;
            int after = endOfWord(text, i, end);
            if (after > i) {
                GameWords.Kind kind = GameWords.kind(text.substring(i, after));
                if (!kind.isGame()) {
                    break;
                }
                last = kind == GameWords.Kind.JOINING ? last : after;
            }
            i = after;
        }
        return last;
    }

    private static boolean isBetweenMechanics(char c) {
        return c == ' ' || c == '+' || c == '-' || c == ':' || c == '=';
    }

    private static int endOfWord(String text, int from, int end) {
        int i = from;
        while (i < end && Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** A short lower-case prefix glued to {@code ;} or {@code !} and the command glued to that. */
    private static boolean hasPrefix(String text, int from, int end) {
        int i = from;
        while (i < end && i - from < 5 && Character.isLowerCase(text.charAt(i))) {
            i++;
        }
        if (i == from || i >= end || (text.charAt(i) != ';' && text.charAt(i) != '!')) {
            return false;
        }
        String prefix = text.substring(from, i);
        boolean known = prefix.equals("pk") || prefix.equals("tul");
        boolean glued = i + 1 < end && Character.isLetterOrDigit(text.charAt(i + 1));
        return known || glued;
    }

    /** Past {@code /me}, which opens an action and not a command. */
    static int afterEmote(String text, int from, int end) {
        return text.startsWith("/me ", from) && from + 4 < end ? from + 4 : from;
    }

    private static String word(String text, int from, int end) {
        int after = endOfWord(text, from, end);
        return from < after ? text.substring(from, after).toLowerCase(Locale.ROOT) : "";
    }
}
