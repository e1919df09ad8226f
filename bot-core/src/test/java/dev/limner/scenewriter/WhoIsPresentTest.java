package dev.limner.scenewriter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.prompt.Composition;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the scene writer sees there, of Mira and Tobin, whom the story names. */
class WhoIsPresentTest {
    private ChatServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ChatServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"Mira\"]",
                "\"Mira\"",
                "[\"Mira (the elf)\"]",
                "[\"Mira: by the door\"]",
                "[\"Mira, an elf\"]",
                "[\"mira \u2014 lifts the lantern\"]",
                "[{\"name\": \"Mira\", \"does\": \"waits\"}]",
                "{\"Mira\": \"waits\"}",
                "{\"Mira\": true, \"Tobin\": false}",
            })
    void who_is_there_is_read_in_many_forms(String present) throws Exception {
        assertThat(drawn("A lantern over water.", present, null).cast()).containsExactly("Mira");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"Mira, Tobin\"", "\"Mira and Tobin\"", "[\"Mira & Tobin\"]", "{\"Mira\": 1, \"Tobin\": 1}"})
    void several_in_one_text_are_all_there(String present) throws Exception {
        assertThat(drawn("A lantern over water.", present, null).cast()).containsExactly("Mira", "Tobin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"\"", "[\"nobody\"]", "\"None\"", "{}"})
    void nobody_is_there_where_nobody_is_listed(String present) throws Exception {
        Composition drawn = drawn("An empty tower.", present, null);

        assertThat(drawn.cast()).isEmpty();
        assertThat(drawn.prompt()).contains("An empty tower.").doesNotContain("an elf", "a smith");
        assertThat(drawn.notes())
                .contains("The scene writer sees nobody of the cast there.")
                .noneMatch(note -> note.contains("not in the story"));
    }

    @Test
    void who_was_asked_for_is_there_though_nobody_is_listed() throws Exception {
        assertThat(drawn("An empty tower.", "[]", "Tobin").cast()).containsExactly("Tobin");
    }

    @Test
    void who_was_asked_for_and_listed_is_there_alone() throws Exception {
        assertThat(drawn("A smith waits.", "[\"Tobin\"]", "Tobin").cast()).containsExactly("Tobin");
    }

    @Test
    void whom_the_description_shows_is_there_though_nobody_is_listed() throws Exception {
        assertThat(drawn("Mira waits in the tower.", "[]", null).cast()).containsExactly("Mira");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[\"the elf\"]"})
    void all_are_there_where_it_is_not_said_or_in_other_words(String present) throws Exception {
        assertThat(drawn("A lantern over water.", present, null).cast()).containsExactly("Mira", "Tobin");
    }

    private Composition drawn(String description, String present, @Nullable String asked) throws Exception {
        server.says("{\"description\":\"%s\",\"present\":%s}".formatted(description, present));
        return server.compose(Story.asking("Tobin lowers the rope.", asked));
    }
}
