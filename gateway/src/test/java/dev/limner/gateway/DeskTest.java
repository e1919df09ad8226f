package dev.limner.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limner.gateway.desk.BusyException;
import dev.limner.gateway.desk.Caller;
import dev.limner.gateway.desk.Desk;
import dev.limner.gateway.desk.Job;
import dev.limner.gateway.desk.Models;
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
        desk().order(MIRA, wish("something else", 1, null));
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
        Job first = desk.order(MIRA, wish("fog", 1, "a"));
        Job second = desk.order(MIRA, wish("fog", 1, "a"));
        assertThat(second.illustrations()).isEqualTo(first.illustrations());

        desk.leave(MIRA, first);
        assertThat(state(first, 0)).isEqualTo(State.COMPOSED);
        desk.leave(MIRA, second);
        assertThat(state(first, 0)).isEqualTo(State.CANCELLED);
    }

    @Test
    void one_who_is_refused_since_too_much_waits_does_not_count_as_waiting() throws Exception {
        Desk desk = desk();
        Job two = desk.order(MIRA, wish("fog", 2, "a"));
        house.studio().illustrator().cancel(two.illustrations().get(1));
        desk.order(MIRA, wish("rain", openPlaces(), null));

        assertThatThrownBy(() -> desk.order(MIRA, wish("fog", 2, "a"))).isInstanceOf(BusyException.class);
        desk.leave(MIRA, two);

        assertThat(state(two, 0)).isEqualTo(State.CANCELLED);
    }

    @Test
    void what_is_taken_back_makes_room_at_once() throws Exception {
        Desk desk = desk();
        Job first = desk.order(MIRA, wish("fog", openPlaces(), null));
        desk.leave(MIRA, first);

        Job second = desk.order(MIRA, wish("rain", Desk.MOST_WAITING - 1, null));

        assertThat(second.illustrations()).hasSize(Desk.MOST_WAITING - 1);
    }

    @Test
    void a_picture_that_is_tried_again_beside_its_others_has_the_seed_that_it_had() throws Exception {
        Desk desk = desk();
        Job two = desk.order(MIRA, wish("fog", 2, "a"));
        List<String> before = two.illustrations();
        house.studio().illustrator().cancel(before.get(1));

        List<String> again = desk.order(MIRA, wish("fog", 2, "a")).illustrations();

        assertThat(again.get(0)).isEqualTo(before.get(0));
        assertThat(again.get(1)).isNotEqualTo(before.get(1));
        assertThat(seeds(again)).isEqualTo(seeds(before)).doesNotHaveDuplicates();
    }

    @Test
    void one_who_interrupts_and_then_leaves_takes_nothing_from_the_next_interrupt() throws Exception {
        Desk desk = desk();
        go.countDown();
        await().atMost(PATIENCE).until(() -> house.studio().illustrations().unfinished(MIRA.user()) == 0);
        Job first = begunAndDeaf(desk, "fog");
        desk.interrupt(MIRA).join();
        desk.leave(MIRA, first);
        Job second = desk.order(MIRA, wish("rain", 1, null));

        desk.interrupt(MIRA).join();

        assertThat(state(first, 0)).isEqualTo(State.CANCELLED);
        assertThat(state(second, 0)).isEqualTo(State.CANCELLED);
    }

    @Test
    void one_who_leaves_and_interrupts_while_it_waits_spends_the_interrupt_on_that() throws Exception {
        Desk desk = desk();
        Job waits = desk.order(MIRA, wish("fog", 1, null));
        Job other = desk.order(MIRA, wish("rain", 1, null));
        desk.leave(MIRA, waits);

        desk.interrupt(MIRA).join();

        assertThat(state(waits, 0)).isEqualTo(State.CANCELLED);
        assertThat(state(other, 0)).isEqualTo(State.COMPOSED);
    }

    @Test
    void one_who_sends_the_same_again_while_it_hangs_up_is_not_told_that_it_was_interrupted() throws Exception {
        Desk desk = desk();
        for (int i = 0; i < 50; i++) {
            String name = "again " + i;
            Job first = desk.order(MIRA, wish("fog", 1, name));
            CyclicBarrier together = new CyclicBarrier(2);
            CompletableFuture<Void> leaves = CompletableFuture.runAsync(() -> {
                meet(together);
                desk.leave(MIRA, first);
            });
            meet(together);
            Job again = desk.order(MIRA, wish("fog", 1, name));
            leaves.get(60, TimeUnit.SECONDS);

            assertThat(state(again, 0)).isEqualTo(State.COMPOSED);
            desk.leave(MIRA, again);
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
    private Job begunAndDeaf(Desk desk, String prompt) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        house.painter().next((request, progress) -> {
            begun.countDown();
            deaf.join();
            return Painter.painted(request);
        });
        Job job = desk.order(MIRA, wish(prompt, 1, null));
        await().atMost(PATIENCE).until(() -> begun.getCount() == 0);
        return job;
    }

    private int openPlaces() {
        return Desk.MOST_WAITING - house.studio().illustrations().unfinished(MIRA.user());
    }

    private State state(Job job, int number) {
        return house.studio()
                .illustrations()
                .find(job.illustrations().get(number))
                .orElseThrow()
                .state();
    }

    private List<Long> seeds(List<String> illustrations) {
        return illustrations.stream()
                .map(id -> house.studio().illustrations().find(id).orElseThrow().seed())
                .toList();
    }

    private Desk desk() {
        return new Desk(house.studio(), new Models(house.studio()), new Random(3), house::later);
    }

    @SuppressWarnings("NullAway") // which does not see in a class file what may be null
    private static Wish wish(String prompt, int count, @Nullable String once) {
        return new Wish(prompt, "", null, null, null, "", List.of(), count, List.of(), once);
    }
}
