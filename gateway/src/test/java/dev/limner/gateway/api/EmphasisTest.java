package dev.limner.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmphasisTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "((hair)), rain ! (hair:1.21), rain",
                "((((hair)))), rain ! (hair:1.46), rain",
                "[[rain]], hair ! (rain:0.83), hair",
                "((hair:1.2)), rain ! (hair:1.32), rain",
                "((hair, (eyes:1.1))), rain ! (hair,:1.21) (eyes:1.33), rain",
                "((red hair), (blue eyes)) ! (red hair:1.21), (blue eyes:1.21)",
                "((a cat)(a dog)), rain ! (a cat:1.21)(a dog:1.21), rain",
                "(red (hair)), rain ! (red:1.1) (hair:1.21), rain",
                "[(hair)], rain ! hair, rain",
                "((<be-face:mira:0.3> woman)), rain ! (<be-face:mira:0.3> woman:1.21), rain",
                "((<be-face:mira:0.3>)) woman ! <be-face:mira:0.3> woman",
                "((unclosed, woman ! (unclosed, woman:1.21)",
                "((hair) rain ! (hair:1.21) (rain:1.1)",
                "[[rain:0.5]], hair ! (rain:0.83), hair",
                "[[rain|snow]], hair ! (rain|snow:0.83), hair",
            })
    void brackets_within_brackets_weigh_as_the_numbers_that_they_stand_for(String given, String plain) {
        assertThat(Emphasis.plain(given)).isEqualTo(plain);
    }

    @Test
    void what_weighs_more_than_may_be_weighs_as_much_as_may_be() {
        assertThat(Emphasis.plain("(((((hair))))), ((rain:7))")).isEqualTo("(hair:1.5), (rain:1.5)");
    }

    @Test
    void of_far_more_brackets_than_anybody_nests_the_words_are_kept() {
        String given = "(hair, [".repeat(4_000) + "rain";

        assertThat(Emphasis.plain(given)).contains("rain").doesNotContain("((", "[", "NaN", "Infinity");
    }

    @Test
    void brackets_that_are_meant_as_such_weigh_nothing_and_lose_no_word() {
        assertThat(Emphasis.plain("((mira \\(limner\\))), rain")).isEqualTo("(mira  limner:1.21), rain");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "(mira \\(limner\\):1.2), rain ! (mira  limner:1.2), rain",
                "mira \\((limner:1.2)\\), rain ! mira  (limner:1.2), rain",
                "mira \\((limner)\\), rain ! mira  (limner), rain",
                "mira \\(\\(limner\\)\\), rain ! mira   limner, rain",
                "mira \\(limner\\), rain ! mira  limner, rain",
                "mira, :\\(, rain ! mira, : , rain",
                "[mira \\[limner\\]] rain ! (mira  limner:0.91) rain",
            })
    void brackets_that_are_meant_as_such_make_no_group_with_those_beside_them(String given, String plain) {
        assertThat(Emphasis.plain(given)).isEqualTo(plain);
    }

    @Test
    void words_are_weighed_however_many_they_are() {
        String words = "silver hair, ".repeat(100).strip();

        assertThat(Emphasis.plain("((" + words + "))")).isEqualTo("(" + words + ":1.21)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a woman", "(hair:1.3), [rain], fog", "(a) (b)", "a) b] c", "(OOC collar)", "((", "a \\_ b", "\\"
            })
    void anything_else_stays_as_it_is_or_weighs_nothing(String given) {
        assertThat(Emphasis.plain(given)).isEqualTo(given.equals("((") ? "" : given);
    }
}
