package dev.limner.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What every book of jobs does, wherever it is kept. */
public abstract class JobBookContract {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-29T16:00:00Z"));

    protected abstract JobBook book(InstantSource clock);

    @Test
    void a_job_is_found_by_its_service_and_request() {
        JobBook book = book(now::get);
        book.put("bfl a", "r1", "job 1");
        book.put("bfl b", "r1", "job 2");

        assertThat(book.find("bfl a", "r1")).contains("job 1");
        assertThat(book.find("bfl b", "r1")).contains("job 2");
        assertThat(book.find("bfl a", "r2")).isEmpty();
    }

    @Test
    void the_newest_job_of_a_request_holds() {
        JobBook book = book(now::get);
        book.put("bfl", "r1", "job 1");
        book.put("bfl", "r1", "job 2");

        assertThat(book.find("bfl", "r1")).contains("job 2");
    }

    @Test
    void what_is_over_is_not_found() {
        JobBook book = book(now::get);
        book.put("bfl", "r1", "job 1");
        book.remove("bfl", "r1");
        book.remove("bfl", "never there");

        assertThat(book.find("bfl", "r1")).isEmpty();
    }

    @Test
    void a_day_later_nothing_is_left() {
        JobBook book = book(now::get);
        book.put("bfl", "r1", "job 1");
        now.updateAndGet(time -> time.plus(Duration.ofDays(1)));
        book.put("bfl", "r2", "job 2");

        assertThat(book.find("bfl", "r1")).isEmpty();
        assertThat(book.find("bfl", "r2")).contains("job 2");
    }
}
