package dev.limner.prompt.voice;

/** Makes the first letter of a text, which is not empty, a capital or a small one. */
public final class FirstLetter {
    private FirstLetter() {}

    public static String capital(String text) {
        return with(Character.toTitleCase(text.codePointAt(0)), text);
    }

    public static String small(String text) {
        return with(Character.toLowerCase(text.codePointAt(0)), text);
    }

    private static String with(int first, String text) {
        return Character.toString(first) + text.substring(Character.charCount(text.codePointAt(0)));
    }
}
