package dev.limner.prompt.text;

import java.util.Arrays;
import java.util.Objects;

/** Letters that are appended one by one and read one by one, both at less cost than those of a string builder. */
final class Letters implements CharSequence {
    private char[] letters = new char[128];
    private int length;

    void append(char c) {
        if (length == letters.length) {
            letters = Arrays.copyOf(letters, 2 * length);
        }
        letters[length++] = c;
    }

    void append(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i));
        }
    }

    void clear() {
        length = 0;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return letters[Objects.checkIndex(index, length)];
    }

    String substring(int from, int to) {
        return new String(letters, from, to - from);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return substring(from, to);
    }

    @Override
    public String toString() {
        return substring(0, length);
    }
}
