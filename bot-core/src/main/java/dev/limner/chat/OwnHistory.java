package dev.limner.chat;

import java.util.Collection;
import java.util.List;

/** The conversation itself, where a platform has nobody else who keeps it. Thread-safe; blocks; durable on return. */
public interface OwnHistory {

    /**
     * Deletes what a person wrote, also what was posted as a proxy, and posts of ours.
     *
     * @return the person's messages that were deleted; a story may still hold them
     */
    List<MessageRef> forget(UserRef person, Collection<MessageRef> posts) throws ChatException;
}
