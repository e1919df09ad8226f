package dev.limner.telegram.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.limner.telegram.inbox.Conversation;
import dev.limner.telegram.inbox.ConversationStore;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Commands that the last of several messages completed. Each stands where its conversation stood until the next one
 * begins, so that an update which completed it, and is told again because its handling failed or the process ended,
 * completes the same. Thread-safe; blocks.
 */
final class Completed {
    private final ConversationStore conversations;
    private final InstantSource clock;
    private final ObjectMapper json = new ObjectMapper();

    Completed(ConversationStore conversations, InstantSource clock) {
        this.conversations = conversations;
        this.clock = clock;
    }

    private record State(String line, @Nullable Kept about) {}

    /** Ends the conversation that led to a command. @param by what completed it, as {@link Commands.Said#key()} */
    void keep(Who who, String by, Guide.Given given) {
        try {
            String state = json.writeValueAsString(new State(given.line(), Kept.of(given.about())));
            conversations.put(
                    who.address().channel(),
                    who.person(),
                    new Conversation(Conversation.Kind.COMPLETED, by, 0, state, clock.instant()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written", e);
        }
    }

    /** What the same message or press completed before; null when it completed nothing. */
    Guide.@Nullable Given again(Who who, String by) {
        Conversation kept =
                conversations.find(who.address().channel(), who.person()).orElse(null);
        if (kept == null
                || kept.kind() != Conversation.Kind.COMPLETED
                || !kept.by().equals(by)) {
            return null;
        }
        try {
            State state = json.readValue(kept.state(), State.class);
            Kept about = state.about();
            return new Guide.Given(state.line(), about == null ? null : about.ref());
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
