package dev.limner.prompt;

import static dev.limner.prompt.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a text is read for what it says. */
class CleaningTest {

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
