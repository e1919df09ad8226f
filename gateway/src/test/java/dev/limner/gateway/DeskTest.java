package dev.limner.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limner.gateway.desk.BusyException;
import dev.limner.gateway.desk.Caller;
import dev.limner.gateway.desk.Desk;
import dev.limner.gateway.desk.Job;
import dev.limner.gateway.desk.Models;
import dev.limner.gateway.desk.Visit;
import dev.limner.gateway.desk.Wish;
import dev.limner.illustration.State;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who waits for what, while the image server is at another picture of the same key. */
class DeskTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Caller MIRA = Caller.of("mira", null);

    @RegisterExtension
    final House house = new House();

    private final CompletableFuture<Void> deaf = new CompletableFuture<>();
    private final CountDownLatch go = new CountDownLatch(1);

    @BeforeEach
    void keepTheServerBusy() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        house.painter().next((request, progress) -> {
            begun.countDown();
            go.await();
            return Painter.painted(request);
        });
        Desk desk = desk();
        desk.order(desk.arrive(MIRA), wish("something else", 1, null));
        await().atMost(PATIENCE).until(() -> begun.getCount() == 0);
    }

    @AfterEach
    void release() {
        go.countDown();
        deaf.complete(null);
    }

    @Test
    void one_who_leaves_takes_nothing_from_another_who_sent_the_same_and_the_last_takes_it_back() throws Exception {
        Desk desk = desk();
        Sent first = send(desk, wish("fog", 1, "a"));
        Sent second = send(desk, wish("fog", 1, "a"));
        assertThat(second.job().illustrations()).isEqualTo(first.job().illustrations());

        desk.leave(first.visit());
        assertThat(state(first, 0)).isEqualTo(State.COMPOSED);
        desk.leave(second.visit());
        assertThat(state(first, 0)).isEqualTo(State.CANCELLED);
    }

    @Test
    void one_who_is_refused_since_too_much_waits_does_not_count_as_waiting() throws Exception {
        Desk desk = desk();
        Sent two = send(desk, wish("fog", 2, "a"));
        house.studio().illustrator().cancel(two.job().illustrations().get(1));
        desk.order(desk.arrive(MIRA), wish("rain", openPlaces(), null));

        assertThatThrownBy(() -> desk.order(desk.arrive(MIRA), wish("fog", 2, "a")))
                .isInstanceOf(BusyException.class);
        desk.leave(two.visit());

        assertThat(state(two, 0)).isEqualTo(State.CANCELLED);
    }

    @Test
    void what_is_taken_back_makes_room_at_once() throws Exception {
        Desk desk = desk();
        Sent first = send(desk, wish("fog", openPlaces(), null));
        desk.leave(first.visit());

        Sent second = send(desk, wish("rain", Desk.MOST_WAITING - 1, null));

        assertThat(second.job().illustrations()).hasSize(Desk.MOST_WAITING - 1);
    }

    @Test
    void a_picture_that_is_tried_again_beside_its_others_has_the_seed_that_it_had() throws Exception {
        Desk desk = desk();
        Sent two = send(desk, wish("fog", 2, "a"));
        List<String> before = two.job().illustrations();
        house.studio().illustrator().cancel(before.get(1));

        List<String> again = desk.order(desk.arrive(MIRA), wish("fog", 2, "a")).illustrations();

        assertThat(again.get(0)).isEqualTo(before.get(0));
        assertThat(again.get(1)).isNotEqualTo(before.get(1));
        assertThat(seeds(again)).isEqualTo(seeds(before)).doesNotHaveDuplicates();
    }

    @Test
    void one_who_interrupts_and_then_leaves_takes_nothing_from_the_next_interrupt() throws Exception {
        Desk desk = desk();
        go.countDown();
        await().atMost(PATIENCE).until(() -> house.studio().illustrations().unfinished(MIRA.user()) == 0);
        Sent first = begunAndDeaf(desk, "fog");
        desk.interrupt(MIRA).join();
        desk.leave(first.visit());
        Sent second = send(desk, wish("rain", 1, null));

        desk.interrupt(MIRA).join();

        assertThat(state(first, 0)).isEqualTo(State.CANCELLED);
        assertThat(state(second, 0)).isEqualTo(State.CANCELLED);
    }

    @Test
    void one_who_leaves_and_interrupts_while_it_waits_spends_the_interrupt_on_that() throws Exception {
        Desk desk = desk();
        Sent waits = send(desk, wish("fog", 1, null));
        Sent other = send(desk, wish("rain", 1, null));
        desk.leave(waits.visit());

        desk.interrupt(MIRA).join();

        assertThat(state(waits, 0)).isEqualTo(State.CANCELLED);
        assertThat(state(other, 0)).isEqualTo(State.COMPOSED);
    }

    @Test
    void one_who_leaves_and_interrupts_takes_nothing_from_another_who_sent_the_same_nor_from_a_third()
            throws Exception {
        Desk desk = desk();
        Sent third = send(desk, wish("rain", 1, null));
        Sent first = send(desk, wish("fog", 1, "a"));
        Sent second = send(desk, wish("fog", 1, "a"));
        desk.leave(first.visit());

        desk.interrupt(MIRA).join();

        assertThat(state(second, 0)).isEqualTo(State.COMPOSED);
        assertThat(state(third, 0)).isEqualTo(State.COMPOSED);
        assertThat(house.studio().illustrations().unfinished(MIRA.user())).isEqualTo(3);
    }

    @Test
    void one_who_sends_the_same_again_while_it_hangs_up_is_not_told_that_it_was_interrupted() throws Exception {
        Desk desk = desk();
        for (int i = 0; i < 50; i++) {
            String name = "again " + i;
            Sent first = send(desk, wish("fog", 1, name));
            CyclicBarrier together = new CyclicBarrier(2);
            CompletableFuture<Void> leaves = CompletableFuture.runAsync(() -> {
                meet(together);
                desk.leave(first.visit());
            });
            meet(together);
            Sent again = send(desk, wish("fog", 1, name));
            leaves.get(60, TimeUnit.SECONDS);

            assertThat(state(again, 0)).isEqualTo(State.COMPOSED);
            desk.leave(again.visit());
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Its drawing does not end when it is told to. */
    private Sent begunAndDeaf(Desk desk, String prompt) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        house.painter().next((request, progress) -> {
            begun.countDown();
            deaf.join();
            return Painter.painted(request);
        });
        Sent sent = send(desk, wish(prompt, 1, null));
        await().atMost(PATIENCE).until(() -> begun.getCount() == 0);
        return sent;
    }

    private int openPlaces() {
        return Desk.MOST_WAITING - house.studio().illustrations().unfinished(MIRA.user());
    }

    private State state(Sent sent, int number) {
        return house.studio()
                .illustrations()
                .find(sent.job().illustrations().get(number))
                .orElseThrow()
                .state();
    }

    private List<Long> seeds(List<String> illustrations) {
        return illustrations.stream()
                .map(id -> house.studio().illustrations().find(id).orElseThrow().seed())
                .toList();
    }

    private record Sent(Visit visit, Job job) {}

    private static Sent send(Desk desk, Wish wish) throws Exception {
        Visit visit = desk.arrive(MIRA);
        return new Sent(visit, desk.order(visit, wish));
    }

    private Desk desk() {
        return new Desk(house.studio(), new Models(house.studio()), new Random(3), house::later);
    }

    @SuppressWarnings("NullAway") // which does not see in a class file what may be null
    private static Wish wish(String prompt, int count, @Nullable String once) {
        return new Wish(prompt, "", null, null, null, "", List.of(), count, List.of(), once);
    }
}
