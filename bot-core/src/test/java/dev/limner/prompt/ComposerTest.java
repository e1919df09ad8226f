package dev.limner.prompt;

import static dev.limner.prompt.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.limner.avatar.AvatarKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposerTest {
    private static final String ELF = "Mira, a lean elf of forty with cropped silver hair";
    private static final String SMITH = "Tobin, a broad young smith";

    private static Stories lantern() {
        return story().avatar(AvatarKind.FACE, "mira", "jo", false)
                .avatar(AvatarKind.STYLE, "inkwash", null, false)
                .style("ink wash illustration, {prompt}, muted palette", "text, watermark", "<be-style:inkwash:0.3>")
                .character(new CharacterSheet(
                        "Mira", List.of("Mir"), ELF, "beard", List.of("<be-face:mira:0.3>"), "torn cloak", null, null))
                .character(new CharacterSheet("Tobin", List.of(), SMITH, "", List.of(), "", "sam", null))
                .post(ScenePost.Kind.PROXY, "Mira", "*lifts the lantern* \"Stay close, Tobin.\"")
                .says("sam", "((brb, tea)) He nods and follows <@5>.");
    }

    @Test
    void prose_encoders_read_style_then_cast_in_sentences_then_the_scene() throws CannotComposeException {
        Composition composition = lantern().compose();

        assertThat(composition.prompt())
                .isEqualTo("ink wash illustration, " + ELF + ", torn cloak. " + SMITH
                        + ". Mira lifts the lantern. Stay close, Tobin. He nods and follows Mira, muted palette");
        assertThat(composition.negative()).isEqualTo("text, watermark, beard");
        assertThat(composition.notes()).anyMatch(n -> n.contains("takes no negative prompt"));
        assertThat(composition.references()).extracting(Reference::from).containsExactly("style", "character Mira");
    }

    @Test
    void clip_reads_phrases_between_commas() throws CannotComposeException {
        Composition composition = lantern().model(ModelFamily.SDXL).compose();

        assertThat(composition.prompt())
                .isEqualTo("ink wash illustration, " + ELF + ", torn cloak, " + SMITH
                        + ", Mira lifts the lantern, Stay close, Tobin, He nods and follows Mira, muted palette");
        assertThat(composition.notes()).isEmpty();
    }

    @Test
    void a_style_without_a_mark_comes_first() throws CannotComposeException {
        assertThat(story().style("ink wash,", "")
                        .says("sam", "The rain falls.")
                        .compose()
                        .prompt())
                .isEqualTo("ink wash. The rain falls.");
        assertThat(story().model(ModelFamily.SD15)
                        .style("ink wash,", "")
                        .says("sam", "The rain falls.")
                        .compose()
                        .prompt())
                .isEqualTo("ink wash, The rain falls");
    }

    @Test
    void a_prefix_that_does_not_name_its_character_is_introduced_by_the_name() throws CannotComposeException {
        assertThat(story().looks("Mira", "a lean elf")
                        .says("Mira", "I draw my sword.")
                        .compose()
                        .prompt())
                .isEqualTo("Mira is a lean elf. Mira: I draw my sword.");
        assertThat(story().looks("Mira", "silver hair")
                        .says("sam", "Mira runs.")
                        .compose()
                        .prompt())
                .isEqualTo("Mira: silver hair. Mira runs.");
    }

    @Test
    void last_draws_the_last_story_post_alone() throws CannotComposeException {
        Composition composition =
                lantern().says("sam", "((tea?))").mode(Mode.LAST).compose();

        assertThat(composition.prompt()).contains("He nods and follows Mira").doesNotContain("lantern");
        assertThat(composition.cast()).containsExactly("Tobin", "Mira");
    }

    @Test
    void a_portrait_shows_one_character_upright_without_the_others() throws CannotComposeException {
        Composition composition = lantern()
                .ask(new Ask(Mode.PORTRAIT, null, "mir", null, null, null, null))
                .compose();

        assertThat(composition.cast()).containsExactly("Mira");
        assertThat(composition.height()).isGreaterThan(composition.width());
        assertThat(composition.prompt())
                .contains(ELF, "A portrait of Mira alone.")
                .doesNotContain("Tobin", "smith");
    }

    @Test
    void a_portrait_of_nobody_known_names_the_nearest() {
        assertThatExceptionOfType(CannotComposeException.class)
                .isThrownBy(() -> lantern()
                        .ask(new Ask(Mode.PORTRAIT, null, "Mria", null, null, null, null))
                        .compose())
                .withMessage("No character is called \"Mria\". There is Mira, Tobin.");
        assertThatExceptionOfType(CannotComposeException.class)
                .isThrownBy(() -> lantern().mode(Mode.PORTRAIT).compose())
                .withMessageContaining("Say whose portrait");
    }

    @Test
    void a_background_is_the_place_without_people() throws CannotComposeException {
        Composition composition = lantern()
                .says("sam", "Moss covers the walls. Tobin coughs.")
                .mode(Mode.BACKGROUND)
                .compose();

        assertThat(composition.cast()).isEmpty();
        assertThat(composition.width()).isGreaterThan(composition.height());
        assertThat(composition.prompt()).contains("Moss covers the walls").doesNotContain("Tobin", "Mira");
        assertThat(composition.references()).extracting(Reference::from).containsExactly("style");
    }

    @Test
    void imagine_draws_the_given_text_with_the_characters_that_it_names() throws CannotComposeException {
        Composition composition = lantern()
                .ask(new Ask(
                        Mode.IMAGINE,
                        null,
                        null,
                        "Mira holds a sign \"OPEN\" <be-style:inkwash:0.1>",
                        null,
                        "blur",
                        null))
                .compose();

        assertThat(composition.prompt())
                .isEqualTo("ink wash illustration, " + ELF + ", torn cloak. Mira holds a sign \"OPEN\", muted palette");
        assertThat(composition.negative()).isEqualTo("blur, text, watermark, beard");
        assertThat(composition.references()).extracting(Reference::weight).containsExactly(0.3, 0.1);
    }

    @Test
    void a_hint_joins_the_scene() throws CannotComposeException {
        Composition composition = lantern()
                .ask(new Ask(Mode.SCENE, 1, null, null, "seen from above", null, null))
                .compose();

        assertThat(composition.prompt()).contains("He nods and follows Mira. seen from above, muted palette");
    }

    @Test
    void a_tag_in_a_story_counts_only_for_who_may_use_the_avatar() throws CannotComposeException {
        Composition composition = story().avatar(AvatarKind.FACE, "mira", "jo", false)
                .avatar(AvatarKind.FACE, "shared", "jo", true)
                .avatar(AvatarKind.STYLE, "mods", null, false)
                .says("jo", "Rain. <be-face:mira:0.2> ((<be-face:shared:0.9>))")
                .says(
                        "sam",
                        "Snow. <be-face:mira:0.9> <be-face:shared:0.3> <be-style:mods:0.3> <be-face:gone:0.3> <be-face:shared>")
                .compose();

        assertThat(composition.prompt()).isEqualTo("Rain. Snow.");
        assertThat(composition.references())
                .extracting(r -> r.name() + " " + r.weight())
                .containsExactly("mira 0.2", "shared 0.3");
        assertThat(composition.dropped())
                .filteredOn(d -> d.what().equals("tag"))
                .hasSize(5);
    }

    @Test
    void the_last_of_two_tags_for_an_avatar_wins_and_weight_0_means_none() throws CannotComposeException {
        Stories story = story().avatar(AvatarKind.FACE, "a", "jo", true)
                .avatar(AvatarKind.FACE, "b", "jo", true)
                .looks("Mira", "an elf <be-face:a:0.2> <be-face:b:0.2>", "<be-face:a:0.6>");

        Composition composition = story.says("sam", "Mira runs. <be-face:b:0>").compose();

        assertThat(composition.references())
                .extracting(r -> r.name() + " " + r.weight())
                .containsExactly("a 0.6");
        assertThat(composition.notes()).anyMatch(n -> n.startsWith("<be-face:a:0.6>: above a weight of 0.4"));
    }

    @Test
    void an_avatar_that_was_removed_since_is_left_out_and_told_and_the_picture_is_drawn()
            throws CannotComposeException {
        Composition composition = story().avatar(AvatarKind.STYLE, "ink", "jo", true)
                .style("ink wash <be-style:ink:0.3>", "", "<be-style:gone:0.3>")
                .looks("Mira", "an elf <be-face:mira:0.2>", "<be-face:ink:0.3>")
                .says("sam", "Mira runs.")
                .compose();

        assertThat(composition.references()).extracting(r -> r.name().value()).containsExactly("ink");
        assertThat(composition.dropped())
                .extracting(d -> d.text() + ": " + d.why())
                .contains(
                        "<be-style:gone:0.3>: no avatar is called gone (style)",
                        "<be-face:mira:0.2>: no avatar is called mira (character Mira)",
                        "<be-face:ink:0.3>: ink is a style avatar (character Mira)");
    }

    @Test
    void a_given_tag_of_an_unknown_or_foreign_avatar_is_refused() {
        Stories story = story().avatar(AvatarKind.FACE, "mira", "jo", false).says("sam", "Rain.");

        assertThatExceptionOfType(CannotComposeException.class)
                .isThrownBy(() -> story.ask(new Ask(Mode.SCENE, null, null, null, "<be-face:mria:0.3>", null, null))
                        .compose())
                .withMessageContaining("no avatar is called mria. There is mira.");
        assertThatExceptionOfType(CannotComposeException.class)
                .isThrownBy(() -> story.ask(new Ask(Mode.SCENE, null, null, null, "<be-style:mira:0.3>", null, null))
                        .compose())
                .withMessageContaining("Write it as <be-face:mira:0.3>.");
        assertThatExceptionOfType(CannotComposeException.class)
                .isThrownBy(() -> story.ask(new Ask(Mode.SCENE, null, null, null, "<be-face:mira:0.3>", null, "sam"))
                        .compose())
                .withMessageContaining("belongs to somebody else");
    }

    @ParameterizedTest
    @EnumSource(ModelFamily.class)
    void the_oldest_sentences_go_first_and_the_cast_stays(ModelFamily model) throws CannotComposeException {
        Stories story = lantern().model(model);
        for (int i = 0; i < 99; i++) {
            story.says(
                    "sam",
                    "The wind number " + i + " blows through the old pines and the cold stones of the pass."
                            + " Snow".repeat(60) + ".");
        }
        Composition composition =
                story.says("sam", "Mira and Tobin rest by the fire.").compose();

        assertThat(composition.prompt())
                .contains(ELF, "Mira and Tobin rest by the fire")
                .startsWith("ink wash")
                .endsWith("muted palette");
        assertThat(composition.tokens().used()).isLessThanOrEqualTo(model.limit());
        assertThat(composition.dropped())
                .first()
                .satisfies(d -> assertThat(d.what()).isIn("message", "sentence"));
    }

    @Test
    void what_does_not_fit_is_cut_from_later_characters_then_scene_then_style_then_the_first()
            throws CannotComposeException {
        String many = "tall and strong and ".repeat(60) + "loud";
        Composition later = story().model(ModelFamily.SDXL)
                .style("ink", "")
                .looks("Mira", "Mira the elf")
                .looks("Tobin", "Tobin " + many)
                .says("sam", "Mira waves. Tobin falls.")
                .ask(new Ask(Mode.SCENE, null, "Mira", null, null, null, null))
                .compose();
        Composition first = story().model(ModelFamily.SDXL)
                .style("ink", "")
                .looks("Mira", "Mira " + many)
                .looks("Tobin", "Tobin the smith")
                .says("sam", "Mira waves. Tobin falls.")
                .ask(new Ask(Mode.SCENE, null, "Mira", null, null, null, null))
                .compose();

        assertThat(later.prompt())
                .startsWith("ink, Mira the elf, Tobin tall and strong")
                .endsWith(", Tobin falls");
        assertThat(first.prompt()).startsWith("Mira tall and strong").doesNotContain("ink", "smith", "falls");
        assertThat(first.dropped())
                .extracting(Dropped::what)
                .containsExactly("sentence", "prefix", "sentence", "style", "prefix");
    }

    @Test
    void a_prompt_of_a_hundred_thousand_characters_keeps_its_beginning() throws CannotComposeException {
        String prompt = "A red barn by the sea. " + "More and more words. ".repeat(4_762);
        Composition composition = story().ask(new Ask(Mode.IMAGINE, null, null, prompt, null, null, null))
                .compose();

        assertThat(composition.prompt()).startsWith("A red barn by the sea. More");
        assertThat(composition.tokens().used()).isBetween(200, 256);
    }

    @Test
    void one_word_that_cannot_fit_is_no_picture() {
        assertThatExceptionOfType(CannotComposeException.class)
                .isThrownBy(() -> story().says("sam", "x".repeat(100_000)).compose())
                .withMessageContaining("does not fit");
    }

    @Test
    void the_stop_after_a_cut_has_its_room_in_every_script() throws CannotComposeException {
        for (int length = 380; length < 420; length++) {
            Composition composition = story().model(ModelFamily.FLUX2_DEV)
                    .says("sam", "\u754C".repeat(length))
                    .compose();

            assertThat(composition.tokens().used()).isLessThanOrEqualTo(512);
        }
    }
}
