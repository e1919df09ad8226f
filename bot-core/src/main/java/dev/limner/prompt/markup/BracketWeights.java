package dev.limner.prompt.markup;

import java.util.BitSet;

/**
 * Which round brackets of a given text may stay: lone pairs, not heaped ones, with no weight or one within reason.
 */
final class BracketWeights {
    private BracketWeights() {}

    /** @param skips by the place of a bracket or colon, the last place to leave out */
    record Kept(BitSet stays, BitSet weights, int[] skips) {
        boolean keeps(int at) {
            return stays.get(at);
        }

        /** Whether a weight that must go begins at this colon. */
        boolean isWeight(int at) {
            return weights.get(at);
        }

        int skip(int at) {
            return Math.max(at, skips[at]);
        }
    }

    /** @param most the greatest weight; 0 where weights have no meaning */
    static Kept kept(String text, double most) {
        Kept kept = new Kept(new BitSet(text.length()), new BitSet(text.length()), new int[text.length()]);
        int depth = 0;
        int open = -1;
        boolean heaped = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[') {
                open = depth++ == 0 ? i : open;
                heaped = depth > 1 || (depth == 1 && c == '[');
            } else if ((c == ')' || c == ']') && depth > 0) {
                int colon = weightColon(text, i);
                boolean fits = colon < 0 || (c == ')' && most > 0 && weight(text, colon, i) <= most);
                depth--;
                if (!fits) {
                    kept.weights.set(colon);
                    kept.skips[colon] = i - 1;
                } else if (depth == 0 && !heaped && c == ')') {
                    kept.stays.set(open);
                    kept.stays.set(i);
                }
                heaped |= depth > 0;
            }
        }
        return kept;
    }

    /** The colon before the number that ends at a bracket, or -1. */
    private static int weightColon(String text, int close) {
        int i = close - 1;
        while (i >= 0 && close - i < 16 && (Character.isDigit(text.charAt(i)) || " .-+".indexOf(text.charAt(i)) >= 0)) {
            i--;
        }
        return i >= 0 && i < close - 1 && text.charAt(i) == ':' ? i : -1;
    }

    /** The bracket that closes after a weight which begins at a colon, or the colon where it is none, as in a time. */
    static int endOfWeight(String text, int colon) {
        if (colon == 0 || Character.isDigit(text.charAt(colon - 1))) {
            return colon;
        }
        int i = colon + 1;
        while (i < text.length()
                && i - colon < 16
                && (Character.isDigit(text.charAt(i)) || " .-+".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        boolean closes = i < text.length() && (text.charAt(i) == ')' || text.charAt(i) == ']');
        return closes && i > colon + 1 ? i : colon;
    }

    private static double weight(String text, int colon, int close) {
        try {
            return Math.abs(Double.parseDouble(text.substring(colon + 1, close).strip()));
        } catch (NumberFormatException e) {
            return Double.MAX_VALUE;
        }
    }
}
