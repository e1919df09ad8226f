package dev.limner.prompt;

import static dev.limner.prompt.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Players' talk, commands and links leave nothing of themselves. */
class OutOfCharacterTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "((LEAK))",
                "((a (LEAK) b))",
                "((a ((b)) LEAK))",
                "((a (b)) LEAK))",
                "((sad :( LEAK))",
                "((ok :) LEAK))",
                "((1) do LEAK 2) LEAK))",
                "(( LEAK",
                "(OOC LEAK)",
                "(ooc: LEAK (very) LEAK)",
                "(OOC: 1) LEAK 2) LEAK)",
                "[OOC LEAK]",
                "[[LEAK [x] LEAK]]",
                "[[1d20+5 LEAK]]",
                "{OOC LEAK}",
                "\uFF08\uFF08LEAK\uFF09\uFF09",
                "\uFF08OOC LEAK\uFF09",
                "(\uFF08LEAK)\uFF09",
                "\u3010OOC LEAK\u3011",
                "\u3010\u3010LEAK\u3011\u3011",
                "(\u200B(LEAK))",
                "OOC: LEAK",
                "ooc : LEAK",
                "**OOC:** LEAK",
                "He nods. OOC: LEAK",
                "OOC LEAK",
                "// LEAK",
                "He nods. // LEAK",
                "//LEAK",
                "\uFF0F\uFF0F LEAK",
                "https://x.example/a // LEAK",
                "out of character: LEAK",
                "O O C: LEAK",
                "He nods. O O C: LEAK",
                "ooc// LEAK",
                "He nods. ooc// LEAK",
                "ooc | LEAK",
                "(/ooc LEAK)",
                "[/ooc LEAK]",
                "\u300AOOC: LEAK\u300B",
                "((LEAK",
                "((\u2026 LEAK",
                "He nods. A/N LEAK",
                "A/N: LEAK",
                "a/n LEAK",
                "mun: LEAK",
                "edit: LEAK",
                "tw: LEAK",
                "He nods.\n-# LEAK",
                "-# LEAK\nHe nods.",
                "(out of character LEAK)",
                "(fuera de rol: LEAK)",
                "(OT : LEAK)",
                "[nie na temat: LEAK]",
                "\u3010\u573A\u5916\uFF1ALEAK\u3011",
                "Hors RP: LEAK",
                "\u043E\u0444\u0444: LEAK",
                "```\nLEAK\n```",
                "`LEAK`",
                "``LEAK``",
                "```LEAK",
                "/roll LEAK",
                "!LEAK",
                "pk;switch LEAK",
                "tul!LEAK",
                "$roll LEAK",
                "https://LEAK.example/x?LEAK",
                "<https://LEAK.example>",
                "[here](https://LEAK.example)",
                "www.LEAK.example",
                "<:LEAK:123>",
                "<a:LEAK:123>",
                "<lora:LEAK:1>",
                "<lyco:LEAK>",
                "<lora:LEAK",
                "<hypernet:LEAK:0.5>",
                "<sd_cpp_extra_args>{\"a\":\n\"LEAK\"}</sd_cpp_extra_args>",
                "<sd_cpp_extra_args>LEAK",
                "<SD_CPP_EXTRA_ARGS>LEAK</SD_CPP_EXTRA_ARGS>",
                "<be-face:LEAK:0.3>",
                "<be-face:LEAK",
                "<b\u200Be-face:LEAK:0.3>",
                "((a <be-face:x:0.3> LEAK))",
                "((\n\nLEAK\n\n))",
                "OOC\nLEAK, sorry\nLEAK again",
                "*OOC:*\nLEAK",
                "He nods. /ooc LEAK",
                "OOC- LEAK",
                "He nods. OOC - LEAK",
                "(\u041E\u043E\u0441 LEAK)",
                "He nods. \u043E\u043E\u0441: LEAK",
                "A/N: LEAK",
                "(Author's note: LEAK)",
                "He nods. ( ( LEAK ) )",
                "He nods. (OOC same here, LEAK",
                "** OOC: LEAK",
            })
    void what_is_no_story_never_reaches_the_prompt(String text) throws CannotComposeException {
        Composition composition =
                story().names("Leak").says("sam", "The rain falls.\n" + text).compose();

        assertThat(composition.prompt())
                .startsWith("The rain falls.")
                .doesNotContainIgnoringCase("leak")
                .doesNotContain("<", ">");
        assertThat(composition.cast()).isEmpty();
    }

    /** "A shot is heard from off the field", which is no label for want of a colon. */
    @Test
    void a_word_that_labels_players_talk_tells_of_the_scene_where_no_colon_follows() throws CannotComposeException {
        assertThat(story().says("sam", "\uFF08\u573A\u5916\u4F20\u6765\u67AA\u54CD\uFF09")
                        .compose()
                        .prompt())
                .contains("\u67AA\u54CD");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "[OOC: b (c] Tobin)",
                "[ooc] Tobin [/ooc]",
                "<ooc>Tobin</ooc>",
                "(* OOC: Tobin *)",
                "(\uD835\uDC0E\uD835\uDC0E\uD835\uDC02 Tobin)",
                "\\(\\(Tobin\\)\\)",
                "(( a :)) Tobin ))",
                "<lo<lora:Tobin:1>ra:Tobin:1>",
                "< lora : Tobin : 1 >",
                "\uFF1Clora:Tobin:1\uFF1E"
            })
    void talk_and_commands_leave_nothing_however_they_are_written(String noise) throws CannotComposeException {
        Composition composition = story().names("Tobin")
                .says("sam", "Rain falls. " + noise + " A gong sounds.")
                .compose();

        assertThat(composition.prompt()).isEqualTo("Rain falls. A gong sounds.");
        assertThat(composition.cast()).isEmpty();
    }

    @Test
    void a_label_out_of_character_reaches_to_the_end_of_its_line() throws CannotComposeException {
        assertThat(story().says("sam", "[OOC] back soon\nRain falls.").compose().prompt())
                .isEqualTo("Rain falls.");
    }

    @Test
    void a_paragraph_after_the_one_that_is_out_of_character_is_story() throws CannotComposeException {
        assertThat(story().says("sam", "OOC\nback soon\n\nRain falls.")
                        .compose()
                        .prompt())
                .isEqualTo("Rain falls.");
    }
}
