package dev.limner.chat;

import dev.limner.command.CommandCatalog;
import java.util.Optional;

/** A chat platform: translates events in and posts out, and decides nothing. Thread-safe; its calls may block. */
public interface ChatPlatform extends AutoCloseable {

    PlatformId id();

    /** Starts to deliver events; commands are offered in the platform's own way. */
    void start(ChatListener listener, CommandCatalog commands) throws ChatException;

    /** The limits in a channel; from memory, no I/O. */
    Capabilities capabilities(ChannelRef channel);

    /**
     * Posts a message that {@link MessagePlanner} made fit.
     *
     * @return the native message
     */
    MessageRef send(ChannelRef to, PlannedMessage message) throws ChatException;

    /** Present where messages can be changed after they were posted. */
    default Optional<MessageEditor> editor() {
        return Optional.empty();
    }

    /**
     * What of a channel's messages the platform keeps from the bot, and what to do about it, in words for the channel;
     * empty when it sees all. Asks the platform: blocks.
     */
    default Optional<String> blindSpot(ChannelRef channel) {
        return Optional.empty();
    }

    @Override
    void close();
}
