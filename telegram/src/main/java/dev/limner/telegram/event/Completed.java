package dev.limner.telegram.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.limner.telegram.inbox.ConversationStore;
import dev.limner.telegram.inbox.Inbox;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Commands that the last of several messages completed. Each is kept with the update that completed it until that is
 * handled, whatever is begun meanwhile, so that the update completes the same when it is told again because its handling
 * failed or the process ended. Thread-safe; blocks.
 */
final class Completed {
    private final Inbox inbox;
    private final ConversationStore conversations;
    private final ObjectMapper json = new ObjectMapper();

    Completed(Inbox inbox, ConversationStore conversations) {
        this.inbox = inbox;
        this.conversations = conversations;
    }

    private record State(String line, @Nullable Kept about) {}

    /** Ends the conversation that led to a command. @param update what completed it */
    void keep(Who who, long update, Guide.Given given) {
        try {
            inbox.complete(update, json.writeValueAsString(new State(given.line(), Kept.of(given.about()))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written", e);
        }
        conversations.end(who.address().channel(), who.person(), update);
    }

    /** What the same update completed before; null when it completed nothing. */
    Guide.@Nullable Given again(long update) {
        Optional<String> kept = inbox.completed(update);
        if (kept.isEmpty()) {
            return null;
        }
        try {
            State state = json.readValue(kept.get(), State.class);
            Kept about = state.about();
            return new Guide.Given(state.line(), about == null ? null : about.ref());
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
