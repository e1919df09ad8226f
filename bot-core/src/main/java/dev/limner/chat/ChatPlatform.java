package dev.limner.chat;

import dev.limner.command.CommandCatalog;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** Present where it can be asked whether a message still stands. */
    default Optional<MessageLookup> lookup() {
        return Optional.empty();
    }

    /** Present where a person can be told something outside of any channel. */
    default Optional<PrivateLine> privateLine() {
        return Optional.empty();
    }

    /**
     * The way back to whoever caused an event that an earlier process heard. Empty where none was kept, or it is no longer
     * open. Blocks.
     *
     * @param event as in {@link Responder.Telling}
     */
    default Optional<Responder> answerTo(String event) {
        return Optional.empty();
    }

    /** Present where the platform's conversations are kept by Limner alone, so that it can forget them. */
    default Optional<OwnHistory> history() {
        return Optional.empty();
    }

    /** Deletes what the adapter keeps of a person for itself, such as how far a command of theirs is. Blocks; durable. */
    default void forget(UserRef person) throws ChatException {}

    /**
     * Whether the platform says that people of every age may look at a place, so that no picture for adults is to be
     * asked for there; false also where it does not tell. From memory, no I/O.
     */
    default boolean openToAll(Place place) {
        return false;
    }

    /**
     * Which of these communities the bot is in no longer, such as when it was taken out while nobody listened. Empty where
     * the platform does not tell. May ask the platform: blocks.
     */
    default Set<CommunityRef> left(Set<CommunityRef> known) throws ChatException {
        return Set.of();
    }

    /**
     * Why nothing is heard from the platform now, with the fix, as a sentence for whoever runs the bot; empty while all is
     * well. From memory, no I/O.
     */
    default Optional<String> outage() {
        return Optional.empty();
    }

    /**
     * What keeps the bot from following the story of a place and posting there, each with its fix, as sentences for
     * people. May ask the platform: blocks.
     */
    default List<String> hindrances(Place place) {
        return List.of();
    }

    /**
     * What keeps a picture from being posted in a place, with its fix, as a sentence for people; empty where nothing is
     * known to. From memory, no I/O.
     */
    default Optional<String> postingHindrance(Place place) {
        return Optional.empty();
    }

    @Override
    void close();
}
