package dev.limner.prompt.fit;

import dev.limner.prompt.Encoder;
import dev.limner.prompt.text.Script;

/**
 * Estimates how many tokens an encoder makes of a text, without its vocabulary. Meant to err upwards: a prompt that is
 * over its limit loses its end in silence, one that is a little under loses nothing.
 *
 * <p>The shape of the estimate follows from how the tokenizers work. All of them part text at blanks and signs first, so
 * words add up. Frequent English words are one token each ({@link FrequentWords}); of other words the cost grows with
 * their letters, more so with letters that are rare in English and in rows of consonants, and each letter outside ASCII
 * breaks its word and costs its bytes. CLIP's byte-pair encoding and those of the language models never need more tokens
 * than a character has bytes in UTF-8. T5's SentencePiece model has one unknown token for what it does not know, such as
 * kana, kanji and emoji. Digits are counted one by one, as CLIP and Qwen part them. What a text costs is the sum of what
 * its parts cost, if they are parted at blanks.
 *
 * <p>The figures for CLIP were fitted against its own byte-pair encoding, those for language models against Qwen3's, which
 * Qwen-Image and FLUX.2 klein read with; {@code docs/fidelity.md} says how and how close. Of English, German, Japanese and
 * emoji that they were not fitted on, one text in 21,000 was counted more than 5 % too low. Those for T5 follow the same
 * shape and were only compared with another vocabulary of its size.
 */
public final class TokenEstimate implements TokenMeter {
    private static final boolean[] VOWELS = new boolean[0x80];

    /** Rare within English words, so that few frequent pieces hold them. */
    private static final boolean[] RARE = new boolean[0x80];

    static {
        "aeiouAEIOU".chars().forEach(c -> VOWELS[c] = true);
        "jkqwxzJKQWXZ".chars().forEach(c -> RARE[c] = true);
    }

    /** Asks for the coloured form of the sign before it. */
    private static final int EMOJI_STYLE = 0xFE0F;

    /** On top, to all but CLIP, for a word in capitals. In hundredths of a token. */
    private static final int SHOUTED = 60;

    private final Encoder encoder;

    public TokenEstimate(Encoder encoder) {
        this.encoder = encoder;
    }

    /** Whole tokens; code points for {@link Encoder#HOSTED}. */
    @Override
    public int tokens(CharSequence text) {
        return (cost(text) + UNIT - 1) / UNIT;
    }

    /** In hundredths of a token; at most {@code Integer.MAX_VALUE / 2}. */
    @Override
    public int cost(CharSequence text) {
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
                cost += point < 0x80 ? ascii(text, i) : other(point);
                i += Character.charCount(point);
            }
        }
        return capped(cost);
    }

    @Override
    public boolean exact() {
        return encoder == Encoder.HOSTED;
    }

    /** Language models part digits one by one, and a blank before them from them. */
    private int ascii(CharSequence text, int at) {
        char c = text.charAt(at);
        boolean parted = encoder == Encoder.LLM && c >= '0' && c <= '9' && at > 0 && text.charAt(at - 1) == ' ';
        return parted ? 2 * UNIT : UNIT;
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
        boolean shouted = length > 1 && Character.isUpperCase(text.charAt(from + 1)) && encoder != Encoder.CLIP;
        if (!shouted && FrequentWords.contains(text, from, end)) {
            return UNIT + strange(text, from) + capital(text, from, length);
        }
        int cost = strange(text, from) + (shouted ? SHOUTED : 0);
        int letters = 0;
        int consonants = 0;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c > 0x7F) {
                cost += accented(c);
                letters = 0;
                consonants = 0;
            } else {
                cost += ++letters == 1 ? UNIT : letters == 2 && length == 2 ? 0 : letter();
                consonants = isVowel(c) ? 0 : consonants + 1;
                cost += consonants > 2 ? cluster() : 0;
                cost += letters > 1 && RARE[c] ? rare() : 0;
            }
        }
        return cost;
    }

    /**
     * All but CLIP know words with the blank before them, and fewer that follow a hyphen; language models also fewer that
     * open a text.
     */
    private int strange(CharSequence text, int from) {
        if (encoder == Encoder.CLIP) {
            return 0;
        }
        if (from == 0) {
            return encoder == Encoder.LLM ? UNIT : 0;
        }
        return text.charAt(from - 1) == '-' ? UNIT / 2 : 0;
    }

    /** All but CLIP, which reads small letters, do not know every longer word with a capital too. */
    private int capital(CharSequence text, int from, int length) {
        boolean parted = encoder != Encoder.CLIP && length > 5 && Character.isUpperCase(text.charAt(from));
        return parted ? UNIT : 0;
    }

    /** A plain letter that goes on a piece of a word. */
    private int letter() {
        return encoder == Encoder.LLM ? 30 : 32;
    }

    /** On top, for a letter that is rare in English. */
    private int rare() {
        return encoder == Encoder.CLIP ? 29 : 15;
    }

    /** On top, for each further consonant of a row, as in {@code Brrgh}, for which no frequent piece exists. */
    private int cluster() {
        return encoder == Encoder.CLIP ? 45 : 25;
    }

    /** A letter that parts the word around it. */
    private int accented(char c) {
        return switch (encoder) {
            case CLIP -> c < 0x100 ? 165 : c < 0x1E00 ? 210 : 260;
            case T5 -> c < 0x100 ? 60 : UNIT;
            default -> c < 0x100 ? 75 : isCombining(c) ? 180 : c < 0x1E00 ? 115 : 130;
        };
    }

    private static boolean isCombining(char c) {
        return c >= 0x300 && c < 0x370;
    }

    private static boolean isVowel(char c) {
        return VOWELS[c];
    }

    private int other(int c) {
        return switch (encoder) {
            case CLIP -> ofClip(c);
            case T5 -> c >= 0x10000 ? 2 * UNIT : UNIT;
            default -> ofLanguageModel(c);
        };
    }

    private static int ofClip(int c) {
        if (c == EMOJI_STYLE) {
            return 0;
        }
        if (Script.isHiragana(c) || Script.isKatakana(c)) {
            return 2 * UNIT;
        }
        if (c < 0x800) {
            return isGreek(c) ? 210 : 130;
        }
        // from U+1FA70 on stand emoji that are younger than CLIP
        boolean symbol = c >= 0x2000 && c < 0x2C00 || c >= 0x1F000 && c < 0x1FA70;
        return isFace(c) ? 120 : symbol ? 2 * UNIT : 3 * UNIT;
    }

    /** Of the block of emoticons, which are used most. */
    private static boolean isFace(int c) {
        return c >= 0x1F600 && c < 0x1F650;
    }

    private static int ofLanguageModel(int c) {
        if (c == EMOJI_STYLE || Script.isHiragana(c) || Script.isKatakana(c)) {
            return UNIT;
        }
        if (Script.isHan(c) || Script.isHangul(c)) {
            return Script.isHan(c) ? 108 : 130;
        }
        if (c < 0x800) {
            return isGreek(c) ? 110 : 65;
        }
        if (c >= 0x2010 && c < 0x2027) {
            return UNIT;
        }
        boolean sign = c < 0x20D0 || c >= 0x3000 && c < 0x10000;
        return sign ? 2 * UNIT : isFace(c) ? 220 : 3 * UNIT;
    }

    private static boolean isGreek(int c) {
        return c >= 0x370 && c < 0x400;
    }
}
