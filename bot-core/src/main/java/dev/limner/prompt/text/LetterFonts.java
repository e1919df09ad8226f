package dev.limner.prompt.text;

import java.text.Normalizer;

/**
 * Letters that are dressed up as other characters, as fonts for chats do it: mathematical bold, script and
 * double-struck, circled and squared ones, small capitals. Read as the plain letters that they show.
 */
final class LetterFonts {
    private static final String SMALL_CAPITALS =
            "\u1D00\u0299\u1D04\u1D05\u1D07\uA730\u0262\u029C\u026A\u1D0A\u1D0B\u029F\u1D0D\u0274\u1D0F\u1D18\u0280\uA731\u1D1B\u1D1C\u1D20\u1D21\u028F\u1D22";
    private static final String AS = "abcdefghijklmnoprstuvwyz";

    private LetterFonts() {}

    /** The plain character, or the same where it is no dressed-up letter or digit. */
    static int plain(int c) {
        if (c >= 0x1D400 && c <= 0x1D7FF || c >= 0x24B6 && c <= 0x24E9 || c >= 0x2100 && c <= 0x214F) {
            return normalised(c);
        }
        if (c >= 0x1F130 && c <= 0x1F149 || c >= 0x1F150 && c <= 0x1F169 || c >= 0x1F170 && c <= 0x1F189) {
            return 'A' + (c - 0x1F130) % 32;
        }
        int capital = c < 0x262 ? -1 : SMALL_CAPITALS.indexOf(c);
        return capital < 0 ? c : AS.charAt(capital);
    }

    private static int normalised(int c) {
        String plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
        int first = plain.codePointAt(0);
        return plain.length() == Character.charCount(first) && Character.isLetterOrDigit(first) ? first : c;
    }
}
