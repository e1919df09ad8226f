package dev.limner.input;

import java.util.regex.Pattern;

/** Free text as people type it, cleaned of what does not show and cannot be stored. */
public final class UserText {
    /** Control characters but the line feed, unpaired surrogates, and marks that reorder the text around them. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\ufff9-\\ufffb&&[^\\n]]");

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

    /** @param most code points */
    private static String within(String what, String text, int most) throws RefusedException {
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            throw new RefusedException(
                    what + " may have at most " + most + " characters, and this has " + length + ". Make it shorter.");
        }
        return text;
    }
}
