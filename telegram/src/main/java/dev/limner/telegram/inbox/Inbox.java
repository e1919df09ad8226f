package dev.limner.telegram.inbox;

import java.util.List;
import java.util.Optional;

/** Updates that were received. Thread-safe. */
public interface Inbox {

    /** Keeps updates; durable on return. @return those that were not there before, in their order */
    List<RawUpdate> keep(List<RawUpdate> updates);

    /** Those that are not handled yet, in their order. Blocks. */
    List<RawUpdate> open();

    /** Keeps the command that an open update was the last part of. Blocks; durable on return. */
    void complete(long id, String command);

    /** The command that an open update was the last part of, when it was told before. Blocks. */
    Optional<String> completed(long id);

    /** Forgets what stood in an update and what it completed, but not that it was there. Returns at once. */
    void handled(long id);

    /** Keeps an update that cannot be handled, for whoever looks into it; it is not given again. Returns at once. */
    void setAside(long id);

    /**
     * Forgets what stands in updates that were set aside, where they tell of somebody. Blocks; durable on return.
     *
     * @param person the number of an account; of another identity there is nothing to be found
     */
    void forget(String person);
}
