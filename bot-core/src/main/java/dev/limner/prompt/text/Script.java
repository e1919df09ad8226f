package dev.limner.prompt.text;

/** What composition has to know of scripts. */
public final class Script {
    private Script() {}

    /** Whether words of its script stand without blanks: Han, kana, Thai, Lao, Khmer, Burmese. */
    public static boolean isUnspaced(int c) {
        if (c < 0x0E00) {
            return false;
        }
        return isHan(c)
                || isKatakana(c)
                || isHiragana(c)
                || (c < 0x0F00)
                || (c >= 0x1000 && c < 0x10A0)
                || (c >= 0x1780 && c < 0x1800);
    }

    public static boolean isHan(int c) {
        return (c >= 0x3400 && c < 0xA000)
                || (c >= 0xF900 && c < 0xFB00)
                || (c >= 0x20000 && c < 0x32000)
                || c == 0x3005;
    }

    public static boolean isKatakana(int c) {
        return (c >= 0x30A1 && c < 0x3100) || (c >= 0xFF66 && c < 0xFFA0);
    }

    public static boolean isHiragana(int c) {
        return c >= 0x3041 && c < 0x30A0;
    }

    public static boolean isHangul(int c) {
        return c >= 0xAC00 && c < 0xD7A4;
    }

    public static boolean isCyrillic(int c) {
        return c >= 0x400 && c < 0x530;
    }

    static boolean isLatin(int c) {
        return c < 0x250 ? c >= 'A' : c >= 0x1E00 && c < 0x1F00;
    }

    /** Hebrew and Arabic, which glue small words to the front of a name. */
    public static boolean isSemitic(int c) {
        return c >= 0x5D0 && c < 0x700;
    }
}
