package dev.limner.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChatEvent;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.telegram.inbox.SqlInbox;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What becomes of an update whose handling fails, at once or when what it keeps was to be durable. */
class HandlingTest extends InTheGroup {
    private static final Executor SOON = CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS);

    private final AtomicInteger tries = new AtomicInteger();

    /** @param reaction to the text {@code poison}, by how often it was heard */
    private void poison(IntFunction<CompletionStage<Void>> reaction) {
        heard.react(event ->
                isPoison(event) ? reaction.apply(tries.incrementAndGet()) : CompletableFuture.completedFuture(null));
        jo.say("poison");
        jo.say("fine");
    }

    private static boolean isPoison(ChatEvent event) {
        return event instanceof MessagePosted posted && posted.text().equals("poison");
    }

    private static CompletionStage<Void> failsSoon() {
        return CompletableFuture.runAsync(
                () -> {
                    throw new IllegalStateException("it could not be kept");
                },
                SOON);
    }

    private void awaitAllIsSettled() {
        await().atMost(PATIENCE)
                .until(() -> heard.all(MessagePosted.class).stream()
                        .anyMatch(e -> e.text().equals("fine")));
        await().atMost(PATIENCE)
                .until(() -> new SqlInbox(rig.database(), InstantSource.system())
                        .open()
                        .isEmpty());
    }

    private String setAside() {
        return rig.database()
                .read(handle -> handle.select("select coalesce(max(body), '') from telegram_update")
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void what_throws_each_time_is_set_aside_and_not_given_again() {
        poison(time -> {
            throw new IllegalStateException("the listener's fault");
        });

        awaitAllIsSettled();

        assertThat(tries).hasValue(3);
        assertThat(setAside()).contains("poison");
    }

    @Test
    void what_throws_an_error_each_time_is_set_aside_like_all_that_throws() {
        poison(time -> {
            throw new StackOverflowError("the listener's graver fault");
        });

        awaitAllIsSettled();

        assertThat(setAside()).contains("poison");
    }

    @Test
    void what_cannot_be_kept_at_first_is_tried_again() {
        poison(time -> time == 1 ? failsSoon() : CompletableFuture.completedFuture(null));

        awaitAllIsSettled();

        assertThat(tries).hasValue(2);
        assertThat(setAside()).isEmpty();
    }

    @Test
    void what_can_never_be_kept_is_set_aside_like_what_throws() {
        poison(time -> failsSoon());

        awaitAllIsSettled();

        assertThat(tries).hasValue(3);
        assertThat(setAside()).contains("poison");
    }

    @Test
    void what_there_is_no_room_for_waits_for_as_long_as_that_takes_and_keeps_its_place() {
        poison(time -> time <= 5
                ? CompletableFuture.failedFuture(new RejectedExecutionException("1000 events are waiting"))
                : CompletableFuture.completedFuture(null));

        awaitAllIsSettled();

        assertThat(tries).hasValue(6);
        assertThat(setAside()).isEmpty();
        assertThat(heard.all(MessagePosted.class))
                .extracting(MessagePosted::text)
                .endsWith("poison", "fine");
    }
}
