package dev.limner.chat;

import dev.limner.command.OptionSpec;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What an adapter hands its events to. Thread-safe. */
public interface ChatListener {

    /**
     * Takes an event and returns at once. Events of one channel are handled in the order in which they were given.
     *
     * @return done when what the event asked to keep is durable, so that a surface can acknowledge it; exceptional when
     *     it could not be kept
     */
    CompletionStage<Void> onEvent(ChatEvent event);

    /**
     * Whether a form may be opened in answer to a button, told by its id alone: where a form can only come first, nothing
     * else is to be answered before. From memory, no I/O.
     */
    default boolean mayOpenForm(String buttonId) {
        return false;
    }

    /**
     * What an option may be meant to become, while it is still typed.
     *
     * @param typed as far as it was typed; hostile
     * @return at most {@code limit}, best match first; blocks, a few milliseconds
     */
    default List<String> suggestions(Place place, OptionSpec option, String typed, int limit) {
        return List.of();
    }
}
