package dev.limner.webchat.room;

import dev.limner.webchat.transcript.Transcript.Stored;

/** One browser. Thread-safe; never blocks. */
public interface Visitor {

    /**
     * Says something to this browser alone.
     *
     * @param data becomes JSON
     */
    void tell(String event, Object data);

    /** Keeps a file for this browser alone, for a while; returns the name under which it can be fetched. */
    String keep(Stored file);
}
