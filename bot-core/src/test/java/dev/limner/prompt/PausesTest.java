package dev.limner.prompt;

import static dev.limner.prompt.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A long silence parts scenes. */
class PausesTest {
    private static final Duration AT_ONCE = Duration.ofMinutes(2);
    private static final Duration NIGHT = Duration.ofHours(14);

    @Test
    void a_night_without_a_post_parts_scenes_and_is_told() throws CannotComposeException {
        Composition composition = told(
                        "Rain drums on the harbour.",
                        AT_ONCE,
                        "A gull screams.",
                        NIGHT,
                        "Snow covers the market square.",
                        AT_ONCE,
                        "Bells ring.")
                .compose();

        assertThat(composition.prompt()).contains("market square", "Bells").doesNotContain("harbour", "gull");
        assertThat(composition.notes()).anySatisfy(note -> assertThat(note).contains("a pause of 14 hours"));
    }

    @Test
    void an_hour_parts_nothing() throws CannotComposeException {
        Composition composition = told(
                        "Rain drums on the harbour.",
                        AT_ONCE,
                        "A gull screams.",
                        Duration.ofHours(1),
                        "Snow covers the market square.")
                .compose();

        assertThat(composition.prompt()).contains("harbour", "market square");
        assertThat(composition.notes()).noneMatch(note -> note.contains("pause"));
    }

    @Test
    void where_a_post_a_day_is_usual_a_day_parts_nothing() throws CannotComposeException {
        Composition composition = told(
                        "Rain drums on the harbour.",
                        Duration.ofHours(20),
                        "A gull screams.",
                        Duration.ofHours(26),
                        "Snow covers the market square.",
                        Duration.ofHours(30),
                        "Bells ring.")
                .compose();

        assertThat(composition.prompt()).contains("harbour", "market square");
    }

    @Test
    void words_out_of_character_do_not_fill_a_pause() throws CannotComposeException {
        Composition composition = told(
                        "Rain drums on the harbour.",
                        Duration.ofHours(5),
                        "((same time tonight?))",
                        Duration.ofHours(5),
                        "Snow covers the market square.",
                        AT_ONCE,
                        "Bells ring.",
                        AT_ONCE,
                        "A door opens.")
                .compose();

        assertThat(composition.prompt()).contains("market square").doesNotContain("harbour");
    }

    @Test
    void a_number_of_messages_reaches_over_pauses() throws CannotComposeException {
        Composition composition = told(
                        "Rain drums on the harbour.", NIGHT, "Snow covers the market square.", AT_ONCE, "Bells ring.")
                .ask(new Ask(Mode.SCENE, 3, null, null, null, null, null))
                .compose();

        assertThat(composition.prompt()).contains("harbour", "market square");
    }

    /** Texts, and between each two how long nothing was written. */
    private static Stories told(Object... textsAndSilences) {
        Stories story = story();
        long minutes = 0;
        for (Object next : textsAndSilences) {
            if (next instanceof Duration silence) {
                minutes = silence.toMinutes();
            } else {
                story.post(new ScenePost(ScenePost.Kind.PERSON, "sam", "sam", null, (String) next, Map.of(), minutes));
            }
        }
        return story;
    }
}
