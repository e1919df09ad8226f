package dev.limner.image.a1111;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import dev.limner.image.BackendProfile;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationRequest;
import dev.limner.image.Network;
import dev.limner.image.ReferenceAbility.Strength;
import dev.limner.image.ReferenceImage;
import dev.limner.image.Requests;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How each program is sent reference images, field by field. */
class A1111ReferencesTest {
    private static final ReferenceImage MIRA = Requests.image(AvatarKind.FACE, "mira", 0.4, "silver hair");
    private static final ReferenceImage INK = Requests.image(AvatarKind.STYLE, "ink", 0.5, "");
    private static final String FACE_XL = "ip-adapter-plus-face_sdxl_vit-h [677cbaeb]";
    private static final String STYLE_XL = "ip-adapter-plus_sdxl_vit-h [f1f19f7d]";

    private final List<FakeA1111> servers = new ArrayList<>();

    @Test
    void a1111_gets_a_unit_for_each_and_the_style_only_in_its_layer() throws Exception {
        FakeA1111 server = server(FakeKind.A1111);
        server.adapters().models(STYLE_XL, "control_canny", FACE_XL);

        List<String> notes = draw(server, INK, MIRA);

        JsonNode units = units(server);
        assertThat(fields(units.get(0)))
                .contains(
                        entry("enabled", "true"),
                        entry("module", "ip-adapter_clip_sd15"),
                        entry("model", FACE_XL),
                        entry("weight", "0.4"),
                        entry("resize_mode", "Crop and Resize"),
                        entry("control_mode", "Balanced"),
                        entry("guidance_start", "0.0"),
                        entry("guidance_end", "1.0"),
                        entry("save_detected_map", "false"),
                        entry("image", Base64.getEncoder().encodeToString(MIRA.bytes())))
                .doesNotContainKey("advanced_weighting");
        assertThat(fields(units.get(1))).contains(entry("model", STYLE_XL), entry("weight", "0.75"));
        assertThat(numbers(units.get(1).path("advanced_weighting")))
                .containsExactly(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.75, 0.0, 0.0, 0.0, 0.0);
        assertThat(notes).containsExactly("Used: face mira, style ink.");
    }

    @Test
    void sd15_styles_keep_to_the_layers_of_sd15() throws Exception {
        FakeA1111 server = server(FakeKind.A1111).models("v1-5-pruned-emaonly.safetensors [6ce0161689]");
        server.adapters().models("ip-adapter-plus_sd15 [c817b455]", FACE_XL, "ip-adapter-full-face_sd15 [1]");

        draw(server, INK, MIRA);

        assertThat(units(server).get(0).path("model").asText()).isEqualTo("ip-adapter-full-face_sd15 [1]");
        assertThat(numbers(units(server).get(1).path("advanced_weighting")))
                .containsExactly(
                        0.75, 0.75, 0.75, 0.75, 0.0, 0.0, 0.0, 0.0, 0.0, 0.75, 0.75, 0.75, 0.75, 0.75, 0.75, 0.75);
    }

    @Test
    void forge_has_no_layers_so_a_style_weighs_less_and_begins_later() throws Exception {
        FakeA1111 server = server(FakeKind.FORGE);
        server.adapters().models(STYLE_XL, FACE_XL);

        draw(server, INK, MIRA);

        assertThat(fields(units(server).get(0)))
                .contains(entry("module", "CLIP-ViT-H (IPAdapter)"), entry("weight", "0.4"));
        assertThat(fields(units(server).get(1)))
                .contains(entry("weight", "0.3"), entry("guidance_start", "0.2"))
                .doesNotContainKey("advanced_weighting");
    }

    @Test
    void reforge_has_the_names_of_forge_and_the_layers_of_a1111() throws Exception {
        FakeA1111 server = server(FakeKind.REFORGE);
        server.adapters().models(STYLE_XL, FACE_XL);

        draw(server, INK);

        assertThat(units(server).get(0).path("module").asText()).isEqualTo("CLIP-ViT-H (IPAdapter)");
        assertThat(units(server).get(0).path("advanced_weighting")).hasSize(11);
    }

    @ParameterizedTest
    @CsvSource({
        "ip-adapter_sdxl, ip-adapter_clip_sdxl, CLIP-ViT-bigG (IPAdapter)",
        "ip-adapter_sdxl_vit-h, ip-adapter_clip_sd15, CLIP-ViT-H (IPAdapter)",
        "ip-adapter-plus_sdxl_vit-h, ip-adapter_clip_sd15, CLIP-ViT-H (IPAdapter)",
    })
    void the_module_follows_from_the_model_file(String file, String atA1111, String atForge) throws Exception {
        Map<FakeKind, String> modules = new LinkedHashMap<>();
        for (FakeKind kind : List.of(FakeKind.A1111, FakeKind.FORGE)) {
            FakeA1111 server = server(kind);
            server.adapters().models(file + " [0]");
            draw(server, INK);
            modules.put(kind, units(server).get(0).path("module").asText());
        }
        assertThat(modules).containsExactly(entry(FakeKind.A1111, atA1111), entry(FakeKind.FORGE, atForge));
    }

