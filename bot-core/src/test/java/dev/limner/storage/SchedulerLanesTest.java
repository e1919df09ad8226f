package dev.limner.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.UserRef;
import dev.limner.illustration.Lanes;
import dev.limner.illustration.LanesContract;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SchedulerLanesTest extends LanesContract {
    @RegisterExtension
    final DatabaseExtension storage = new DatabaseExtension();

    @Override
    protected Lanes lanes(Predicate<UserRef> hasWork, int threads, InstantSource time) {
        return new SchedulerLanes(storage.database(), hasWork, threads, time);
    }

    @Test
    void a_turn_that_a_dead_process_had_begun_is_given_again() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicReference<UserRef> again = new AtomicReference<>();
        try (Lanes dead = lanes(requester -> false, 1, InstantSource.system());
                Lanes next = lanes(requester -> false, 1, InstantSource.system())) {
            dead.start(requester -> {
                begun.countDown();
                end.await();
                return Optional.empty();
            });
            dead.wake(JO);
            begun.await();

            next.start(requester -> {
                again.set(requester);
                return Optional.empty();
            });

            await().until(() -> JO.equals(again.get()));
            end.countDown();
        }
    }

    @Test
    void a_turn_that_closing_interrupted_is_given_again_after_the_restart() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        try (Lanes lanes = lanes(requester -> true, 1, InstantSource.system())) {
            lanes.start(requester -> {
                begun.countDown();
                new CountDownLatch(1).await();
                return Optional.empty();
            });
            lanes.wake(JO);
            begun.await();
        }
        Jobs jobs = new Jobs();
        jobs.add(JO, 1);
        try (Lanes lanes = lanes(jobs::hasWork, 1, InstantSource.system())) {
            lanes.start(jobs);

            await().until(() -> jobs.served.size() == 1);
        }
        assertThat(jobs.served).containsExactly(JO);
    }
}
