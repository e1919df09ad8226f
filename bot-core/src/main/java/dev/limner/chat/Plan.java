package dev.limner.chat;

import java.util.List;

/** The native messages of one post, in order. */
public record Plan(List<PlannedMessage> messages) {
    public Plan {
        messages = List.copyOf(messages);
    }
}
