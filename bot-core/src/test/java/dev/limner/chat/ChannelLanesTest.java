package dev.limner.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChannelLanesTest {

    private static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);

    private final ChannelLanes lanes = new ChannelLanes(4, 10_000);

    @AfterEach
    void close() {
        lanes.close();
    }

    @Test
    void every_task_of_a_channel_runs_once_in_order_and_alone_however_many_submit() throws Exception {
        Map<ChannelRef, Queue<Integer>> ran = new ConcurrentHashMap<>();
        Map<ChannelRef, AtomicInteger> inside = new ConcurrentHashMap<>();
        AtomicInteger overlaps = new AtomicInteger();
        List<Thread> submitters = new ArrayList<>();
        Queue<CompletionStage<Void>> stages = new ConcurrentLinkedQueue<>();
        for (int s = 0; s < 4; s++) {
            int first = s * 25;
            submitters.add(new Thread(() -> {
                for (int task = 0; task < 500; task++) {
                    for (int c = first; c < first + 25; c++) {
                        ChannelRef channel = channel(c);
                        int number = task;
                        stages.add(lanes.submit(channel, () -> {
                            AtomicInteger here = inside.computeIfAbsent(channel, k -> new AtomicInteger());
                            if (here.incrementAndGet() > 1) {
                                overlaps.incrementAndGet();
                            }
                            ran.computeIfAbsent(channel, k -> new ConcurrentLinkedQueue<>())
                                    .add(number);
                            here.decrementAndGet();
                            return DONE;
                        }));
                    }
                }
            }));
        }
        submitters.forEach(Thread::start);
        for (Thread submitter : submitters) {
            submitter.join();
        }
        for (CompletionStage<Void> stage : stages) {
            stage.toCompletableFuture().get();
        }

        List<Integer> all = IntStream.range(0, 500).boxed().toList();
        assertThat(ran).hasSize(100);
        assertThat(ran.values())
                .allSatisfy(order -> assertThat(List.copyOf(order)).isEqualTo(all));
        assertThat(overlaps).hasValue(0);
    }

    @Test
    void channels_run_side_by_side() throws Exception {
        CountDownLatch bothRun = new CountDownLatch(2);

        CompletionStage<Void> one = lanes.submit(channel(1), () -> meet(bothRun));
        CompletionStage<Void> two = lanes.submit(channel(2), () -> meet(bothRun));

        one.toCompletableFuture().get();
        two.toCompletableFuture().get();
    }

    @Test
    void a_task_that_throws_costs_only_itself() throws Exception {
        CompletionStage<Void> bad = lanes.submit(channel(1), () -> {
            throw new IllegalStateException("bad");
        });
        CompletionStage<Void> worse = lanes.submit(channel(1), () -> {
            throw new StackOverflowError("worse");
        });
        CompletionStage<Void> failed =
                lanes.submit(channel(1), () -> CompletableFuture.failedFuture(new IllegalStateException("failed")));
        CompletionStage<Void> good = lanes.submit(channel(1), () -> DONE);

        good.toCompletableFuture().get();
        assertThatThrownBy(() -> bad.toCompletableFuture().get()).hasRootCauseMessage("bad");
        assertThatThrownBy(() -> worse.toCompletableFuture().get()).hasRootCauseMessage("worse");
        assertThatThrownBy(() -> failed.toCompletableFuture().get()).hasRootCauseMessage("failed");
    }

    @Test
    void the_returned_stage_completes_with_the_stage_of_the_task() throws Exception {
        CompletableFuture<Void> durable = new CompletableFuture<>();
        CompletableFuture<Void> stage = lanes.submit(channel(1), () -> durable).toCompletableFuture();
        lanes.submit(channel(1), () -> DONE).toCompletableFuture().get();
        assertThat(stage).isNotDone();

        durable.complete(null);

        assertThat(stage).isCompleted();
    }

    @Test
    void a_flooded_channel_does_not_starve_another() throws Exception {
        try (ChannelLanes oneThread = new ChannelLanes(1, 10_000)) {
            CountDownLatch gate = new CountDownLatch(1);
            AtomicInteger flood = new AtomicInteger();
            oneThread.submit(channel(1), () -> pass(gate));
            for (int i = 0; i < 5_000; i++) {
                oneThread.submit(channel(1), () -> {
                    flood.incrementAndGet();
                    return DONE;
                });
            }
            AtomicInteger before = new AtomicInteger();
            CompletionStage<Void> other = oneThread.submit(channel(2), () -> {
                before.set(flood.get());
                return DONE;
            });
            gate.countDown();

            other.toCompletableFuture().get();

            assertThat(before.get()).isLessThan(20);
        }
    }

    @Test
    void channels_with_nothing_to_do_take_no_memory() throws Exception {
        List<CompletableFuture<Void>> stages = IntStream.range(0, 100_000)
                .mapToObj(i -> lanes.submit(channel(i), () -> DONE).toCompletableFuture())
                .toList();
        for (CompletableFuture<Void> stage : stages) {
            stage.get();
        }

        await().untilAsserted(() -> assertThat(lanes.active()).isZero());
    }

    @Test
    void a_channel_with_too_much_waiting_is_told_so() throws Exception {
        try (ChannelLanes small = new ChannelLanes(1, 2)) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch gate = new CountDownLatch(1);
            small.submit(channel(1), () -> {
                begun.countDown();
                return pass(gate);
            });
            begun.await();
            small.submit(channel(1), () -> DONE);
            CompletionStage<Void> last = small.submit(channel(1), () -> DONE);

            CompletionStage<Void> tooMuch = small.submit(channel(1), () -> DONE);

            assertThatThrownBy(() -> tooMuch.toCompletableFuture().get())
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseInstanceOf(RejectedExecutionException.class)
                    .hasMessageContaining("2 events waiting");
            gate.countDown();
            last.toCompletableFuture().get();
        }
    }

    @Test
    void closing_waits_for_what_was_taken_and_takes_nothing_more() {
        AtomicInteger ran = new AtomicInteger();
        for (int i = 0; i < 1_000; i++) {
            lanes.submit(channel(i % 10), () -> {
                ran.incrementAndGet();
                return DONE;
            });
        }

        int dropped = lanes.close(Duration.ofSeconds(30));

        assertThat(dropped).isZero();
        assertThat(ran).hasValue(1_000);
        assertThat(lanes.submit(channel(1), () -> DONE).toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void closing_in_vain_interrupts_and_reports_what_was_dropped() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletionStage<Void> stuck = lanes.submit(channel(1), () -> {
            begun.countDown();
            return pass(new CountDownLatch(1));
        });
        List<CompletionStage<Void>> waiting = IntStream.range(0, 20)
                .mapToObj(i -> lanes.submit(channel(1), () -> DONE))
                .toList();
        begun.await();

        int dropped = lanes.close(Duration.ofMillis(1));

        assertThat(dropped).isEqualTo(20);
        assertThatThrownBy(() -> stuck.toCompletableFuture().get()).hasRootCauseInstanceOf(InterruptedException.class);
        assertThat(waiting)
                .allSatisfy(stage -> assertThat(stage.toCompletableFuture()).isCompletedExceptionally());
        assertThat(lanes.close(Duration.ZERO)).isZero();
    }

    private static CompletionStage<Void> meet(CountDownLatch latch) throws InterruptedException {
        latch.countDown();
        return pass(latch);
    }

    private static CompletionStage<Void> pass(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(50, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody came");
        }
        return DONE;
    }

    private static ChannelRef channel(int number) {
        return new ChannelRef(FakePlatform.ID, "channel" + number);
    }
}
