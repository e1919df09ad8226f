package dev.limner.prompt;

/**
 * Estimates how many tokens an encoder makes of a text, without its vocabulary. Meant to err upwards: a prompt that is
 * over its limit loses its end in silence, one that is a little under loses nothing.
 *
 * <p>The shape of the estimate follows from how the tokenizers work. All of them part text at blanks and signs first, so
 * words add up. Frequent English words are one token each ({@link FrequentWords}); of other words the cost grows with
 * their letters. CLIP's byte-pair encoding and those of the language models never need more tokens than a character has
 * bytes in UTF-8. T5's SentencePiece model has one unknown token for what it does not know, such as kana, kanji and
 * emoji. Digits are counted one by one, as CLIP and Qwen part them. What a text costs is the sum of what its parts cost,
 * if they are parted at blanks.
 */
final class TokenEstimate {
    /** Of a token, so that sums of words need no rounding. */
    static final int UNIT = 100;

    private final Encoder encoder;

    TokenEstimate(Encoder encoder) {
        this.encoder = encoder;
    }

    /** Whole tokens; code points for {@link Encoder#HOSTED}. */
    int tokens(CharSequence text) {
        return (cost(text) + UNIT - 1) / UNIT;
    }

    /** In hundredths of a token; at most {@code Integer.MAX_VALUE / 2}. */
    int cost(CharSequence text) {
        if (encoder == Encoder.HOSTED) {
            return capped((long) UNIT * Character.codePointCount(text, 0, text.length()));
        }
        long cost = 0;
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (c == ' ') {
                i++;
            } else if (isLatin(c)) {
                int end = i + 1;
                while (end < text.length() && isLatin(text.charAt(end))) {
                    end++;
                }
                cost += word(text, i, end);
                i = end;
            } else {
                int point = Character.codePointAt(text, i);
                cost += point < 0x80 ? UNIT : other(point);
                i += Character.charCount(point);
            }
        }
        return capped(cost);
    }

    private static int capped(long cost) {
        return (int) Math.min(cost, Integer.MAX_VALUE / 2);
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7)
                || (c >= 0x300 && c < 0x370)
                || (c >= 0x1E00 && c < 0x1F00);
    }

    private int word(CharSequence text, int from, int end) {
        int length = end - from;
        if (FrequentWords.contains(text, from, end)) {
            return UNIT;
        }
        int accents = 0;
        for (int i = from; i < end; i++) {
            accents += text.charAt(i) > 0x7F ? 1 : 0;
        }
        int letters = Math.max(0, length - 2);
        return switch (encoder) {
            case CLIP -> UNIT + 26 * letters + 50 * accents;
            case T5 -> UNIT + 30 * letters + 25 * accents;
            default -> UNIT + 28 * letters + 30 * accents;
        };
    }

    private int other(int c) {
        int bytes = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        if (encoder == Encoder.T5) {
            return c >= 0x10000 ? 2 * UNIT : UNIT;
        }
        if (Script.isHiragana(c) || Script.isKatakana(c)) {
            return encoder == Encoder.CLIP ? 2 * UNIT : UNIT;
        }
        if (encoder == Encoder.CLIP) {
            return bytes == 2 ? 120 : 3 * UNIT;
        }
        if (Script.isHan(c) || Script.isHangul(c)) {
            return 130;
        }
        return bytes == 2 ? 60 : bytes == 3 ? 2 * UNIT : 3 * UNIT;
    }
}
