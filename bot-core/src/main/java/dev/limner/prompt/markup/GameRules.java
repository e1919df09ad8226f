package dev.limner.prompt.markup;

import java.util.List;

/** Tells what is said of rolls and figures from what is told of the story, by the words beside a number. */
final class GameRules {
    /** Words of the story that may name who rolls, or for what. */
    private static final int MOST_NAMING = 3;

    private static final int MOST_TOKENS = 24;

    private GameRules() {}

    /** Nothing but numbers and the words of a game: {@code Perception check: 18}. */
    static boolean isBare(List<GameToken> tokens) {
        int labels = 0;
        int hints = 0;
        boolean numbers = false;
        boolean dice = false;
        boolean result = false;
        for (GameToken token : tokens) {
            if (!token.kind().isGame()) {
                return false;
            }
            labels += token.kind().isLabel() ? 1 : 0;
            hints += token.kind() == GameWords.Kind.HINT ? 1 : 0;
            numbers |= token.kind() == GameWords.Kind.NUMBER;
            dice |= token.kind() == GameWords.Kind.DIE;
            result |= token.result() && token.kind() == GameWords.Kind.NUMBER;
        }
        return dice || (numbers && (labels > 0 || hints > 1 || (hints > 0 && result)));
    }

    /** Bare, or with a few words for who rolls and for what: {@code Mira: 2d6 = 7}, {@code Lockpicking check: 18}. */
    static boolean isRoll(String line, List<GameToken> tokens) {
        if (tokens.isEmpty() || tokens.size() > MOST_TOKENS) {
            return false;
        }
        int naming = 0;
        int last = -1;
        boolean names = true;
        for (int i = 0; i < tokens.size(); i++) {
            GameToken token = tokens.get(i);
            if (!token.kind().isGame()) {
                naming++;
                last = i;
                names &= !Character.isLowerCase(line.charAt(token.start()));
                if (GameWords.isDefinite(line.substring(token.start(), token.end()))) {
                    return false;
                }
            }
        }
        if (naming == 0) {
            return isBare(tokens);
        }
        if (naming > MOST_NAMING || last == tokens.size() - 1) {
            return false;
        }
        List<GameToken> rest = tokens.subList(last + 1, tokens.size());
        boolean dice = rest.stream().anyMatch(t -> t.kind() == GameWords.Kind.DIE);
        boolean figures = rest.stream().anyMatch(t -> t.kind().isFigure());
        boolean rolls = rest.get(0).kind() == GameWords.Kind.ROLLING && naming < MOST_NAMING && figures;
        boolean says = names && rest.get(0).result() && dice;
        boolean whole = names || tokens.stream().skip(1).noneMatch(GameToken::part);
        return rolls || says || (whole && announces(tokens, last));
    }

    /** Whether a label stands before the colon or arrow of a number. */
    private static boolean announces(List<GameToken> tokens, int last) {
        boolean label = false;
        for (int i = 0; i < tokens.size(); i++) {
            GameToken token = tokens.get(i);
            if (i > last && token.result() && token.kind().isFigure() && label) {
                return true;
            }
            label |= token.kind().isLabel() || token.kind() == GameWords.Kind.HINT;
        }
        return false;
    }

    /** How many tokens tell of a roll before the story goes on with a capital letter, as in {@code Roll: 17 She leaps}. */
    static int leading(String line, List<GameToken> tokens) {
        int count = 0;
        while (count < tokens.size() && tokens.get(count).kind().isGame()) {
            count++;
        }
        boolean parted = count > 1
                && count < tokens.size()
                && tokens.get(count - 1).kind().isFigure()
                && !Character.isLowerCase(line.charAt(tokens.get(count).start()));
        List<GameToken> led = tokens.subList(0, count);
        boolean roll = parted
                && led.stream().anyMatch(t -> t.kind().isLabel() || t.kind() == GameWords.Kind.DIE)
                && led.stream().anyMatch(t -> t.result() && t.kind().isFigure());
        return roll && isBare(led) ? count : 0;
    }
}
