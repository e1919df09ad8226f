package dev.limner.webchat.room;

/** Everybody who has the rooms open. Thread-safe; never blocks. */
public interface Audience {

    /** @param data becomes JSON */
    void tellEveryone(String event, Object data);

    /** Forgets what was said to this person alone. */
    void forget(String person);
}
