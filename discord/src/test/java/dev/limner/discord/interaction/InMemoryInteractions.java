package dev.limner.discord.interaction;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Interactions that are kept as long as this object. */
public final class InMemoryInteractions implements InteractionStore {
    private final Map<String, KeptInteraction> kept = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public InMemoryInteractions(InstantSource clock) {
        this.clock = clock;
    }

    /** How many are kept, also of those that are over. */
    public int size() {
        return kept.size();
    }

    @Override
    public void keep(KeptInteraction interaction) {
        kept.putIfAbsent(interaction.id(), interaction);
    }

    @Override
    public Optional<KeptInteraction> find(String id) {
        return Optional.ofNullable(kept.get(id)).filter(one -> one.until().isAfter(clock.instant()));
    }

    @Override
    public void drop(String id) {
        kept.remove(id);
    }

    @Override
    public void dropExpired() {
        kept.values().removeIf(one -> !one.until().isAfter(clock.instant()));
    }

    @Override
    public void forget(String person) {
        kept.values().removeIf(one -> one.person().equals(person));
    }
}
