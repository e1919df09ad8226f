package dev.limner.telegram.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChatException;
import dev.limner.chat.ChatException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that Telegram does not take at once. */
class OutboxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Outbox outbox = new Outbox();
    private final List<String> sent = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        outbox.close();
    }

    private static ChatException wait(int millis) {
        return new ChatException(Kind.RATE_LIMITED, "wait", false, Duration.ofMillis(millis), null);
    }

    /** Taken after so many refusals. */
    private Outbox.Sending after(int refusals, String text) {
        AtomicInteger left = new AtomicInteger(refusals);
        return () -> {
            if (left.getAndDecrement() > 0) {
                throw wait(10);
            }
            sent.add(text);
        };
    }

    @Test
    void what_fails_now_and_later_too_is_sent_in_the_end_before_what_came_behind_it() throws Exception {
        outbox.send("-1", after(3, "one"));
        outbox.send("-1", after(1, "two"));
        outbox.send("-1", after(0, "three"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sent).containsExactly("one", "two", "three"));
    }

    @Test
    void what_is_never_taken_is_given_up_and_holds_up_nothing_for_good() throws Exception {
        outbox.send("-1", after(1000, "one"));
        outbox.send("-1", after(0, "two"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sent).containsExactly("two"));
    }

    @Test
    void what_waits_behind_one_that_is_given_up_has_tries_of_its_own() throws Exception {
        outbox.send("-1", after(1000, "one"));
        outbox.send("-1", after(1, "two"));
        outbox.send("-1", after(1, "three"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sent).containsExactly("two", "three"));
    }

    @Test
    void what_waits_to_ask_somebody_who_is_forgotten_is_not_asked() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch forgotten = new CountDownLatch(1);
        outbox.send("-1", () -> {
            if (tries.getAndIncrement() == 0) {
                throw wait(10);
            }
            awaitQuietly(forgotten);
            sent.add("one");
        });
        outbox.ask("-1", "11", after(0, "of Jo"));
        outbox.ask("-1", "12", after(0, "of Sam"));

        outbox.forget("11");
        forgotten.countDown();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sent).containsExactly("one", "of Sam"));
    }

    @Test
    void chats_whose_answers_hang_hold_up_no_other() throws Exception {
        CountDownLatch hanging = new CountDownLatch(20);
        CountDownLatch end = new CountDownLatch(1);
        for (int chat = 1; chat <= 20; chat++) {
            AtomicInteger tries = new AtomicInteger();
            outbox.send("-" + chat, () -> {
                if (tries.getAndIncrement() == 0) {
                    throw wait(1);
                }
                hanging.countDown();
                awaitQuietly(end);
            });
        }
        assertThat(hanging.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        outbox.send("-21", after(1, "one"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sent).containsExactly("one"));
        end.countDown();
    }

    @Test
    void only_so_many_wait_in_a_chat_and_in_all() throws Exception {
        for (int chat = 1; chat <= 20; chat++) {
            for (int i = 0; i < 100; i++) {
                outbox.send("-" + chat, () -> {
                    throw wait(3_600_000);
                });
            }
        }

        assertThatThrownBy(() -> outbox.send("-1", after(0, "one"))).hasMessageContaining("too many answers wait");
        assertThatThrownBy(() -> outbox.send("-21", after(1, "two"))).hasMessageContaining("too many answers wait");
        outbox.send("-22", after(0, "three"));
        assertThat(sent).containsExactly("three");
    }

    @Test
    void one_that_ends_in_an_error_holds_up_none_of_its_chat() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        outbox.send("-1", () -> {
            if (tries.getAndIncrement() == 0) {
                throw wait(10);
            }
            throw new StackOverflowError("as a fault of ours would");
        });
        outbox.send("-1", after(0, "two"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sent).containsExactly("two"));
    }

    @Test
    void what_is_refused_later_is_given_up_and_the_next_is_sent() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch othersWait = new CountDownLatch(1);
        outbox.send("-1", () -> {
            if (tries.getAndIncrement() == 0) {
                throw wait(10);
            }
            awaitQuietly(othersWait);
            throw new ChatException(Kind.GONE, "chat not found");
        });
        outbox.send("-1", () -> {
            throw new IllegalStateException("as a fault of ours would");
        });
        outbox.send("-1", after(0, "three"));
        othersWait.countDown();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sent).containsExactly("three"));
        assertThat(tries).hasValue(2);
    }

    @Test
    void what_will_never_be_taken_is_said_at_once() {
        assertThatThrownBy(() -> outbox.send("-1", () -> {
                    throw new ChatException(Kind.FORBIDDEN, "kicked");
                }))
                .hasMessage("kicked");
    }

    @Test
    void two_that_fail_at_the_same_time_are_each_sent_once() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        List<CompletableFuture<Void>> senders = List.of(
                CompletableFuture.runAsync(() -> sendWith(both, "one")),
                CompletableFuture.runAsync(() -> sendWith(both, "two")));
        senders.forEach(CompletableFuture::join);
        outbox.send("-1", after(0, "last"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sent).hasSize(3));
        assertThat(sent).containsExactlyInAnyOrder("one", "two", "last").endsWith("last");
    }

    /** Fails at first, when the other one is about to fail too. */
    private void sendWith(CountDownLatch both, String text) {
        AtomicInteger tries = new AtomicInteger();
        try {
            outbox.send("-1", () -> {
                if (tries.getAndIncrement() == 0) {
                    meet(both);
                    throw wait(50);
                }
                sent.add(text);
            });
        } catch (ChatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void meet(CountDownLatch both) {
        both.countDown();
        awaitQuietly(both);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
