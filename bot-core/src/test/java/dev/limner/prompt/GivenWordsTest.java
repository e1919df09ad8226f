package dev.limner.prompt;

import static dev.limner.prompt.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.avatar.AvatarKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GivenWordsTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "((Tobin))",
                "(OOC Tobin)",
                "[OOC Tobin]",
                "[[Tobin]]",
                "// Tobin",
                "`Tobin`",
                "\uFF08\uFF08Tobin\uFF09\uFF09",
                "embedding:Tobin"
            })
    void asides_in_a_given_text_are_neither_drawn_nor_cast(String aside) throws CannotComposeException {
        Composition composition = story().names("Tobin")
                .looks("Mira", "an elf " + aside)
                .ask(new Ask(Mode.IMAGINE, null, "mira", "a tower " + aside, null, null, null))
                .compose();

        assertThat(composition.cast()).containsExactly("Mira");
        assertThat(composition.prompt()).contains("an elf", "a tower").doesNotContain("Tobin");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Tobs | moon", "Tobs [he]", "tobs"})
    void a_proxy_is_known_inside_decoration(String author) throws CannotComposeException {
        assertThat(story().character(new CharacterSheet("Tobin", List.of(), "", "", List.of(), "", null, "Tobs"))
                        .post(ScenePost.Kind.PROXY, author, "The rain falls.")
                        .compose()
                        .cast())
                .containsExactly("Tobin");
    }

    @ParameterizedTest(name = "{1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "nobody",
            value = {
                "Rose | Rose tightens her grip. | Rose",
                "Hunter | Hunter nocks an arrow. | Hunter",
                "Raven | Raven circles him. | Raven",
                "Rose | Rose didn't move. | Rose",
                "Rose | rose leaves fall | nobody",
                "Rose | Rose petals drift down. | nobody",
                "Ash | ash falls from the sky | nobody",
                "Tobin | Mira lights a candle for her dead brother Tobin. | nobody",
                "Tobin | Tobin died years ago. | nobody",
                "Tobin | Tobin is far away. | nobody",
                "Tobin | They toast the absent Tobin. | nobody",
                "Tobin | Tobin is dead tired. | Tobin",
                "Piotr | Id\u0119 z Piotrem. | Piotr",
                "Jan | Janowi daj miecz. | Jan",
            })
    void the_sentence_tells_who_is_there(String name, String text, String cast) throws CannotComposeException {
        assertThat(story().names(name).says("somebody", text).compose().cast())
                .containsExactly(cast == null ? new String[0] : new String[] {cast});
    }

    @Test
    void clip_reads_the_sentences_of_a_prefix_as_phrases() throws CannotComposeException {
        assertThat(story().model(ModelFamily.SDXL)
                        .looks("Mira", "A lean elf. She has silver hair.")
                        .says("sam", "Mira runs.")
                        .compose()
                        .prompt())
                .isEqualTo("A lean elf, She has silver hair, Mira runs");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"discord.gg/abc", "mailto:a@b.c", "1d20+5=17", "[1d20: 15]", "<@7>"})
    void links_results_and_tags_in_display_names_leave_nothing(String noise) throws CannotComposeException {
        assertThat(story().post(new ScenePost(
                                ScenePost.Kind.PERSON,
                                "sam",
                                "sam",
                                null,
                                "Rain falls " + noise,
                                Map.of("7", "<be-face:mira:0.3>")))
                        .compose()
                        .prompt())
                .isEqualTo("Rain falls.");
    }

    @Test
    void a_background_leaves_out_the_only_sentence_when_it_names_somebody() throws CannotComposeException {
        Composition composition = story().names("Mira")
                .says("sam", "Mira walks.")
                .mode(Mode.BACKGROUND)
                .compose();

        assertThat(composition.prompt()).doesNotContain("Mira");
        assertThat(composition.notes()).anyMatch(n -> n.contains("nothing about the place"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mira lifts the lantern and steps into the flooded archive. | The flooded archive.",
                "Mira walks through an old orchard, humming. | An old orchard.",
                "Mira and Tobin wait under the broken arch while the rain falls. | The broken arch.",
            })
    void a_background_keeps_the_place_of_a_sentence_that_names_somebody(String sentence, String place)
            throws CannotComposeException {
        Composition composition = story().names("Mira")
                .names("Tobin")
                .says("sam", sentence)
                .mode(Mode.BACKGROUND)
                .compose();

        assertThat(composition.prompt()).contains(place).doesNotContain("Mira", "Tobin");
        assertThat(composition.cast()).isEmpty();
        assertThat(composition.notes()).noneMatch(note -> note.contains("nothing about the place"));
        assertThat(composition.dropped()).anyMatch(dropped -> dropped.text().contains("Mira"));
    }

    @Test
    void a_portrait_tells_what_of_the_scene_it_leaves_out() throws CannotComposeException {
        Composition composition = story().names("Mira")
                .names("Tobin")
                .says("sam", "Tobin sleeps. Rain falls.")
                .ask(new Ask(Mode.PORTRAIT, null, "Mira", null, null, null, null))
                .compose();

        assertThat(composition.prompt()).contains("Rain falls").doesNotContain("Tobin");
        assertThat(composition.dropped()).anyMatch(d -> d.text().contains("Tobin sleeps"));
    }

    @Test
    void a_tag_before_a_scene_break_in_the_same_message_does_not_count() throws CannotComposeException {
        assertThat(story().avatar(AvatarKind.FACE, "mira", "jo", true)
                        .names("Mira")
                        .says("jo", "Mira <be-face:mira:0.3> waits.\n***\nMira runs.")
                        .compose()
                        .references())
                .isEmpty();
    }

    @Test
    void links_and_commands_pasted_into_a_prefix_are_not_drawn() throws CannotComposeException {
        assertThat(story().looks("Mira", "Mira, an elf mailto:a@b.c discord.gg/x\n/imagine walrus\nwith silver hair")
                        .says("sam", "Mira runs.")
                        .compose()
                        .prompt())
                .isEqualTo("Mira, an elf with silver hair. Mira runs.");
    }

    @Test
    void a_prefix_that_begins_with_an_article_becomes_part_of_a_sentence() throws CannotComposeException {
        assertThat(story().looks("Tobin", "A broad smith.")
                        .says("sam", "Tobin runs.")
                        .compose()
                        .prompt())
                .isEqualTo("Tobin is a broad smith. Tobin runs.");
    }

    @Test
    void who_plays_nobody_known_is_told_so() throws CannotComposeException {
        assertThat(story().post(new ScenePost(ScenePost.Kind.PERSON, "sam", "sam", "Nobody", "Rain falls.", Map.of()))
                        .compose()
                        .notes())
                .anyMatch(n -> n.contains("Nobody"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"FLUX1_SCHNELL", "SDXL"})
    void each_stretch_of_the_prompt_tells_where_it_came_from(String model) throws CannotComposeException {
        Composition composition = story().model(ModelFamily.valueOf(model))
                .style("ink wash", "")
                .character(new CharacterSheet("Mira", List.of(), "a lean elf", "", List.of(), "torn cloak", null, null))
                .says("Mira", "She runs.")
                .compose();

        assertThat(composition.parts().stream()
                        .map(PromptPart::source)
                        .filter(source -> source != PromptPart.Source.JOINT))
                .containsExactly(
                        PromptPart.Source.STYLE,
                        PromptPart.Source.CHARACTER,
                        PromptPart.Source.STATE,
                        PromptPart.Source.SCENE);
        assertThat(composition.parts())
                .anyMatch(p -> p.source() == PromptPart.Source.STATE && p.text().startsWith("torn cloak"))
                .anyMatch(
                        p -> p.source() == PromptPart.Source.SCENE && p.label().equals("Mira"));
        assertThat(composition.parts().stream().map(PromptPart::text).reduce("", String::concat))
                .isEqualTo(composition.prompt());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"FLUX1_SCHNELL", "SDXL"})
    void a_state_is_told_as_one_also_of_a_character_without_a_prefix(String model) throws CannotComposeException {
        Composition composition = story().model(ModelFamily.valueOf(model))
                .character(new CharacterSheet("Mira", List.of(), "", "", List.of(), "torn cloak", null, null))
                .says("Mira", "She runs.")
                .compose();

        assertThat(composition.parts())
                .anyMatch(p -> p.source() == PromptPart.Source.STATE && p.text().startsWith("torn cloak"))
                .noneMatch(p ->
                        p.source() == PromptPart.Source.CHARACTER && p.text().contains("cloak"))
                .noneMatch(p -> p.text().isEmpty());
        assertThat(composition.parts().stream().map(PromptPart::text).reduce("", String::concat))
                .isEqualTo(composition.prompt());
    }
}
