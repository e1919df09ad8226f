package dev.limner.prompt;

import java.util.List;

/** The channel's look. Texts are as somebody gave them; the first {@code {prompt}} in the prefix marks where the rest goes. */
public record StyleSheet(String prefix, String negative, List<String> tags) {
    public StyleSheet {
        tags = List.copyOf(tags);
    }
}
