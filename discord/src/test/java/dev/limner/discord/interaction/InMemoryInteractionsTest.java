package dev.limner.discord.interaction;

class InMemoryInteractionsTest extends InteractionStoreContract {
    private final InMemoryInteractions store = new InMemoryInteractions(clock());

    @Override
    InteractionStore store() {
        return store;
    }

    @Override
    int rows() {
        return store.size();
    }
}
