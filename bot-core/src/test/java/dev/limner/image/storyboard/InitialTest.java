package dev.limner.image.storyboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Mira, M",
        "\u00E9lodie, \u00C9",
        "\u2039Mira\u203A, M",
        "\u2727 moth \u2727, M",
        "7 of 9, 7",
        "\u846A, \u846A",
        "\u2727, \u2727"
    })
    void is_the_first_letter_whatever_decorates_the_name(String name, String initial) {
        assertThat(Initial.of(name)).isEqualTo(initial);
    }
}
