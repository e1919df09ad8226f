package dev.limner.telegram.post;

/** Our texts, made so that Telegram takes them and nobody is called by them. Pure. */
public final class Wording {
    private static final int REPLACEMENT = 0xFFFD;
    /** Takes no room and parts no word; behind an at sign, it keeps a name from being a mention. */
    static final char JOINER = '\u2060';

    private static final char WIDE_AT = '\uFF20';

    private Wording() {}

    /**
     * The same text to the reader. Telegram makes a mention of every {@code @name} by itself, and there is no way to
     * turn that off, so the sign is parted from the name, or replaced where there is no room.
     *
     * @param longest UTF-16 units
     */
    public static String quiet(String text, int longest) {
        String clean = clean(text);
        if (clean.indexOf('@') < 0) {
            return clean;
        }
        String parted = clean.replaceAll("@(?=\\w)", "@" + JOINER);
        return parted.length() <= longest ? parted : clean.replace('@', WIDE_AT);
    }

    /** What people copy from us, as they meant it. */
    public static String copied(String text) {
        return text.replace("@" + JOINER, "@").replace(WIDE_AT, '@');
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .forEach(c -> clean.appendCodePoint(isHalf(c) ? REPLACEMENT : c));
        return clean.toString();
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
