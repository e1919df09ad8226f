package dev.limner.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import dev.limner.image.ReferenceAbility.Limit;
import dev.limner.image.ReferenceAbility.Strength;
import dev.limner.prompt.Composition;
import dev.limner.prompt.Encoder;
import dev.limner.prompt.Reference;
import dev.limner.prompt.TokenCount;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencePlanTest {
    private static final String FULL = "the server takes no more";

    @Test
    void faces_come_before_styles_the_heavier_first_and_ties_in_the_order_of_the_tags() {
        ReferencePlan plan = plan(
                ReferenceAbility.numbers(9, FULL),
                style("ink", 0.9),
                face("mira", 0.3),
                face("tobin", 0.5),
                face("ann", 0.3));

        assertThat(plan.used())
                .extracting(ReferenceImage::label)
                .containsExactly("face tobin", "face mira", "face ann", "style ink");
    }

    @Test
    void what_is_over_a_limit_is_named_with_that_limits_reason() {
        ReferenceAbility ability = new ReferenceAbility(
                new Limit(1, "one face is taken"),
                new Limit(0, "no style adapter is installed"),
                new Limit(4, FULL),
                Strength.NUMBERS);

        ReferencePlan plan = plan(ability, face("mira", 0.3), face("tobin", 0.5), style("ink", 0.9));

        assertThat(plan.used()).extracting(ReferenceImage::label).containsExactly("face tobin");
        assertThat(plan.notes())
                .containsExactly(
                        "Used: face tobin.",
                        "Not used: face mira: one face is taken.",
                        "Not used: style ink: no style adapter is installed.");
    }

    @Test
    void the_limit_of_all_kinds_cuts_from_the_tail() {
        ReferencePlan plan =
                plan(ReferenceAbility.numbers(2, FULL), style("ink", 0.9), face("mira", 0.3), face("tobin", 0.5));

        assertThat(plan.used()).extracting(ReferenceImage::label).containsExactly("face tobin", "face mira");
        assertThat(plan.notes()).contains("Not used: style ink: " + FULL + ".");
    }

    @Test
    void a_weight_that_rounds_to_0_is_not_sent() {
        ReferencePlan plan = plan(ReferenceAbility.numbers(2, FULL), face("mira", 0.004));

        assertThat(plan.used()).isEmpty();
        assertThat(plan.notes()).containsExactly("Not used: face mira: its weight is too small to count.");
    }

    @Test
    void an_image_that_turned_out_unusable_makes_room_for_another() {
        ReferenceImage tobin = face("tobin", 0.5);
        ReferencePlan plan = plan(ReferenceAbility.numbers(1, FULL), face("mira", 0.3), tobin)
                .without(tobin, "no face was found in it");

        assertThat(plan.used()).extracting(ReferenceImage::label).containsExactly("face mira");
        assertThat(plan.notes()).containsExactly("Used: face mira.", "Not used: face tobin: no face was found in it.");
    }

    @Test
    void images_without_weights_are_told_in_words_by_their_place_in_the_list() {
        ReferencePlan plan = plan(
                ReferenceAbility.words(4, FULL),
                style("ink", 0.7),
                face("tobin", 0.2),
                face("mira", 0.61),
                style("wash", 0.25),
                face("ann", 0.6),
                style("oil", 0.3));

        assertThat(plan.prompt())
                .isEqualTo("Mira lifts a lantern."
                        + " The character mira has exactly the face, hair and features of the person in image 1."
                        + " The character ann looks like the person in image 2."
                        + " The character tobin loosely resembles the person in image 3."
                        + " Match the art style, palette and rendering of image 4 exactly; do not copy its content.");
    }

    @Test
    void a_face_given_to_a_character_is_told_by_the_characters_name() {
        ReferenceImage mira = new ReferenceImage(
                new Reference(AvatarKind.FACE, new AvatarName("elf7"), 0.3, "character Mira Vale"),
                new byte[1],
                "image/png");

        assertThat(plan(ReferenceAbility.words(4, FULL), mira).prompt())
                .endsWith("The character Mira Vale looks like the person in image 1.");
    }

    @Test
    void descriptions_stand_in_for_images_that_cannot_go() {
        ReferencePlan plan = plan(
                ReferenceAbility.none("this model takes text only"),
                described(AvatarKind.FACE, "mira", "lean elf, silver hair."),
                described(AvatarKind.STYLE, "ink", "ink wash"),
                face("tobin", 0.1));

        assertThat(plan.prompt())
                .isEqualTo("Mira lifts a lantern. mira: lean elf, silver hair. In the style of ink wash.");
        assertThat(plan.notes())
                .containsExactly(
                        "Not used: face mira: this model takes text only. Its description stands in for it.",
                        "Not used: face tobin: this model takes text only.",
                        "Not used: style ink: this model takes text only. Its description stands in for it.");
    }

    @Test
    void for_clip_descriptions_are_phrases() {
        Composition clip = composition("Mira, lantern", new TokenCount(5, 75, Encoder.CLIP, false));
        GenerationRequest request = new GenerationRequest(
                "r",
                clip,
                List.of(
                        described(AvatarKind.FACE, "mira", "silver hair"),
                        described(AvatarKind.STYLE, "ink", "ink wash")));

        assertThat(ReferencePlan.of(request, ReferenceAbility.none("none")).prompt())
                .isEqualTo("Mira, lantern, silver hair, in the style of ink wash");
    }

    @Test
    void a_description_that_the_models_limit_has_no_room_for_is_left_out_and_not_told_as_used() {
        Composition full = composition("Mira lifts a lantern.", new TokenCount(250, 256, Encoder.T5, false));
        ReferencePlan plan = ReferencePlan.of(
                new GenerationRequest(
                        "r",
                        full,
                        List.of(described(AvatarKind.FACE, "mira", "lean elf with long silver hair and a scar"))),
                ReferenceAbility.none("none"));

        assertThat(plan.prompt()).isEqualTo("Mira lifts a lantern.");
        assertThat(plan.notes()).containsExactly("Not used: face mira: none.");
    }

    @Test
    void a_description_is_no_way_around_the_gate() {
        ReferencePlan plan = plan(
                ReferenceAbility.none("none"),
                described(AvatarKind.FACE, "mira", "elf <lora:x:1> ### {a|b} embedding:bad (hat:9)"));

        assertThat(plan.prompt()).doesNotContain("<", "###", "{", "|", "embedding", ":9");
    }

    @Test
    void sentences_about_images_stand_within_the_limit_also_where_the_scene_fills_it() {
        Composition full = composition("Mira lifts a lantern.", new TokenCount(250, 256, Encoder.T5, false));
        ReferencePlan plan = ReferencePlan.of(
                new GenerationRequest("r", full, List.of(face("mira", 0.3))), ReferenceAbility.words(4, FULL));

        assertThat(plan.prompt())
                .isEqualTo("The character mira looks like the person in image 1. Mira lifts a lantern.");
        assertThat(plan.notes())
                .containsExactly(
                        "Used: face mira.",
                        "The sentences about the images come first, so the end of the prompt may not be read.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "elf <hypernet:evil:0.5:",
                "elf (hat:９)",
                "elf ((((((hat))))))",
                "elf AND a dog BREAK",
                "elf [hat:cap:0.5]",
                "elf <be-face:lucy:0.9>"
            })
    void a_description_is_cleaned_as_what_people_write_into_prompts_is(String description) {
        Composition clip = composition("Mira, lantern", new TokenCount(5, 75, Encoder.CLIP, false));
        GenerationRequest request =
                new GenerationRequest("r", clip, List.of(described(AvatarKind.FACE, "mira", description)));

        assertThat(ReferencePlan.of(request, ReferenceAbility.none("none")).prompt())
                .startsWith("Mira, lantern, elf")
                .doesNotContain("<", ">", "((", "[", "]", "９", "AND", "BREAK");
    }

    @Test
    void the_name_of_a_character_is_no_way_around_the_gate_either() {
        ReferenceImage mira = new ReferenceImage(
                new Reference(AvatarKind.FACE, new AvatarName("elf7"), 0.3, "character Mira <lora:x: BREAK [a:b:0.5]"),
                new byte[1],
                "image/png");

        assertThat(plan(ReferenceAbility.words(4, FULL), mira).prompt())
                .contains("The character Mira ")
                .doesNotContain("<", "[", "BREAK");
    }

    private static ReferencePlan plan(ReferenceAbility ability, ReferenceImage... images) {
        Composition prose = composition("Mira lifts a lantern.", new TokenCount(6, 256, Encoder.T5, false));
        return ReferencePlan.of(new GenerationRequest("r", prose, List.of(images)), ability);
    }

    private static Composition composition(String prompt, TokenCount tokens) {
        return new Composition(prompt, List.of(), "", 7, 512, 512, List.of(), List.of(), tokens, List.of(), List.of());
    }

    private static ReferenceImage face(String name, double weight) {
        return Requests.image(AvatarKind.FACE, name, weight, "");
    }

    private static ReferenceImage style(String name, double weight) {
        return Requests.image(AvatarKind.STYLE, name, weight, "");
    }

    private static ReferenceImage described(AvatarKind kind, String name, String description) {
        return Requests.image(kind, name, 0.3, description);
    }
}
