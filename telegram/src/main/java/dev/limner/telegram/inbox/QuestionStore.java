package dev.limner.telegram.inbox;

import java.util.Optional;

/** Questions that wait for a reply, each to one person. Thread-safe; blocks; durable on return. */
public interface QuestionStore {

    void put(long chat, int message, String person, String form);

    /** What a reply to that message by that person is for. */
    Optional<String> find(long chat, int message, String person);
}
