package dev.limner.image.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE);
    private final List<@Nullable String> asked = new ArrayList<>();
    private boolean down;
    private final Remembered<String, IOException> remembered =
            new Remembered<>(Duration.ofSeconds(30), now::get, this::ask);

    private String ask(@Nullable String before) throws IOException {
        asked.add(before);
        if (down) {
            throw new IOException("away");
        }
        return "answer " + asked.size();
    }

    @Test
    void a_server_is_asked_once_for_as_long_as_its_answer_is_fresh_and_then_told_what_it_said() throws Exception {
        assertThat(remembered.current()).isEqualTo("answer 1");
        pass(Duration.ofSeconds(29));
        assertThat(remembered.current()).isEqualTo("answer 1");
        pass(Duration.ofSeconds(1));
        assertThat(remembered.current()).isEqualTo("answer 2");

        assertThat(asked).containsExactly(null, "answer 1");
    }

    @Test
    void what_is_forgotten_is_asked_anew_as_if_for_the_first_time() throws Exception {
        remembered.current();
        remembered.forget();

        assertThat(remembered.current()).isEqualTo("answer 2");
        assertThat(asked).containsExactly(null, null);
    }

    @Test
    void a_server_that_is_away_is_known_as_it_was_last_seen_also_when_that_was_forgotten() throws Exception {
        remembered.current();
        remembered.forget();
        down = true;

        assertThat(remembered.lastKnown()).isEqualTo("answer 1");
        assertThatThrownBy(remembered::current).hasMessage("away");
    }

    @Test
    void one_that_does_not_answer_keeps_only_the_first_waiting_who_wants_what_it_told_before() throws Exception {
        remembered.current();
        pass(Duration.ofSeconds(30));
        down = true;

        for (int i = 0; i < 3; i++) {
            assertThat(remembered.lastKnown()).isEqualTo("answer 1");
        }
        assertThat(asked).as("once when it was up, once when not").hasSize(2);
        pass(Duration.ofSeconds(5));
        down = false;

        assertThat(remembered.lastKnown()).isEqualTo("answer 3");
    }

    @Test
    void one_that_did_not_answer_is_asked_nevertheless_for_what_is_so_now() throws Exception {
        remembered.current();
        pass(Duration.ofSeconds(30));
        down = true;
        remembered.lastKnown();
        down = false;

        assertThat(remembered.current()).isEqualTo("answer 3");
        assertThat(remembered.lastKnown()).isEqualTo("answer 3");
    }

    @Test
    void one_that_was_never_reached_is_not_known() {
        down = true;

        assertThatThrownBy(remembered::lastKnown).hasMessage("away");
    }

    private void pass(Duration time) {
        // over the clock's end, as it may come
        now.addAndGet(time.toNanos());
    }
}
