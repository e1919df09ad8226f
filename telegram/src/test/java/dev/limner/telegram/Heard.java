package dev.limner.telegram;

import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChatEvent;
import dev.limner.chat.ChatListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A listener that remembers what it heard. */
final class Heard implements ChatListener {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<ChatEvent> events = new CopyOnWriteArrayList<>();
    private volatile Function<ChatEvent, CompletionStage<Void>> reaction =
            event -> CompletableFuture.completedFuture(null);

    @Override
    public CompletionStage<Void> onEvent(ChatEvent event) {
        events.add(event);
        return reaction.apply(event);
    }

    void react(Function<ChatEvent, CompletionStage<Void>> newReaction) {
        reaction = newReaction;
    }

    <E extends ChatEvent> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Waits until there are so many of a kind. */
    <E extends ChatEvent> List<E> wait(Class<E> type, int count) {
        await().atMost(PATIENCE).until(() -> all(type).size() >= count);
        return all(type);
    }

    <E extends ChatEvent> E first(Class<E> type) {
        return wait(type, 1).get(0);
    }
}
