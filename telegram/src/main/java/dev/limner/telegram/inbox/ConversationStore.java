package dev.limner.telegram.inbox;

import dev.limner.chat.ChannelRef;
import java.util.Optional;

/** Conversations, one for each person in a channel. Thread-safe; blocks; durable on return. */
public interface ConversationStore {

    /** Begins or goes on; what was there is forgotten. */
    void put(ChannelRef channel, String person, Conversation conversation);

    /** The one there is, even if it took too long. */
    Optional<Conversation> find(ChannelRef channel, String person);

    /** Ends the one there is, unless an update after this one brought it where it is. @param update Telegram's number */
    void end(ChannelRef channel, String person, long update);

    /** Those of one person, wherever they are. */
    void forget(String person);

    /** Those of one channel go on in another; who has one there already goes on with that. */
    void move(ChannelRef from, ChannelRef to);
}
