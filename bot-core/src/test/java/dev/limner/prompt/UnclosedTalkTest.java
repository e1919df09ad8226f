package dev.limner.prompt;

import static dev.limner.prompt.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnclosedTalkTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "(OOC brb :) and Tobin laughs",
                "(ooc ha ;-) Tobin laughs.\nTobin again",
                "(OOC brb :) and Tobin laughs)",
                "(OOC brb :)"
            })
    void the_bracket_of_a_smiley_within_a_line_does_not_end_the_talk(String talk) throws CannotComposeException {
        assertThat(story().says("sam", "Rain falls. " + talk).compose().prompt())
                .isEqualTo("Rain falls.");
    }

    @Test
    void a_smiley_that_is_the_last_of_its_line_closes_the_bracket() throws CannotComposeException {
        assertThat(story().says("sam", "(OOC brb :)\nRain falls.").compose().prompt())
                .isEqualTo("Rain falls.");
    }
}
