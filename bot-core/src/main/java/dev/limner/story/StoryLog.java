package dev.limner.story;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.MessageRef;
import dev.limner.chat.UserRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The captured messages. Thread-safe. */
public interface StoryLog {

    /**
     * Keeps a message; returns at once, and completes when it is durable. One that is there already (by its ref) is
     * left as it is. Messages appended by one thread become readable in that order.
     */
    CompletionStage<Void> append(StoryMessage message);

    /** Replaces a message's text; completes when durable, with whether the message was there. */
    CompletionStage<Boolean> replace(MessageRef message, String text, Map<String, String> mentions);

    /** Deletes a message; completes when durable, with whether the message was there. */
    CompletionStage<Boolean> remove(MessageRef message);

    /** Notes that a message stays; completes when durable. Nothing happens for one that is not held. */
    CompletionStage<Void> release(MessageRef message);

    /** Those that are held, in no order. Blocks. */
    List<StoryMessage> held();

    /** Until when any of the messages with {@code after < position <= upTo} is held. Blocks. */
    Optional<Instant> heldUntil(ChannelRef channel, long after, long upTo);

    /** Blocks. */
    Optional<StoryMessage> find(MessageRef message);

    /**
     * The newest messages with text and with {@code after < position <= upTo}, at most {@code limit}, oldest of them
     * first. Sees all that was appended before the call. Blocks.
     */
    List<StoryMessage> window(ChannelRef channel, long after, long upTo, int limit);

    /** How many are kept of a channel. Blocks. */
    long count(ChannelRef channel);

    /** Those with anything kept, in no order. Blocks. */
    List<ChannelRef> channels();

    /** Deletes everything of a channel. Blocks; durable on return. @return how many */
    int forget(ChannelRef channel);

    /** Deletes what was written in a channel before an instant. Blocks; durable on return. @return how many */
    int forgetOlderThan(ChannelRef channel, Instant instant);

    /** Deletes everything that a person wrote, everywhere. Blocks; durable on return. @return how many */
    int forgetBy(UserRef author);

    /** Everything that a person wrote and is kept, oldest first, at most {@code limit}. Blocks. */
    List<StoryMessage> writtenBy(UserRef author, int limit);
}
