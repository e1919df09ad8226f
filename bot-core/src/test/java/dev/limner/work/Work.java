package dev.limner.work;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The steps that counted classes took: each call and each turn of a loop is one, and so is each character that the
 * library looks at or copies for them. Confined to one thread at a time.
 */
public final class Work {
    private static long steps;

    private Work() {}

    static long of(Runnable task) {
        long before = steps;
        task.run();
        return steps - before;
    }

    public static void step() {
        steps++;
    }

    public static String made(String text) {
        steps += text.length();
        return text;
    }

    public static int indexOf(String text, int c) {
        return indexOf(text, c, 0);
    }

    public static int indexOf(String text, int c, int from) {
        return sought(text, from, text.indexOf(c, from));
    }

    public static int indexOf(String text, String part) {
        return indexOf(text, part, 0);
    }

    public static int indexOf(String text, String part, int from) {
        return sought(text, from, text.indexOf(part, from));
    }

    public static int lastIndexOf(String text, int c) {
        return lastIndexOf(text, c, text.length() - 1);
    }

    public static int lastIndexOf(String text, int c, int from) {
        int found = text.lastIndexOf(c, from);
        steps += Math.max(0, Math.min(from, text.length()) - found);
        return found;
    }

    public static boolean contains(String text, CharSequence part) {
        return indexOf(text, part.toString(), 0) >= 0;
    }

    public static boolean isBlank(String text) {
        steps += text.length();
        return text.isBlank();
    }

    public static Matcher matcher(Pattern pattern, CharSequence text) {
        return pattern.matcher(new Read(text));
    }

    private static int sought(String text, int from, int found) {
        steps += Math.max(0, (found < 0 ? text.length() : found) - from);
        return found;
    }

    private record Read(CharSequence text) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            steps++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            steps += to - from;
            return text.subSequence(from, to);
        }

        @Override
        public String toString() {
            steps += text.length();
            return text.toString();
        }
    }
}
