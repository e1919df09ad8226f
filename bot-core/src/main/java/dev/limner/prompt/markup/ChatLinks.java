package dev.limner.prompt.markup;

import java.util.regex.Pattern;

/** Links, mentions and custom emoji in a text that is otherwise taken as it stands. */
public final class ChatLinks {
    /** Possessive and bounded, so that no text can make it slow. */
    private static final Pattern FOR_READERS = Pattern.compile(
            "<a?:\\w{1,40}+:\\d{1,24}+>|<(?:@[!&]?|#)\\d{1,24}+>|<?\\b[a-zA-Z][a-zA-Z0-9+-]{0,15}+://[^\\s>]++>?"
                    + "|<?\\b(?:mailto:|www\\.|discord\\.gg/|discord\\.com/)[^\\s>]++>?");

    private ChatLinks() {}

    public static String remove(String text) {
        if (text.indexOf('<') < 0 && text.indexOf('/') < 0 && text.indexOf(':') < 0 && text.indexOf('.') < 0) {
            return text;
        }
        return FOR_READERS.matcher(text).replaceAll("");
    }
}
