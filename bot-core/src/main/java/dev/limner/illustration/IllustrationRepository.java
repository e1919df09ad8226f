package dev.limner.illustration;

import dev.limner.avatar.ImageStore.StoredImage;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.MessageRef;
import dev.limner.chat.UserRef;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where illustrations are kept. Thread-safe; blocks; durable on return, except where something else is said. */
public interface IllustrationRepository {

    /**
     * Lines its requester up with it where lanes are kept in the same place: both or neither. It outlives the process from
     * then on; a power cut may undo it until {@link #settle}, or until something later is durable, so nobody is to be told of
     * it before.
     */
    void add(Illustration illustration);

    /** Waits until all that was added, changed or noted before is durable. Nobody else has to wait for that. */
    void settle();

    Optional<Illustration> find(String id);

    /** The oldest of a requester that is not yet told. */
    Optional<Illustration> next(UserRef requester);

    /**
     * Replaces what is kept of an illustration, if it is still in a given state. A status message that is noted stays.
     *
     * @return whether it was; otherwise nothing changed
     */
    boolean replace(State expected, Illustration illustration);

    /**
     * Replaces what is kept as {@link #replace(State, Illustration)} does, but returns before it is done, and a power cut
     * may undo it: for what is found out again. Changes are made in the order of the calls; what is read meanwhile may be
     * older.
     */
    void note(State expected, Illustration illustration);

    /**
     * Replaces what is kept of an illustration as {@link #replace(State, Illustration)} does, and stores its picture with
     * it: both or neither.
     *
     * @return at once; completes when it is durable. Stages that depend on it must not block
     */
    CompletableFuture<Boolean> replace(State expected, Illustration illustration, StoredImage picture);

    /**
     * Notes the status message of an illustration that has none yet, in whatever state. It is kept as what is added is, so
     * it is durable with the next {@link #settle}.
     */
    void noteStatus(String id, MessageRef status);

    /** Those with something left to do, so that their lanes can be woken after a start. */
    List<UserRef> waiting();

    /** How many of a requester have something left to do, if only to tell of their end. */
    int open(UserRef requester);

    /** How many of a requester have not ended. */
    int unfinished(UserRef requester);

    /**
     * Place in the queue, when lanes take turns: 1 for the one that is next or under way. 0 when it is not waiting.
     */
    int placeOf(String id);

    /** Of a channel, newest first. */
    List<Illustration> latest(ChannelRef channel, int limit);

    /** Whether one of a requester's was asked for by an event, as in {@link Illustration#event()}. */
    boolean isOf(UserRef requester, String event);

    /** Of a person, newest first; without what is to be forgotten. */
    List<Illustration> requestedBy(UserRef requester, int limit);

    /** Deletes what is finished of a person, and what is not as soon as its end is told. @return how many were finished */
    int forgetBy(UserRef requester);
}
