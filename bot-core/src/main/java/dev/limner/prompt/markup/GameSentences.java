package dev.limner.prompt.markup;

import java.util.BitSet;
import java.util.List;

/** Sentences of a line, and parts of them, that tell of rolls: {@code Nat 20!}, {@code Takes 5 damage.} */
final class GameSentences {
    private final String line;
    private final List<GameToken> tokens;
    private final BitSet cut = new BitSet();

    private GameSentences(String line) {
        this.line = line;
        this.tokens = GameToken.of(line, 0, line.length());
    }

    static String without(String line) {
        GameSentences sentences = new GameSentences(line);
        sentences.read();
        return sentences.cut.isEmpty() ? line : sentences.remaining();
    }

    private void read() {
        int first = 0;
        int from = 0;
        for (int i = 1; i <= tokens.size(); i++) {
            if (i < tokens.size() && !tokens.get(i).sentence()) {
                continue;
            }
            int end = i == tokens.size() ? line.length() : endOfSentence(i);
            sentence(first, i, from, end);
            first = i;
            from = end;
        }
    }

    /** Where the signs that end the sentence before a token end. */
    private int endOfSentence(int token) {
        int end = tokens.get(token - 1).end();
        while (end < tokens.get(token).start() && line.charAt(end) != ' ') {
            end++;
        }
        return end;
    }

    private void sentence(int first, int after, int from, int end) {
        if (end - from > GameLines.LONGEST) {
            return;
        }
        List<GameToken> all = tokens.subList(first, after);
        if (isSaid(first, after)) {
            return;
        }
        if (GameRules.isRoll(line, all)) {
            cut.set(from, end);
            return;
        }
        int leading = GameRules.leading(line, all);
        if (leading > 0) {
            cut.set(from, all.get(leading).start());
        }
        parts(first, after);
        natural(all);
        points(all);
    }

    private boolean isSaid(int first, int after) {
        int end = tokens.get(after - 1).end();
        return tokens.subList(first, after).stream().anyMatch(GameToken::quoted)
                || GameToken.isQuoted(
                        line, end, after < tokens.size() ? tokens.get(after).start() : line.length());
    }

    /** Parts between commas and dashes, each with the comma before it, the first with the one after it. */
    private void parts(int first, int after) {
        int begin = first;
        for (int i = first + 1; i <= after; i++) {
            if (i < after && !tokens.get(i).part()) {
                continue;
            }
            if (i - begin < after - first && GameRules.isBare(tokens.subList(begin, i))) {
                boolean leads = begin == first;
                cut.set(
                        leads
                                ? tokens.get(begin).start()
                                : tokens.get(begin - 1).end(),
                        leads ? tokens.get(i).start() : tokens.get(i - 1).end());
            }
            begin = i;
        }
    }

    /** {@code rolls a nat 1 and ...}. */
    private void natural(List<GameToken> sentence) {
        for (int i = 1; i + 1 < sentence.size(); i++) {
            GameToken before = sentence.get(i - 1);
            boolean rolled = before.kind() == GameWords.Kind.ROLLING || is(before, "a") || is(before, "an");
            boolean natural = is(sentence.get(i), "nat") || is(sentence.get(i), "natural");
            GameToken number = sentence.get(i + 1);
            if (rolled && natural && (is(number, "1") || is(number, "20"))) {
                cut.set(before.kind() == GameWords.Kind.ROLLING ? before.end() : before.start(), number.end());
            }
        }
    }

    /** {@code HP 7/12}. */
    private void points(List<GameToken> sentence) {
        for (int i = 0; i + 2 < sentence.size(); i++) {
            GameToken label = sentence.get(i);
            GameToken left = sentence.get(i + 1);
            GameToken full = sentence.get(i + 2);
            boolean share = left.kind() == GameWords.Kind.NUMBER
                    && full.kind() == GameWords.Kind.NUMBER
                    && full.start() == left.end() + 1
                    && line.charAt(left.end()) == '/';
            if (share && (is(label, "hp") || is(label, "mp"))) {
                cut.set(label.start(), full.end());
            }
        }
    }

    private boolean is(GameToken token, String word) {
        return token.end() - token.start() == word.length()
                && line.regionMatches(true, token.start(), word, 0, word.length());
    }

    private String remaining() {
        StringBuilder out = new StringBuilder(line.length());
        int from = 0;
        for (int start = cut.nextSetBit(0); start >= 0; start = cut.nextSetBit(from)) {
            out.append(line, from, start).append(' ');
            from = cut.nextClearBit(start);
        }
        return out.append(line, from, line.length()).toString();
    }
}
