package dev.limner.discord.interaction;

import java.util.Optional;

/** Keeps by what interactions can be answered, for no longer than that is possible. Thread-safe. */
public interface InteractionStore {

    /** Returns at once. What is stored after this call is never durable without it. */
    void keep(KeptInteraction interaction);

    /** Blocks. Empty also for one that takes no answers any more. */
    Optional<KeptInteraction> find(String id);

    /** Returns at once; without effect for one that is not kept. */
    void drop(String id);

    /** Drops those that take no answers any more; returns at once. */
    void dropExpired();

    /** Drops those of a person. Blocks; durable. */
    void forget(String person);
}
