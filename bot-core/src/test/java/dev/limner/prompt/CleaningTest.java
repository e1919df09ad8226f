package dev.limner.prompt;

import static dev.limner.prompt.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleaningTest {

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

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "*lifts the lantern* \"Stay close, Tobin.\" | lifts the lantern. Stay close, Tobin.",
                "She *really* runs. | She really runs.",
                "*draws her sword* and *steps forward* while *glaring at him* | draws her sword and steps forward while glaring at him.",
                "*draws her sword* then steps back. | draws her sword then steps back.",
                "She says nothing, *drawing her sword* | She says nothing, drawing her sword.",
                "*sits down* *looks up* | sits down. looks up.",
                "The OOC-ish sign is red. | The OOC-ish sign is red.",
                "**She** runs __far__ _away_. | She runs far away.",
                "~~old~~ new | old new.",
                "# Night | Night.",
                "> She runs. | She runs.",
                "-# small words | small words.",
                "((brb, tea)) He nods and follows <@5>. | He nods and follows Mira.",
                "He follows <@!5> and <@&7> in <#8>. | He follows Mira and in.",
                "He nods ((tea)), then runs. | He nods, then runs.",
                "/me waves. | waves.",
                "She (the archivist) nods. | She, the archivist, nods.",
                "She reads [the sign]. | She reads the sign.",
                "either/or | either/or.",
                "Look: https://a.example/x(1) the door. | Look: the door.",
                "### BREAK AND [a:b:0.5] {x} | break and a:b {x}.",
                "__wildcard__ and {{a}} | wildcard and a.",
                "A 🙂 :sob: smile | A 🙂 smile.",
                "He types {prompt} here. | He types {prompt} here.",
                "Mr. Holt sits. Dr. Ann stands. | Mr. Holt sits. Dr. Ann stands.",
                "Wait... what? | Wait... what?",
                "<gasps> no! | gasps no!",
                "<3 you | 3 you.",
                "「行こう」と彼は言った。 | 行こう と彼は言った。",
            })
    void markup_is_read_for_what_it_says(String text, String prompt) throws CannotComposeException {
        assertThat(story().says("sam", text).compose().prompt()).isEqualTo(prompt);
    }

    /** "A shot is heard from off the field", which is no label for want of a colon. */
    @Test
    void a_word_that_labels_players_talk_tells_of_the_scene_where_no_colon_follows() throws CannotComposeException {
        assertThat(story().says("sam", "\uFF08\u573A\u5916\u4F20\u6765\u67AA\u54CD\uFF09")
                        .compose()
                        .prompt())
                .contains("\u67AA\u54CD");
    }

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\u202Eb",
                "a\u200Bb",
                "a\uD800b",
                "a\uDC00b",
                "a\u00ADb",
                "a\uE000b",
                "a\uFEFFb",
                "a\uFDD0b",
                "a\u001Eb"
            })
    void hidden_characters_go(String text) throws CannotComposeException {
        assertThat(story().says("sam", text).compose().prompt()).isEqualTo("ab.");
    }

    @Test
    void an_emoji_sequence_stays_whole() throws CannotComposeException {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

        assertThat(story().says("sam", "A " + family + " runs.").compose().prompt())
                .isEqualTo("A " + family + " runs.");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a (cat:9) | a cat",
                "a ((cat)) | a",
                "a (cat:1.2) | a (cat:1.2)",
                "a (cat) | a (cat)",
                "[a:b:0.5] | a:b",
                "a <lora:x:1> cat | a cat",
                "a cat ### dog | a cat dog",
                "a cat BREAK dog AND bird | a cat break dog and bird",
                "__animal__ | animal",
                "see https://x.example a cat | see a cat",
                "a <:e:1> cat | a cat",
                "silver_hair | silver_hair",
                "a (cat:1.2 | a cat:1.2",
                "{a} | {a}",
            })
    void given_words_command_no_server(String text, String prompt) throws CannotComposeException {
        Composition composition = story().model(ModelFamily.SDXL)
                .ask(new Ask(Mode.IMAGINE, null, null, text, null, null, null))
                .compose();

        assertThat(composition.prompt()).isEqualTo(prompt);
    }

    @Test
    void a_vertical_bar_becomes_a_comma() throws CannotComposeException {
        assertThat(story().says("sam", "red | blue ||green||").compose().prompt())
                .isEqualTo("red, blue green.");
    }

    @Test
    void when_nothing_is_left_that_is_said() {
        List<Stories> nothing = List.of(
                story(),
                story().says("sam", "((tea))"),
                story().post(ScenePost.Kind.BOT, "Dicer", "rolled"),
                story().ask(new Ask(Mode.IMAGINE, null, null, "<lora:x:1>", null, null, null)));

        assertThat(nothing)
                .allSatisfy(s -> assertThatExceptionOfType(CannotComposeException.class)
                        .isThrownBy(s::compose)
                        .withMessageStartingWith("Nothing to draw: "));
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

    @Test
    void a_characters_sheet_is_no_story() throws CannotComposeException {
        Composition composition = story().names("Tobin")
                .says("sam", "Name: Tobin\nClass: Bard\nWeapon: lute\n\nRain falls.")
                .compose();

        assertThat(composition.prompt()).isEqualTo("Rain falls.");
        assertThat(composition.cast()).isEmpty();
    }

    @Test
    void a_line_of_a_games_figures_is_no_story_and_a_sentence_with_one_is() throws CannotComposeException {
        Composition sheet = story().names("Tobin")
                .names("Maud")
                .says(
                        "gm",
                        "**Tobin** \u2014 AC 18 | HP 34/52 | Str 16\n**Maud** \u2014 AC 13 | HP 9/21\n\nRain falls.")
                .says("gm", "Maud: HP 9, AC 13")
                .compose();
        Composition told = story().names("Tobin")
                .says("gm", "Tobin drops to HP 3 and grins.")
                .says("gm", "At level 7 of the tower, Tobin counts 12 guards.")
                .compose();

        assertThat(sheet.prompt()).isEqualTo("Rain falls.");
        assertThat(sheet.cast()).isEmpty();
        assertThat(told.cast()).containsExactly("Tobin");
        assertThat(told.prompt()).contains("grins", "12 guards");
    }

    @Test
    void weights_in_a_story_weigh_nothing() throws CannotComposeException {
        assertThat(story().says("sam", "A (sword:1.9) and [fog::0.5] at (10:30).")
                        .compose()
                        .prompt())
                .doesNotContain("1.9", "0.5")
                .contains("10:30");
    }

    @Test
    void letters_in_a_row_that_are_no_word_leave_room_for_the_rest() throws CannotComposeException {
        String prompt = story().says("sam", "Rain falls on the quay. \"" + "a".repeat(4_000) + "!\" Mira cries.")
                .compose()
                .prompt();

        assertThat(prompt).contains("Rain falls on the quay", "Mira cries").doesNotContain("aaa");
    }

    @Test
    void words_of_a_script_without_blanks_are_never_too_long() throws CannotComposeException {
        String prompt = story().says("sam", "\u96E8\u304C\u964D\u308B".repeat(40))
                .compose()
                .prompt();

        assertThat(prompt).contains("\u96E8\u304C\u964D\u308B".repeat(10));
    }
}
