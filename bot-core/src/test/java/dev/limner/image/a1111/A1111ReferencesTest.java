package dev.limner.image.a1111;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.avatar.AvatarKind;
import dev.limner.image.BackendException;
import dev.limner.image.BackendProfile;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.ReferenceAbility.Strength;
import dev.limner.image.ReferenceImage;
import dev.limner.image.Requests;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How each program is sent reference images, field by field. */
class A1111ReferencesTest extends DrawnWithReferences {
    @Test
    void without_controlnet_the_description_stands_in() throws Exception {
        FakeA1111 server = server(FakeKind.A1111);

        List<String> notes = draw(server, MIRA);

        assertThat(prompt(server)).endsWith(", silver hair");
        assertThat(notes)
                .containsExactly(
                        "Not used: face mira: the server has no ControlNet." + " Its description stands in for it.");
    }

    @Test
    void forge_neo_stitches_images_for_models_that_look_at_them() throws Exception {
        FakeA1111 server = server(FakeKind.FORGE_NEO).models("flux1-kontext-dev.safetensors");

        BackendProfile profile = profile(server);
        draw(server, INK, MIRA);

        assertThat(profile.references().strength()).isEqualTo(Strength.WORDS);
        JsonNode args = body(server)
                .path("alwayson_scripts")
                .path("ImageStitch Integrated")
                .path("args");
        assertThat(args).hasSize(3);
        assertThat(args.path(0).asBoolean()).isTrue();
        assertThat(args.path(1)).extracting(JsonNode::asText).containsExactly(base64(MIRA), base64(INK));
        assertThat(args.path(2).asInt()).isEqualTo(1024);
        assertThat(prompt(server)).contains("mira looks like the person in image 1.", "Use the art style of image 2.");
    }

    @Test
    void an_older_forge_neo_is_asked_without_the_size_when_it_does_not_take_it() throws Exception {
        FakeA1111 server = server(FakeKind.FORGE_NEO).models("flux1-kontext-dev.safetensors");
        server.adapters().withoutStitchSize();

        List<String> notes = draw(server, MIRA);

        assertThat(notes).containsExactly("Used: face mira.");
        assertThat(server.requests()).hasSize(2);
        assertThat(body(server)
                        .path("alwayson_scripts")
                        .path("ImageStitch Integrated")
                        .path("args"))
                .hasSize(2);
    }

    @Test
    void sd_next_has_fields_of_its_own() throws Exception {
        FakeA1111 server = server(FakeKind.SD_NEXT);

        List<String> notes = draw(server, INK, MIRA);

        JsonNode items = body(server).path("ip_adapter");
        assertThat(fields(items.get(0)))
                .contains(
                        entry("adapter", "Plus Face ViT-H SDXL"),
                        entry("scale", "0.4"),
                        entry("start", "0.0"),
                        entry("end", "1.0"),
                        entry("crop", "true"));
        assertThat(items.get(0).path("images").path(0).asText()).isEqualTo(base64(MIRA));
        assertThat(items.get(0).path("masks").isArray()).isTrue();
        assertThat(fields(items.get(1)))
                .contains(entry("adapter", "Plus ViT-H SDXL"), entry("scale", "0.5"), entry("crop", "false"));
        assertThat(notes).containsExactly("Used: face mira, style ink.");
    }

