package dev.limner.prompt.markup;

/** Takes rolls and a game's figures out of a line of a story. */
final class GameLines {
    private static final String DIE_SIGN = "\uD83C\uDFB2";

    /** Longer sentences and notes are not about dice. */
    static final int LONGEST = 200;

    private GameLines() {}

    /** What is left of the line; empty where that holds no word. */
    static String without(String line) {
        if (line.startsWith(DIE_SIGN) && line.length() <= LONGEST) {
            return "";
        }
        if (!mayTellOfGame(line)) {
            return line;
        }
        String rest = GameSentences.without(GameNotes.without(line));
        return rest.equals(line) || rest.chars().anyMatch(Character::isLetterOrDigit) ? rest : "";
    }

    private static boolean mayTellOfGame(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c < 0x80 ? (c >= '0' && c <= '9') || c == '[' || c == '{' : c >= 0x3010 && mayBeWide(c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayBeWide(char c) {
        return Narrow.of(c) == '[' || Character.isDigit(c);
    }
}
