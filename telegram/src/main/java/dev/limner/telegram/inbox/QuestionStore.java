package dev.limner.telegram.inbox;

import java.util.Optional;

/** Questions that wait for a reply, each to one person. Thread-safe; blocks; durable on return. */
public interface QuestionStore {

    /**
     * A question.
     *
     * @param person who was asked
     * @param form what the answer is for
     */
    record Asked(String person, String form) {}

    void put(long chat, int message, Asked asked);

    /** What was asked in a message. */
    Optional<Asked> find(long chat, int message);

    /** What one person was asked, wherever that was. */
    void forget(String person);

    /** What was asked in one chat counts as asked in another from now on; what was asked there already holds. */
    void move(long from, long to);
}
