package dev.limner.input;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text that somebody gives as a name or a description. What nobody types, a control character or half of a character, is
 * refused; marks that programs add unseen, as when something is pasted, are taken out.
 */
public final class UserText {
    /** Marks that reorder the text around them, a byte order mark, annotations. */
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
