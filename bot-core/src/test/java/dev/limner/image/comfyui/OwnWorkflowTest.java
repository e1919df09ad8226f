package dev.limner.image.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.avatar.AvatarKind;
import dev.limner.image.BackendException;
import dev.limner.image.BackendProfile;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationRequest;
import dev.limner.image.Pictures;
import dev.limner.image.ReferenceAbility.Strength;
import dev.limner.image.ReferenceImage;
import dev.limner.image.Requests;
import dev.limner.prompt.ModelFamily;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnWorkflowTest {
    static final String SDXL = """
            {
              "1": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "juggernautXL_v9.safetensors"}},
              "2": {"class_type": "CLIPTextEncode", "inputs": {"text": "masterpiece, {{prompt}}, best", "clip": ["1", 1]},
                    "_meta": {"title": "positive"}},
              "3": {"class_type": "CLIPTextEncode", "inputs": {"text": "{{negative}}", "clip": ["1", 1]}},
              "4": {"class_type": "EmptyLatentImage",
                    "inputs": {"width": "{{width}}", "height": "{{ height }}", "batch_size": 1}},
              "10": {"class_type": "IPAdapterUnifiedLoader", "inputs": {"model": ["1", 0], "preset": "PLUS FACE (portraits)"}},
              "11": {"class_type": "LoadImage", "inputs": {"image": "{{face1}}"}},
              "15": {"class_type": "PrepImageForClipVision", "inputs": {"image": ["11", 0],
                    "interpolation": "LANCZOS", "crop_position": "top", "sharpening": 0.1}},
              "12": {"class_type": "IPAdapterAdvanced", "inputs": {"model": ["10", 0], "ipadapter": ["10", 1],
                    "image": ["15", 0], "weight": "{{face1_weight}}", "weight_type": "linear", "combine_embeds": "concat",
                    "start_at": 0.0, "end_at": 1.0, "embeds_scaling": "V only"}},
              "21": {"class_type": "LoadImage", "inputs": {"image": "{{style1}}"}},
              "22": {"class_type": "IPAdapterAdvanced", "inputs": {"model": ["12", 0], "ipadapter": ["10", 1],
                    "image": ["21", 0], "weight": "{{style1_weight}}", "weight_type": "style transfer",
                    "combine_embeds": "concat", "start_at": 0.0, "end_at": 1.0, "embeds_scaling": "V only"}},
              "30": {"class_type": "KSampler", "inputs": {"model": ["22", 0], "seed": "{{seed}}", "steps": "{{steps}}",
                    "cfg": "{{cfg}}", "sampler_name": "euler", "scheduler": "simple", "positive": ["2", 0],
                    "negative": ["3", 0], "latent_image": ["4", 0], "denoise": 1.0}},
              "31": {"class_type": "VAEDecode", "inputs": {"samples": ["30", 0], "vae": ["1", 2]}},
              "32": {"class_type": "PreviewImage", "inputs": {"images": ["31", 0]}},
              "33": {"class_type": "SaveImage", "inputs": {"images": ["31", 0], "filename_prefix": "limner"}}
            }
            """;

    private static final ReferenceImage MIRA = Requests.image(AvatarKind.FACE, "mira", 0.3, "");
    private static final ReferenceImage INK = Requests.image(AvatarKind.STYLE, "ink", 0.4, "");

    private final FakeComfy server = new FakeComfy(FakeComfy.sdxl());

    @Test
    void placeholders_become_what_they_stand_for_with_their_types() throws Exception {
        List<String> notes = draw(SDXL, MIRA, INK);

        JsonNode sampler = server.inGraph("KSampler").get(0);
        assertThat(sampler.path("seed").isIntegralNumber()).isTrue();
        assertThat(sampler.path("seed").asLong()).isEqualTo(7);
        assertThat(sampler.path("steps").asInt()).isEqualTo(28);
        assertThat(sampler.path("cfg").asDouble()).isEqualTo(6);
        assertThat(server.inGraph("CLIPTextEncode"))
                .extracting(t -> t.path("text").asText())
                .containsExactly(
                        "masterpiece, a lighthouse at dusk, storm clouds, oil painting, best", "text, watermark");
        assertThat(server.inGraph("IPAdapterAdvanced"))
                .extracting(a -> a.path("weight").asDouble())
                .containsExactly(0.3, 0.4);
        assertThat(server.inGraph("EmptyLatentImage").get(0).path("height").asInt())
                .isEqualTo(Requests.SIDE);
        assertThat(notes).containsExactly("Used: face mira, style ink.");
    }

    @Test
    void a_node_whose_picture_is_not_there_is_left_out_and_the_graph_runs_past_it() throws Exception {
        draw(SDXL, INK);

        assertThat(server.inGraph("LoadImage")).hasSize(1);
        assertThat(server.inGraph("PrepImageForClipVision")).isEmpty();
        JsonNode style = server.inGraph("IPAdapterAdvanced").get(0);
        assertThat(style.path("model").path(0).asText()).isEqualTo("10");
        assertThat(style.path("weight_type").asText()).isEqualTo("style transfer");
    }

    @Test
    void without_any_picture_both_nodes_are_left_out_and_the_loader_of_their_adapter() throws Exception {
        draw(SDXL);

        assertThat(server.inGraph("IPAdapterAdvanced")).isEmpty();
        assertThat(server.inGraph("IPAdapterUnifiedLoader")).isEmpty();
        assertThat(server.inGraph("KSampler").get(0).path("model").path(0).asText())
                .isEqualTo("1");
    }

    @Test
    void a_black_picture_of_a_workflow_with_a_checker_says_that_it_may_have_been_filtered() throws Exception {
        String checked = SDXL.replace(
                        "\"33\":",
                        "\"34\": {\"class_type\": \"SafetyChecker\", \"inputs\": {\"images\": [\"31\", 0]}}, \"33\":")
                .replace(
                        "\"inputs\": {\"images\": [\"31\", 0], \"filename_prefix\"",
                        "\"inputs\": {\"images\": [\"34\", 0], \"filename_prefix\"");
        server.nodes().with("SafetyChecker: images=IMAGE -> IMAGE");
        byte[] black = Pictures.black(64, 64);

        server.drawing(black);
        assertThat(draw(checked)).anyMatch(note -> note.contains("all black") && note.contains("SafetyChecker"));
        assertThat(draw(SDXL)).noneMatch(note -> note.contains("black"));
        server.drawing(Pictures.png(64, 64));
        assertThat(draw(checked)).noneMatch(note -> note.contains("black"));
    }

    @Test
    void what_people_write_cannot_break_out_of_the_text_that_it_stands_in() throws Exception {
        try (ComfyBackend backend = backend(SDXL)) {
            backend.generate(Requests.of("r1", "\"}}, {{seed}} {{face1}} $1 \\"), fraction -> {});
        }

        assertThat(server.inGraph("CLIPTextEncode").get(0).path("text").asText())
                .isEqualTo("masterpiece, \"}}, {{seed}} {{face1}} $1 \\, best");
    }

    @Test
    void the_profile_tells_what_the_workflow_has_room_for() throws Exception {
        try (ComfyBackend backend = backend(SDXL)) {
            BackendProfile profile = backend.profile();

            assertThat(profile.family()).isEqualTo(ModelFamily.SDXL);
            assertThat(profile.model()).isEqualTo("juggernautXL_v9.safetensors");
            assertThat(profile.faces()).isEqualTo(1);
            assertThat(profile.styles()).isEqualTo(1);
            assertThat(profile.references().strength()).isEqualTo(Strength.NUMBERS);
            assertThat(backend.diagnose().works()).isTrue();
        }
    }

    @Test
    void optional_inputs_without_a_picture_are_taken_out_and_weights_go_into_words() throws Exception {
        String qwen = """
                {
                  "1": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "juggernautXL_v9.safetensors"}},
                  "2": {"class_type": "LoadImage", "inputs": {"image": "{{face1}}"}},
                  "3": {"class_type": "LoadImage", "inputs": {"image": "{{style1}}"}},
                  "4": {"class_type": "TextEncodeQwenImageEditPlus", "inputs": {"clip": ["1", 1], "prompt": "{{prompt}}",
                        "vae": ["1", 2], "image1": ["2", 0], "image2": ["3", 0]}},
                  "5": {"class_type": "EmptySD3LatentImage", "inputs": {"width": 1024, "height": 1024, "batch_size": 1}},
                  "6": {"class_type": "KSampler", "inputs": {"model": ["1", 0], "seed": "{{seed}}", "steps": 20, "cfg": 3.0,
                        "sampler_name": "euler", "scheduler": "simple", "positive": ["4", 0], "negative": ["4", 0],
                        "latent_image": ["5", 0], "denoise": 1.0}},
                  "7": {"class_type": "VAEDecode", "inputs": {"samples": ["6", 0], "vae": ["1", 2]}},
                  "8": {"class_type": "SaveImage", "inputs": {"images": ["7", 0], "filename_prefix": "x"}}
                }
                """;
        draw(qwen, MIRA);

        JsonNode encode = server.inGraph("TextEncodeQwenImageEditPlus").get(0);
        assertThat(encode.has("image1")).isTrue();
        assertThat(encode.has("image2")).isFalse();
        assertThat(encode.path("prompt").asText()).endsWith("mira looks like the person in image 1.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"nodes\": [], \"links\": []} | Export (API)",
                "not json | no JSON",
                "[] | no graph",
                "{\"1\": {\"class_type\": \"X\"}} | node 1",
                "{\"1\": {\"class_type\": \"X\", \"inputs\": {\"t\": \"{{prompt}}\", \"m\": [\"9\", 0]}}} | node 9",
                "{\"1\": {\"class_type\": \"X\", \"inputs\": {\"t\": \"a cat\"}}} | {{prompt}} is missing",
                "{\"1\": {\"class_type\": \"X\", \"inputs\": {\"t\": \"{{promt}}\"}}} | {{promt}} in node 1",
                "{\"1\": {\"class_type\": \"X\", \"inputs\": {\"t\": \"{{prompt}}{{face2}}\"}}} | {{face1}} beside it",
            })
    void a_workflow_that_cannot_work_is_refused_when_it_is_read_with_what_to_do(String json, String said) {
        assertThatThrownBy(() -> OwnWorkflow.parse(json))
                .isInstanceOf(WorkflowException.class)
                .hasMessageContaining(said);
    }

    @Test
    void a_node_that_the_server_does_not_have_is_named_before_anything_is_drawn() throws Exception {
        server.nodes().without("PrepImageForClipVision");
        try (ComfyBackend backend = backend(SDXL)) {
            assertThatThrownBy(backend::profile)
                    .isInstanceOf(BackendException.class)
                    .satisfies(e -> assertThat(((BackendException) e).detail()).contains("PrepImageForClipVision"));
            assertThat(String.join("\n", backend.diagnose().findings())).contains("PrepImageForClipVision");
        }
    }

    @Test
    void a_picture_that_could_not_be_left_out_is_named_before_anything_is_drawn() throws Exception {
        String img2img = SDXL.replace("\"latent_image\": [\"4\", 0]", "\"latent_image\": [\"41\", 0]")
                .replace(
                        "\"4\": {",
                        "\"40\": {\"class_type\": \"LoadImage\", \"inputs\": {\"image\": \"{{face2}}\"}},"
                                + "\"41\": {\"class_type\": \"VAEEncode\", \"inputs\": {\"pixels\": [\"40\", 0],"
                                + " \"vae\": [\"1\", 2]}}, \"4\": {");
        try (ComfyBackend backend = backend(img2img)) {
            assertThat(String.join("\n", backend.diagnose().findings())).contains("{{face2}}", "KSampler");
        }
    }

    @Test
    void what_has_no_place_in_the_workflow_is_told_with_the_picture_and_by_the_doctor() throws Exception {
        String closed = SDXL.replace("\"{{width}}\"", "1024")
                .replace("\"{{ height }}\"", "1024")
                .replace("\"{{seed}}\"", "5")
                .replace("{{negative}}", "ugly");

        assertThat(draw(closed))
                .containsExactly(
                        "Not used: the negative prompt: the workflow has no place for it.",
                        "The workflow has a seed of its own: a reroll draws the same picture again.",
                        "The picture server drew 1024 × 1024 in place of 512 × 512.");
        try (ComfyBackend backend = backend(closed)) {
            assertThat(backend.diagnose().findings())
                    .contains(
                            "the workflow has no {{width}} and {{height}}: pictures have its own size, whatever was"
                                    + " asked for",
                            "the workflow has no {{seed}}: a reroll draws the same picture again",
                            "the workflow has no {{negative}}: negative prompts are not used");
        }
        assertThat(OwnWorkflow.parse(SDXL).gaps(null)).isEmpty();
    }

    @Test
    void doctor_says_nothing_of_models_that_only_a_built_in_graph_would_need() throws Exception {
        server.nodes().files("diffusion_models", "z_image_turbo.safetensors", "flux1-dev.safetensors");

        try (ComfyBackend backend = backend(SDXL)) {
            assertThat(backend.diagnose().findings())
                    .noneMatch(line -> line.contains("z_image_turbo") || line.contains("flux1-dev"));
        }
    }

    @Test
    void doctor_tells_how_a_workflow_without_a_place_for_pictures_gets_one() throws Exception {
        String plain = SDXL.replace("{{face1}}", "portrait.png")
                .replace("\"{{face1_weight}}\"", "0.5")
                .replace("{{style1}}", "wash.png")
                .replace("\"{{style1_weight}}\"", "0.5");
        try (ComfyBackend backend = backend(plain)) {
            assertThat(backend.diagnose().findings())
                    .contains("references: none: the workflow has no more room")
                    .anyMatch(line -> line.startsWith("for more: ") && line.contains("{{face1}}"));
        }
    }

    private ComfyBackend backend(String json) throws Exception {
        return ComfyBackend.of(
                new ComfySettings(
                        server.address(),
                        null,
                        null,
                        null,
                        OwnWorkflow.parse(json),
                        FaceAdapter.PLUS,
                        ComfySettings.DEFAULT_TIMEOUT,
                        ComfySettings.DEFAULT_POLL_INTERVAL),
                new OkHttpClient());
    }

    private List<String> draw(String json, ReferenceImage... images) throws Exception {
        GenerationRequest request =
                new GenerationRequest("r1", Requests.of("r1").composition(), List.of(images));
        try (ComfyBackend backend = backend(json)) {
            return ((Generated) backend.generate(request, fraction -> {})).notes();
        }
    }

    @AfterEach
    void closeServer() {
        server.close();
    }
}