    @Test
    void face_id_takes_its_lora_along_and_weighs_more() throws Exception {
        FakeA1111 server = server(FakeKind.A1111);
        server.adapters().models("ip-adapter-faceid-plusv2_sdxl [187cb962]");
        server.adapters().loras("ip-adapter-faceid-plusv2_sdxl_lora");

        draw(server, MIRA);

        assertThat(fields(units(server).get(0)))
                .contains(entry("module", "ip-adapter_face_id_plus"), entry("weight", "0.64"));
        assertThat(prompt(server)).endsWith(" <lora:ip-adapter-faceid-plusv2_sdxl_lora:0.6>");
    }

    @Test
    void no_more_units_are_sent_than_the_server_works_on() throws Exception {
        FakeA1111 server = server(FakeKind.A1111);
        server.adapters().models(STYLE_XL, FACE_XL);
        server.adapters().units(2);
        ReferenceImage tobin = Requests.image(AvatarKind.FACE, "tobin", 0.3, "");

        List<String> notes = draw(server, INK, tobin, MIRA);

        assertThat(units(server)).hasSize(2);
        assertThat(notes)
                .containsExactly(
                        "Used: face mira, face tobin.", "Not used: style ink: the server works on 2 ControlNet units.");
    }

    @Test
    void without_controlnet_the_description_stands_in() throws Exception {
        FakeA1111 server = server(FakeKind.A1111);

        List<String> notes = draw(server, MIRA);

        assertThat(prompt(server)).endsWith(", silver hair");
        assertThat(notes)
                .containsExactly(
                        "Not used: face mira: the server has no ControlNet." + " Its description stands in for it.");
    }

    @ParameterizedTest
    @EnumSource(names = {"A1111", "FORGE", "REFORGE"})
    void flux_takes_no_units(FakeKind kind) throws Exception {
        FakeA1111 server = server(kind).models("flux1-dev-fp8.safetensors");
        server.adapters().models(STYLE_XL, FACE_XL);

        List<String> notes = draw(server, MIRA);

        assertThat(body(server).has("alwayson_scripts")).isFalse();
        assertThat(notes.get(0)).contains("SD 1.5 and SDXL only");
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
    void an_adapter_of_sd_next_that_failed_in_silence_is_told() throws Exception {
        FakeA1111 server = server(FakeKind.SD_NEXT);
        server.adapters().deaf();

        assertThat(draw(server, MIRA).get(1)).contains("passed over face mira", "drawn without it");
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
    void an_adapter_that_does_not_work_is_left_alone_for_a_while() throws Exception {
        FakeA1111 server = server(FakeKind.FORGE);
        server.adapters().models(FACE_XL);
        server.adapters().failing("whatever");
        try (A1111Backend backend = Backends.of(server)) {
            backend.generate(request(MIRA), fraction -> {});
            backend.generate(request(MIRA), fraction -> {});

            assertThat(server.requests()).as("two tries, then one").hasSize(3);
            assertThat(backend.profile().faces()).isZero();
        }
    }

    @Test
    void loras_and_embeddings_go_into_the_prompt_behind_what_people_write() throws Exception {
        FakeA1111 server = server(FakeKind.A1111);
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

    private static GenerationRequest networks(String prompt) {
        return new GenerationRequest(
                "r1",
                Requests.composition(prompt, ""),
                List.of(),
                List.of(
                        new Network(Network.Kind.LORA, new AvatarName("inkpen"), "inkpen_v2", 0.7),
                        new Network(Network.Kind.LORA, new AvatarName("oil"), "oil", 0.7),
                        new Network(Network.Kind.EMBEDDING, new AvatarName("easy"), "easypositive", 0.8)));
    }

    private FakeA1111 server(FakeKind kind) throws Exception {
        FakeA1111 server = new FakeA1111(kind).start();
        servers.add(server);
        return server;
    }

    private static GenerationRequest request(ReferenceImage... images) {
        return new GenerationRequest("r1", Requests.of("r1").composition(), List.of(images));
    }

    private static List<String> draw(FakeA1111 server, ReferenceImage... images) throws Exception {
        return draw(server, request(images));
    }

    private static List<String> draw(FakeA1111 server, GenerationRequest request) throws Exception {
        try (A1111Backend backend = Backends.of(server)) {
            return ((Generated) backend.generate(request, fraction -> {})).notes();
        }
    }

    private static BackendProfile profile(FakeA1111 server) throws Exception {
        try (A1111Backend backend = Backends.of(server)) {
            return backend.profile();
        }
    }

    private static JsonNode body(FakeA1111 server) {
        return server.requests().get(server.requests().size() - 1);
    }

    private static String prompt(FakeA1111 server) {
        return body(server).path("prompt").asText();
    }

    private static JsonNode units(FakeA1111 server) {
        return body(server).path("alwayson_scripts").path("controlnet").path("args");
    }

    private static String base64(ReferenceImage image) {
        return Base64.getEncoder().encodeToString(image.bytes());
    }

    private static Map<String, String> fields(JsonNode node) {
        Map<String, String> fields = new LinkedHashMap<>();
        node.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }

    private static List<Double> numbers(JsonNode list) {
        List<Double> numbers = new ArrayList<>();
        list.forEach(number -> numbers.add(number.asDouble()));
        return numbers;
    }

    @AfterEach
    void closeServers() {
        servers.forEach(FakeA1111::close);
    }
}
