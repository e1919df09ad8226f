package dev.limner.image.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Work that is asked after, on a clock that the test moves. */
class FollowTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final AtomicLong now = new AtomicLong();
    private final Follow follow = new Follow(Duration.ZERO, LIMIT, now::get);
    private final List<Double> told = new ArrayList<>();
    private final Asked work = new Asked();

    /** Shows what is next in its script; each look takes most of the time limit. */
    private final class Asked implements Work<String> {
        private final Deque<Look<String>> looks = new ArrayDeque<>();
        private final Deque<Fault> faults = new ArrayDeque<>();
        private Duration each = LIMIT.multipliedBy(9).dividedBy(10);
        private int stopped;

        @Override
        public Look<String> look() throws WireFault {
            now.addAndGet(each.toNanos());
            if (!faults.isEmpty()) {
                throw new WireFault(faults.remove(), "not now");
            }
            return looks.size() > 1 ? looks.remove() : looks.element();
        }

        @Override
        public void stop() {
            stopped++;
        }
    }

    @Test
    void each_sign_of_progress_gives_the_whole_time_limit_anew() throws Exception {
        for (int i = 1; i <= 20; i++) {
            work.looks.add(new Work.Look<>("step " + i, i / 20.0, null));
        }
        work.looks.add(Work.Look.done("drawn"));

        assertThat(follow.toEnd(work, told::add)).isEqualTo("drawn");
        assertThat(told).isSorted().hasSize(20);
        assertThat(work.stopped).isZero();
    }

    @Test
    void work_that_stands_still_for_longer_is_stopped_once_and_given_up() {
        work.looks.add(new Work.Look<>("step 1", 0.1, null));

        assertFault(Fault.STALLED);
        assertThat(work.stopped).isEqualTo(1);
    }

    @Test
    void a_service_that_is_away_for_a_moment_is_asked_on() throws Exception {
        work.each = Duration.ofSeconds(4);
        work.faults.addAll(List.of(Fault.UNREACHABLE, Fault.DOWN, Fault.BUSY, Fault.SERVER_ERROR, Fault.GARBLED));
        work.looks.add(Work.Look.done("drawn"));

        assertThat(follow.toEnd(work, told::add)).isEqualTo("drawn");
    }

    @Test
    void a_service_that_stays_away_is_left_with_its_work_which_is_found_again() {
        work.each = Duration.ofSeconds(20);
        work.faults.addAll(List.of(Fault.UNREACHABLE, Fault.UNREACHABLE));
        work.looks.add(Work.Look.done("drawn"));

        assertFault(Fault.LOST_SIGHT);
        assertThat(work.stopped).isZero();
    }

    @Test
    void a_service_without_the_work_is_not_asked_again() {
        work.faults.addAll(List.of(Fault.EXPIRED, Fault.EXPIRED));
        work.looks.add(Work.Look.done("drawn"));

        assertFault(Fault.EXPIRED);
        assertThat(work.faults).hasSize(1);
    }

    private void assertFault(Fault fault) {
        assertThatThrownBy(() -> follow.toEnd(work, told::add))
                .isInstanceOfSatisfying(
                        WireFault.class, thrown -> assertThat(thrown.fault()).isEqualTo(fault));
    }
}
