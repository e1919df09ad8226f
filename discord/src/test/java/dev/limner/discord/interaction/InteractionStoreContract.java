package dev.limner.discord.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** What is relied on of where interactions are kept. */
abstract class InteractionStoreContract {
    private static final Instant BEGUN = Instant.parse("2026-08-01T12:00:00Z");

    private Instant now = BEGUN;

    abstract InteractionStore store();

    /** How many are kept, also of those that are over. */
    abstract int rows();

    final InstantSource clock() {
        return () -> now;
    }

    private static KeptInteraction interaction(String id, String person) {
        return new KeptInteraction(id, "app", "secret-" + id, person, BEGUN.plus(Duration.ofMinutes(15)));
    }

    @Test
    void what_is_kept_is_found_whole_until_it_is_dropped() {
        store().keep(interaction("1", "sam"));
        store().keep(interaction("2", "sam"));
        assertThat(store().find("1")).contains(interaction("1", "sam"));

        store().drop("1");
        store().drop("unknown");

        assertThat(store().find("1")).isEmpty();
        assertThat(store().find("2")).isPresent();
    }

    @Test
    void keeping_one_again_changes_nothing() {
        store().keep(interaction("1", "sam"));
        store().keep(interaction("1", "ann"));

        assertThat(store().find("1")).contains(interaction("1", "sam"));
    }

    @Test
    void what_takes_no_answers_any_more_is_not_found_and_then_not_kept() {
        store().keep(interaction("1", "sam"));

        now = BEGUN.plus(Duration.ofMinutes(15));

        assertThat(store().find("1")).isEmpty();
        store().dropExpired();
        assertThat(rows()).isZero();
    }

    @Test
    void what_still_takes_answers_stays_when_others_go() {
        store().keep(interaction("1", "sam"));
        now = BEGUN.plus(Duration.ofMinutes(14));

        store().dropExpired();

        assertThat(store().find("1")).isPresent();
    }

    @Test
    void what_is_kept_of_a_person_is_forgotten_and_that_of_others_is_not() {
        store().keep(interaction("1", "sam"));
        store().keep(interaction("2", "ann"));

        store().forget("sam");

        assertThat(store().find("1")).isEmpty();
        assertThat(store().find("2")).isPresent();
    }

    @Test
    void its_token_is_not_told_by_accident() {
        assertThat(interaction("1", "sam").toString()).contains("1").doesNotContain("secret");
    }
}
