package dev.limner.prompt;

import static dev.limner.prompt.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dice and what is said to dice bots, on lines of its own and within the story. */
class DiceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2d6+3",
                "1d20 = 17",
                "\uD83C\uDFB2 1d20 (14) + 5 = 19",
                "HP: 12/20 AC 15",
                "Stealth check: d20 12",
                "!roll 1d20",
                "-_-"
            })
    void rules_and_dice_are_no_story(String text) {
        assertThatExceptionOfType(CannotComposeException.class)
                .isThrownBy(() -> story().says("sam", text).compose());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "He rolls 1d20+5 and leaps. | He rolls and leaps.",
                "He grabs the rope. !roll 1d20+5 | He grabs the rope.",
                "He grabs the rope !roll 1d20 + 5 for athletics and swings. | He grabs the rope and swings.",
                "He grabs the rope /roll 2d6 | He grabs the rope.",
                "He grabs the rope, !r 1d20 vs dc 15 | He grabs the rope.",
                "He leaps !check | He leaps.",
                "Thunder! Rolling thunder! | Thunder! Rolling thunder!",
                "Either/roll or jump. | Either/roll or jump.",
                "He / she rolls over. | He / she rolls over.",
            })
    void a_roll_within_a_line_is_left_out_and_the_rest_is_read(String text, String prompt)
            throws CannotComposeException {
        assertThat(story().says("sam", text).compose().prompt()).isEqualTo(prompt);
    }

    @Test
    void what_follows_a_roll_on_the_next_line_is_story() throws CannotComposeException {
        assertThat(story().says("sam", "He leaps. !roll 1d20\nRain falls.")
                        .compose()
                        .prompt())
                .isEqualTo("He leaps. Rain falls.");
    }
}
