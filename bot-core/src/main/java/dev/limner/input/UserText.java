package dev.limner.input;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that somebody gives as a name or a description. What nobody types, a control character or half of a character, is
 * refused. Marks that programs add unseen, as when something is pasted, mean nothing to whoever draws, and are taken out
 * of prose; in a name they would let one pass for another, or turn what stands around it, and are refused.
 */
public final class UserText {
    /**
     * Marks that reorder the text around them, a byte order mark, annotations: Unicode's explicit formatting characters
     * (<a href="https://www.unicode.org/reports/tr9/">UAX 9</a>, 2.1 to 2.5), and what its chapter 23.8 calls special.
     */
    private static final Pattern UNSEEN = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\ufff9-\\ufffb]");

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|\\u2028|\\u2029");

    private UserText() {}

    /** Of several lines. @param what as in "a description may have at most ..." */
    public static String paragraph(String what, String text, int most) throws RefusedException {
        String lines = LINE_END.matcher(text).replaceAll("\n").replace('\t', ' ');
        return within(what, UNSEEN.matcher(lines).replaceAll("").strip(), most);
    }

    /** On one line, with single blanks. @param what as in "a name may have at most ..." */
    public static String line(String what, String text, int most) throws RefusedException {
        String lines = LINE_END.matcher(text).replaceAll(" ").replaceAll("[\\t\\n\\h]+", " ");
        return within(what, UNSEEN.matcher(lines).replaceAll("").strip(), most);
    }

    /** A name on one line, with single blanks. @param what as in "a name may have at most ..." */
    public static String name(String what, String text, int most) throws RefusedException {
        Matcher unseen = UNSEEN.matcher(text);
        if (unseen.find()) {
            throw new RefusedException(what + " may have no unseen marks that turn its direction or set text apart, and"
                    + " this has " + "U+%04X".formatted(unseen.group().codePointAt(0)) + ". Type it again without.");
        }
        return line(what, text, most);
    }

    /** A name that a platform gives, which cannot be refused: without the marks that turn what is said around it. */
    public static String shownName(String name) {
        return UNSEEN.matcher(name).replaceAll("");
    }

    /** The first control character that is no line break or tab, or half of a character, such as {@code U+0007}. */
    public static Optional<String> unprintable(String text) {
        return text.codePoints()
                .filter(c -> Character.getType(c) == Character.SURROGATE
                        || Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                .mapToObj("U+%04X"::formatted)
                .findFirst();
    }

    /** @param most code points */
    private static String within(String what, String text, int most) throws RefusedException {
        Optional<String> unprintable = unprintable(text);
        if (unprintable.isPresent()) {
            throw new RefusedException(
                    what + " may have no control characters and no halves of characters, and this has "
                            + unprintable.get() + ". Type it again without.");
        }
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            throw new RefusedException(
                    what + " may have at most " + most + " characters, and this has " + length + ". Make it shorter.");
        }
        return text;
    }
}
