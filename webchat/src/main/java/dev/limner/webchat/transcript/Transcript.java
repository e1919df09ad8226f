package dev.limner.webchat.transcript;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rooms' messages and people. Thread-safe; blocks; what it changes is durable on return. */
public interface Transcript {

    /** Appends at the end of the draft's room, or finds what an earlier draft with the same nonce became. */
    Appended append(Draft draft, Instant at);

    /** Replaces text, files and buttons; empty when the message is not there. */
    Optional<Entry> replace(String room, String id, Draft.Body body);

    /** Deletes a message; empty when it is not there (any more). */
    Optional<Entry> delete(String room, String id);

    /** Deletes all that a person wrote, in every room and under any name. @return what it was */
    List<Entry> forget(String person);

    /** Notes that the listener kept the message as it was in that revision; nothing when it changed since. */
    void settle(Entry entry);

    /** The messages of which something is owed to the listener, in order; deleted ones too. */
    List<Entry> owed(String room);

    Optional<Entry> find(String room, String id);

    /** The newest messages before a position, at most {@code limit}, oldest of them first; no deleted ones. */
    List<Entry> before(String room, long position, int limit);

    /** A file of a message, by its hash. */
    Optional<Stored> file(String hash);

    /** In the order in which they were first saved. */
    List<Person> people();

    /** Adds a person, or replaces the one with this id. */
    void save(Person person);

    /** Nothing when there is no such person. What the person said stays. */
    void removePerson(String id);

    /** @param fresh whether the draft was appended, and not there already */
    record Appended(Entry entry, boolean fresh) {}

    /** Bytes that are not to be changed, and their media type. */
    @SuppressWarnings("ArrayRecordComponent")
    record Stored(byte[] bytes, String mediaType) {}
}
