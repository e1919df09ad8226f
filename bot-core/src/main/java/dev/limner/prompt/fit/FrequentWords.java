package dev.limner.prompt.fit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Words that are one token each to CLIP and to Qwen3, and in the 32,000 pieces of Llama 2, a vocabulary of the size of
 * T5's: what stands in all three published vocabularies, in small letters.
 */
final class FrequentWords {
    private static final int LONGEST = 12;

    private static final String LIST = "words-of-one-token.txt";

    private static final @org.jspecify.annotations.Nullable String[] TABLE = new String[1 << 14];

    static {
        try (BufferedReader list = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(FrequentWords.class.getResourceAsStream(LIST), "it is of the same room"),
                StandardCharsets.US_ASCII))) {
            list.lines().forEach(FrequentWords::put);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FrequentWords() {}

    static boolean contains(CharSequence text, int from, int end) {
        if (end - from > LONGEST) {
            return false;
        }
        int hash = 0;
        for (int i = from; i < end; i++) {
            hash = 31 * hash + lower(text.charAt(i));
        }
        for (int i = slot(hash); TABLE[i] != null; i = (i + 1) & (TABLE.length - 1)) {
            if (same(TABLE[i], text, from, end)) {
                return true;
            }
        }
        return false;
    }

    private static void put(String word) {
        int i = slot(word.hashCode());
        while (TABLE[i] != null) {
            i = (i + 1) & (TABLE.length - 1);
        }
        TABLE[i] = word;
    }

    private static int slot(int hash) {
        return (hash ^ (hash >>> 15)) & (TABLE.length - 1);
    }

    private static boolean same(String word, CharSequence text, int from, int end) {
        if (word.length() != end - from) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != lower(text.charAt(from + i))) {
                return false;
            }
        }
        return true;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
}
