package dev.limner.illustration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.PlatformId;
import dev.limner.chat.UserRef;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What all {@link Lanes} keep to. */
@Timeout(60)
public abstract class LanesContract {
    protected static final UserRef JO = user("jo:the/first");
    protected static final UserRef SAM = user("sam");

    /** Lanes that are not started; the test closes them. */
    protected abstract Lanes lanes(Predicate<UserRef> hasWork, int threads, InstantSource time);

    @Test
    void a_woken_lane_gets_a_turn_until_it_has_nothing_left() {
        Jobs jobs = new Jobs();
        jobs.add(JO, 3);
        try (Lanes lanes = lanes(jobs::hasWork, 2, InstantSource.system())) {
            lanes.start(jobs);
            lanes.wake(JO);

            await().until(() -> jobs.served.size() == 3);
        }
        assertThat(jobs.served).containsOnly(JO);
    }

    @Test
    void who_wakes_before_the_start_is_served_after_it() {
        Jobs jobs = new Jobs();
        jobs.add(JO, 1);
        try (Lanes lanes = lanes(jobs::hasWork, 2, InstantSource.system())) {
            lanes.wake(JO);
            lanes.start(jobs);

            await().until(() -> jobs.served.size() == 1);
        }
    }

    @Test
    void a_requester_with_one_job_is_not_behind_all_of_one_with_many() {
        Jobs jobs = new Jobs();
        CountDownLatch samWaits = new CountDownLatch(1);
        jobs.add(JO, 5);
        jobs.add(SAM, 1);
        try (Lanes lanes = lanes(jobs::hasWork, 1, InstantSource.system())) {
            lanes.start(requester -> {
                samWaits.await();
                return jobs.turn(requester);
            });
            lanes.wake(JO);
            lanes.wake(SAM);
            samWaits.countDown();

            await().until(() -> jobs.served.size() == 6);
        }
        assertThat(List.copyOf(jobs.served).subList(0, 2)).contains(SAM);
    }

    @Test
    void lanes_with_work_take_turns() {
        Jobs jobs = new Jobs();
        CountDownLatch everybodyWaits = new CountDownLatch(1);
        List<UserRef> requesters = List.of(user("a"), user("b"), user("c"));
        requesters.forEach(requester -> jobs.add(requester, 3));
        try (Lanes lanes = lanes(jobs::hasWork, 1, InstantSource.system())) {
            lanes.start(requester -> {
                everybodyWaits.await();
                return jobs.turn(requester);
            });
            requesters.forEach(lanes::wake);
            everybodyWaits.countDown();

            await().until(() -> jobs.served.size() == 9);
        }
        List<UserRef> served = List.copyOf(jobs.served);
        for (int round = 0; round < 3; round++) {
            assertThat(served.subList(round * 3, round * 3 + 3)).containsExactlyInAnyOrderElementsOf(requesters);
        }
    }

    @Test
    void a_lane_never_runs_twice_at_once_and_loses_no_wake_up() throws Exception {
        Jobs jobs = new Jobs();
        List<UserRef> requesters = List.of(user("a"), user("b"), user("c"));
        int each = 60;
        try (Lanes lanes = lanes(jobs::hasWork, 4, InstantSource.system())) {
            lanes.start(jobs);
            List<Thread> wakers = new ArrayList<>();
            for (UserRef requester : requesters) {
                for (int i = 0; i < 2; i++) {
                    wakers.add(new Thread(() -> {
                        for (int n = 0; n < each; n++) {
                            jobs.add(requester, 1);
                            lanes.wake(requester);
                        }
                    }));
                }
            }
            wakers.forEach(Thread::start);
            for (Thread waker : wakers) {
                waker.join();
            }

            await().atMost(Duration.ofSeconds(30)).until(() -> jobs.served.size() == requesters.size() * 2 * each);
        }
        assertThat(jobs.mostAtOnce).hasValue(1);
    }

    @Test
    void a_resting_lane_is_left_in_peace_until_its_rest_is_over() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
        Queue<Instant> turns = new ConcurrentLinkedQueue<>();
        AtomicInteger others = new AtomicInteger();
        try (Lanes lanes = lanes(requester -> false, 2, now::get)) {
            lanes.start(requester -> {
                if (requester.equals(SAM)) {
                    others.incrementAndGet();
                    return Optional.empty();
                }
                turns.add(now.get());
                return turns.size() < 2 ? Optional.of(Duration.ofMinutes(1)) : Optional.empty();
            });
            lanes.wake(JO);
            await().until(() -> turns.size() == 1);

            now.updateAndGet(instant -> instant.plusSeconds(59));
            lanes.wake(JO);
            lanes.wake(SAM);
            await().until(() -> others.get() == 1);
            assertThat(turns).hasSize(1);

            now.updateAndGet(instant -> instant.plusSeconds(1));
            await().until(() -> turns.size() == 2);
        }
    }

    @Test
    void a_turn_that_throws_stops_neither_the_others_nor_the_lane() {
        Jobs jobs = new Jobs();
        jobs.add(JO, 1);
        jobs.add(SAM, 1);
        AtomicInteger failures = new AtomicInteger();
        CountDownLatch bothWait = new CountDownLatch(1);
        try (Lanes lanes = lanes(jobs::hasWork, 1, InstantSource.system())) {
            lanes.start(requester -> {
                if (requester.equals(JO) && failures.getAndIncrement() == 0) {
                    bothWait.await();
                    throw new IllegalStateException("a fault in a turn");
                }
                return jobs.turn(requester);
            });
            lanes.wake(JO);
            lanes.wake(SAM);
            bothWait.countDown();

            await().until(() -> jobs.served.size() == 2);
        }
        assertThat(jobs.served).containsExactly(SAM, JO);
    }

    @Test
    void closing_interrupts_the_turns_under_way() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Lanes lanes = lanes(requester -> true, 1, InstantSource.system());
        lanes.start(requester -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
                return Optional.empty();
            } finally {
                interrupted.countDown();
            }
        });
        lanes.wake(JO);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        lanes.close();

        assertThat(interrupted.getCount()).isZero();
    }

    protected static UserRef user(String id) {
        return new UserRef(new PlatformId("test"), id);
    }

    /** Counts jobs down, and notes who was served, and how many turns of one lane ran at a time. */
    public static final class Jobs implements Lanes.Work {
        public final Queue<UserRef> served = new ConcurrentLinkedQueue<>();
        public final AtomicInteger mostAtOnce = new AtomicInteger();
        private final Map<UserRef, AtomicInteger> left = new ConcurrentHashMap<>();
        private final Map<UserRef, AtomicInteger> running = new ConcurrentHashMap<>();

        public void add(UserRef requester, int jobs) {
            count(left, requester).addAndGet(jobs);
        }

        public boolean hasWork(UserRef requester) {
            return count(left, requester).get() > 0;
        }

        @Override
        public Optional<Duration> turn(UserRef requester) {
            AtomicInteger turns = count(running, requester);
            mostAtOnce.accumulateAndGet(turns.incrementAndGet(), Math::max);
            try {
                if (!hasWork(requester)) {
                    return Optional.empty();
                }
                served.add(requester);
                return count(left, requester).decrementAndGet() > 0 ? Optional.of(Duration.ZERO) : Optional.empty();
            } finally {
                turns.decrementAndGet();
            }
        }

        private static AtomicInteger count(Map<UserRef, AtomicInteger> counts, UserRef requester) {
            return counts.computeIfAbsent(requester, r -> new AtomicInteger());
        }
    }
}
