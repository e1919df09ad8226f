package dev.limner.prompt;

import java.util.ArrayList;
import java.util.List;

/** The channel's look. Texts are as somebody gave them; the first {@code {prompt}} in the prefix marks where the rest goes. */
public record StyleSheet(String prefix, String negative, List<String> tags) {
    private static final String REST = "{prompt}";

    public StyleSheet {
        tags = List.copyOf(tags);
    }

    /** This one around another. */
    public StyleSheet over(StyleSheet inner) {
        String marked = inner.prefix().contains(REST) ? inner.prefix() : joined(inner.prefix(), REST);
        String whole = prefix.contains(REST) ? prefix.replace(REST, marked) : joined(prefix, inner.prefix());
        List<String> all = new ArrayList<>(tags);
        all.addAll(inner.tags());
        return new StyleSheet(whole, joined(negative, inner.negative()), all);
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + ", " + second;
    }
}
