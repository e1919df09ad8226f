package dev.limner.prompt;

import static dev.limner.prompt.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the scene begins that is drawn. */
class SceneBreaksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"***", "---", "* * *", "~~~", "___", "=====", "~*~", "\u2042", "\u2014\u2014\u2014", "  ***  "})
    void a_scene_starts_at_its_break(String line) throws CannotComposeException {
        Composition composition = story().names("Mira")
                .names("Tobin")
                .says("Mira", "I sleep.")
                .says("sam", "Old words about Mira.\n" + line + "\nTobin wakes.")
                .says("sam", "The sun is up.")
                .compose();

        assertThat(composition.prompt()).isEqualTo("Tobin wakes. The sun is up.");
        assertThat(composition.cast()).containsExactly("Tobin");
    }

    @Test
    void a_break_with_nothing_after_it_ends_the_scene_that_is_drawn() throws CannotComposeException {
        Composition composition = story().says("sam", "Old.\n***\nTobin wakes.")
                .says("sam", "***")
                .compose();

        assertThat(composition.prompt()).isEqualTo("Tobin wakes.");
    }

    @Test
    void a_break_in_removed_words_is_none() throws CannotComposeException {
        assertThat(story().says("sam", "One.\n((\n***\n))\nTwo.").compose().prompt())
                .isEqualTo("One. Two.");
    }

    @Test
    void only_so_many_story_posts_are_drawn() throws CannotComposeException {
        Composition composition = story().says("sam", "One.")
                .says("sam", "Two.")
                .says("sam", "((tea?))")
                .post(ScenePost.Kind.BOT, "Dicer", "rolled")
                .says("sam", "Three.")
                .ask(new Ask(Mode.SCENE, 2, null, null, null, null, null))
                .compose();

        assertThat(composition.prompt()).isEqualTo("Two. Three.");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Meanwhile, at the docks, rain falls.",
                "The next morning rain falls.",
                "Two days later, rain falls.",
                "*A few hours later...*\nRain falls.",
                "[Timeskip]\nRain falls.",
                "=== THE DOCKS ===\nRain falls.",
                "**Scene: the docks**\nRain falls.",
                "Tobin sleeps. Two days later, at the mill, rain falls.",
                "Am n\u00E4chsten Morgen: rain."
            })
    void another_place_or_time_begins_a_scene(String text) throws CannotComposeException {
        Composition composition = story().names("Tobin")
                .says("sam", "Tobin feeds the walrus.")
                .says("sam", text)
                .compose();

        assertThat(composition.cast()).isEmpty();
        assertThat(composition.prompt()).doesNotContain("walrus").containsIgnoringCase("rain");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "\"The next morning was worse,\" says Tobin.",
                "Later, Tobin laughs.",
                "Tobin: ***no*** way.",
                "-_- Tobin sighs."
            })
    void talk_of_another_time_begins_no_scene(String text) throws CannotComposeException {
        assertThat(story().says("sam", "The walrus naps.")
                        .says("sam", text)
                        .compose()
                        .prompt())
                .contains("walrus");
    }
}