    @Test
    void an_adapter_of_sd_next_that_failed_in_silence_is_told_once_and_the_next_picture_has_the_description()
            throws Exception {
        FakeA1111 server = server(FakeKind.SD_NEXT);
        server.adapters().deaf();
        try (A1111Backend backend = Backends.of(server)) {
            assertThat(notes(backend, MIRA)).containsExactly("Not used: face mira: SD.Next's adapter failed.");
            assertThat(notes(backend, MIRA))
                    .containsExactly(
                            "Not used: face mira: SD.Next's adapter failed. Its description stands in for it.");
            assertThat(body(server).has("ip_adapter")).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SD_CPP", "KOBOLD_CPP"})
    void small_servers_take_extra_images_with_models_that_look_at_them(FakeKind kind) throws Exception {
        FakeA1111 server = server(kind).models("flux1-kontext-dev-q4.gguf");

        draw(server, INK, MIRA);

        assertThat(body(server).path("extra_images"))
                .extracting(JsonNode::asText)
                .containsExactly(base64(MIRA), base64(INK));
        assertThat(prompt(server)).contains("person in image 1");
    }

    @ParameterizedTest
    @EnumSource(names = {"SD_CPP", "KOBOLD_CPP"})
    void small_servers_take_no_images_with_other_models(FakeKind kind) throws Exception {
        FakeA1111 server = server(kind);

        assertThat(draw(server, MIRA).get(0)).startsWith("Not used: face mira: ");
        assertThat(body(server).has("extra_images")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A1111 | Insightface: No face found in image. | no face was found in it",
                "A1111 | No module named 'insightface' | insightface",
                "A1111 | ControlNet model is not compatible: incompatible sd version | another kind of model",
                "FORGE | whatever | did not say why",
            })
    void what_the_references_made_fail_is_drawn_without_them_and_told(FakeKind kind, String words, String why)
            throws Exception {
        FakeA1111 server = server(kind);
        server.adapters().models(FACE_XL);
        server.adapters().failing(words);

        List<String> notes = draw(server, MIRA);

        assertThat(notes).hasSize(1);
        assertThat(notes.get(0)).startsWith("Not used: face mira: ").contains(why, "Its description stands in");
        assertThat(server.requests()).hasSize(2);
        assertThat(body(server).has("alwayson_scripts")).isFalse();
    }

    @Test
    void the_one_face_in_which_no_face_is_found_is_left_out_and_named() throws Exception {
        ReferenceImage teapot = Requests.image(AvatarKind.FACE, "teapot", 0.6, "");
        FakeA1111 server = server(FakeKind.A1111);
        server.adapters().models(FACE_XL, STYLE_XL);
        server.answering(request -> shows(request, teapot)
                ? FakeErrors.of(FakeKind.A1111, 500, "Exception", "Insightface: No face found in image.")
                : null);

        List<String> notes = draw(server, teapot, MIRA, INK);

        assertThat(notes)
                .containsExactly("Used: face mira, style ink.", "Not used: face teapot: no face was found in it.");
    }

    @Test
    void where_several_faces_are_none_the_picture_is_drawn_without_any_and_none_is_accused_alone() throws Exception {
        ReferenceImage teapot = Requests.image(AvatarKind.FACE, "teapot", 0.6, "");
        ReferenceImage kettle = Requests.image(AvatarKind.FACE, "kettle", 0.5, "");
        FakeA1111 server = server(FakeKind.A1111);
        server.adapters().models(FACE_XL, STYLE_XL);
        server.answering(request -> shows(request, teapot) || shows(request, kettle)
                ? FakeErrors.of(FakeKind.A1111, 500, "Exception", "Insightface: No face found in image.")
                : null);

        List<String> notes = draw(server, teapot, kettle, INK);

        assertThat(notes)
                .containsExactly(
                        "Used: style ink.",
                        "Not used: face teapot: no face was found in it or in another of the faces.",
                        "Not used: face kettle: no face was found in it or in another of the faces.");
    }

    @Test
    void where_several_of_many_faces_are_none_the_heaviest_that_is_one_is_used() throws Exception {
        ReferenceImage teapot = Requests.image(AvatarKind.FACE, "teapot", 0.9, "");
        ReferenceImage kettle = Requests.image(AvatarKind.FACE, "kettle", 0.2, "");
        FakeA1111 server = server(FakeKind.A1111);
        server.adapters().models(FACE_XL, STYLE_XL);
        server.answering(request -> shows(request, teapot) || shows(request, kettle)
                ? FakeErrors.of(FakeKind.A1111, 500, "Exception", "Insightface: No face found in image.")
                : null);

        assertThat(draw(server, teapot, MIRA, kettle))
                .containsExactly(
                        "Used: face mira.",
                        "Not used: face teapot: no face was found in it.",
                        "Not used: face kettle: no face was found in it.");
        assertThat(body(server).path("force_task_id").asText())
                .as("all, without one each, then two alone")
                .isEqualTo("r1-6");
    }

    @Test
    void where_all_of_many_faces_are_none_the_picture_is_drawn_without_them() throws Exception {
        ReferenceImage[] things = {
            Requests.image(AvatarKind.FACE, "teapot", 0.9, ""),
            Requests.image(AvatarKind.FACE, "kettle", 0.5, ""),
            Requests.image(AvatarKind.FACE, "spoon", 0.2, "")
        };
        FakeA1111 server = server(FakeKind.A1111);
        server.adapters().models(FACE_XL, STYLE_XL);
        server.answering(request -> List.of(things).stream().anyMatch(thing -> shows(request, thing))
                ? FakeErrors.of(FakeKind.A1111, 500, "Exception", "Insightface: No face found in image.")
                : null);

        assertThat(draw(server, things)).hasSize(3).allMatch(note -> note.endsWith(": no face was found in it."));
    }

    private static List<String> notes(A1111Backend backend, ReferenceImage... images) throws Exception {
        return ((Generated) backend.generate(request(images), fraction -> {})).notes();
    }

    private static boolean shows(RecordedRequest request, ReferenceImage image) {
        return request.getBody() != null && request.getBody().utf8().contains(base64(image));
    }

    @Test
    void an_adapter_that_does_not_work_is_left_alone_for_a_while() throws Exception {
        FakeA1111 server = server(FakeKind.FORGE);
        server.adapters().models(FACE_XL);
        server.adapters().failing("whatever");
        try (A1111Backend backend = Backends.of(server)) {
            backend.generate(request(MIRA), fraction -> {});
            assertThat(backend.isWell()).isTrue();
            backend.generate(request(MIRA), fraction -> {});

            assertThat(server.requests()).as("two tries, then one").hasSize(3);
            assertThat(backend.profile().faces()).isZero();
        }
    }

    @Test
    void a_server_that_fails_at_everything_without_a_word_costs_nobody_their_faces_and_styles() throws Exception {
        FakeA1111 server = server(FakeKind.FORGE);
        server.adapters().models(FACE_XL, STYLE_XL);
        server.answering(request -> request.getUrl().encodedPath().endsWith("/txt2img")
                ? FakeErrors.of(FakeKind.FORGE, 500, "Exception", "whatever")
                : null);
        try (A1111Backend backend = Backends.of(server)) {
            assertThatThrownBy(() -> backend.generate(request(MIRA, INK), fraction -> {}))
                    .isInstanceOf(BackendException.class);
            server.answering(request -> null);

            assertThat(notes(backend, MIRA, INK)).containsExactly("Used: face mira, style ink.");
        }
    }

    @Test
    void of_two_kinds_the_one_without_which_the_picture_came_is_left_alone_and_the_other_is_not() throws Exception {
        FakeA1111 server = server(FakeKind.FORGE);
        server.adapters().models(FACE_XL, STYLE_XL);
        server.answering(
                request -> shows(request, INK) ? FakeErrors.of(FakeKind.FORGE, 500, "Exception", "whatever") : null);
        try (A1111Backend backend = Backends.of(server)) {
            backend.generate(request(MIRA, INK), fraction -> {});

            assertThat(backend.profile().styles()).isZero();
            assertThat(notes(backend, MIRA, INK).get(0)).isEqualTo("Used: face mira.");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"A1111", "FORGE", "SD_NEXT"})
    void loras_and_embeddings_go_into_the_prompt_behind_what_people_write(FakeKind kind) throws Exception {
        FakeA1111 server = server(kind);
        server.adapters().loras("InkPen_v2");
        server.adapters().embeddings("EasyPositive");

        List<String> notes = draw(server, networks("a cat <lora:other:1>"));

        assertThat(prompt(server)).isEqualTo("a cat <lora:InkPen_v2:0.70>, (EasyPositive:0.80)");
        assertThat(notes)
                .containsExactly(
                        "Used: LoRA inkpen.",
                        "Not used: LoRA oil: the picture server does not have it.",
                        "Used: embedding easy.");
    }

    @ParameterizedTest
    @EnumSource(names = {"SD_CPP", "KOBOLD_CPP"})
    void small_servers_take_loras_in_a_field(FakeKind kind) throws Exception {
        FakeA1111 server = server(kind);
        server.adapters().loras("InkPen_v2");

        draw(server, networks("a cat"));

        JsonNode lora = body(server).path("lora").path(0);
        assertThat(lora.path("path").asText()).isEqualTo("/models/InkPen_v2.safetensors");
        assertThat(lora.path("multiplier").asDouble()).isEqualTo(0.7);
        assertThat(prompt(server)).doesNotContain("<lora");
    }
}
