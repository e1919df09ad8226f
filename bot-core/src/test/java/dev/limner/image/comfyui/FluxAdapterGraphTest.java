package dev.limner.image.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.avatar.AvatarKind;
import dev.limner.image.ReferenceImage;
import dev.limner.image.Requests;
import java.util.List;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** FLUX.1 dev through XLabs' and InstantX's adapters, which follow the whole of an image. */
class FluxAdapterGraphTest extends DrawnGraphs {
    private static final ReferenceImage OIL = Requests.image(AvatarKind.STYLE, "oil", 0.2, "thick oil paint");

    private final FakeNodes nodes = flux("flux1-dev.safetensors");

    FluxAdapterGraphTest() {
        server = new FakeComfy(nodes);
    }

    private static String averaged(String weight) {
        return "The images of the IP-Adapter count with " + weight
                + " each, the mean of their weights: it has one for all.";
    }

    @Test
    void instantx_takes_several_images_one_after_another_with_the_mean_of_their_weights() throws Exception {
        FluxNodes.instantX(nodes);

        List<String> notes = drawn(INK, MIRA, TOBIN, OIL);

        assertThat(server.inGraph("IPAdapterFluxLoader")).as("loaded once").hasSize(1);
        assertThat(fields(server.inGraph("IPAdapterFluxLoader").get(0)))
                .containsExactly(
                        entry("ipadapter", "ip-adapter.bin"),
                        entry("clip_vision", "google/siglip-so400m-patch14-384"),
                        entry("provider", "cuda"));
        List<JsonNode> applied = server.inGraph("ApplyIPAdapterFlux");
        assertThat(applied)
                .as("the nodes have one weight for all that was loaded once, the last")
                .extracting(a -> a.path("weight").asDouble())
                .containsExactly(0.4, 0.4, 0.4);
        assertThat(fields(applied.get(0))).contains(entry("start_percent", "0.0"), entry("end_percent", "1.0"));
        assertThat(type(applied.get(0).path("model"))).isEqualTo("UNETLoader");
        assertThat(type(applied.get(1).path("model"))).isEqualTo("ApplyIPAdapterFlux");
        assertThat(type(server.inGraph("KSampler").get(0).path("model"))).isEqualTo("ApplyIPAdapterFlux");
        assertThat(notes)
                .containsExactly(
                        "Used: face tobin, face mira, style ink.",
                        "Not used: style oil: InstantX' adapter is sent 3 images. Its description stands in for it.",
                        averaged("0.40"));
    }

    @Test
    void one_image_counts_with_its_own_weight_also_beside_a_style_of_redux() throws Exception {
        FluxNodes.instantX(FluxNodes.redux(nodes));

        List<String> notes = drawn(TOBIN, INK);

        assertThat(server.inGraph("ApplyIPAdapterFlux").get(0).path("weight").asDouble())
                .isEqualTo(0.5);
        assertThat(server.inGraph("StyleModelApply").get(0).path("strength").asDouble())
                .isEqualTo(0.4);
        assertThat(notes).containsExactly("Used: face tobin, style ink.");
    }

    @Test
    void xlabs_takes_one_image_and_draws_with_a_sampler_of_its_own() throws Exception {
        FluxNodes.xlabs(nodes);
        needsItsOwnSampler();

        List<String> notes = drawn(MIRA, INK);

        assertThat(fields(server.inGraph("LoadFluxIPAdapter").get(0)))
                .containsExactly(
                        entry("ipadatper", "ip_adapter.safetensors"),
                        entry("clip_vision", "clip-vit-large-patch14/model.safetensors"),
                        entry("provider", "CPU"));
        JsonNode applied = server.inGraph("ApplyFluxIPAdapter").get(0);
        assertThat(applied.path("ip_scale").asDouble()).isEqualTo(0.3);
        assertThat(server.inGraph("KSampler")).isEmpty();
        JsonNode sampler = server.inGraph("XlabsSampler").get(0);
        assertThat(type(sampler.path("model"))).isEqualTo("ApplyFluxIPAdapter");
        assertThat(type(sampler.path("conditioning"))).isEqualTo("FluxGuidance");
        assertThat(type(sampler.path("latent_image")))
                .as("a latent with FLUX' channels would be taken for a picture to change")
                .isEqualTo("EmptyLatentImage");
        assertThat(sampler.path("timestep_to_start_cfg").asInt())
                .as("no step pays for the negative")
                .isEqualTo(sampler.path("steps").asInt());
        assertThat(fields(sampler))
                .contains(
                        entry(
                                "noise_seed",
                                String.valueOf(Requests.of("r1").composition().seed())),
                        entry("true_gs", "1.0"),
                        entry("image_to_image_strength", "0.0"),
                        entry("denoise_strength", "1.0"));
        assertThat(notes).containsExactly("Used: face mira.", "Not used: style ink: XLabs' adapter takes one image.");
    }

    @Test
    void without_an_image_for_it_xlabs_sampler_is_not_used() throws Exception {
        FluxNodes.xlabs(nodes);

        assertThat(drawn()).isEmpty();

        assertThat(server.inGraph("XlabsSampler")).isEmpty();
        assertThat(server.inGraph("LoadFluxIPAdapter")).isEmpty();
        assertThat(server.inGraph("KSampler")).hasSize(1);
    }

    @Test
    void the_inputs_are_those_that_the_server_lists() throws Exception {
        FluxNodes.firstXlabs(nodes);
        drawn(MIRA);
        assertThat(server.inGraph("ApplyFluxIPAdapter")
                        .get(0)
                        .path("strength_model")
                        .asDouble())
                .isEqualTo(0.3);

        server.close();
        server = new FakeComfy(FluxNodes.typedInstantX(flux("flux1-dev.safetensors")));
        server.start();
        draw(settings(FaceAdapter.PLUS), MIRA);
        assertThat(server.inGraph("IPAdapterFluxLoader").get(0).path("dtype").asText())
                .isEqualTo("auto");
    }

    @Test
    void instantx_works_on_the_device_that_the_server_draws_on() throws Exception {
        FluxNodes.instantX(nodes);
        server.instead(
                "GET /system_stats",
                new MockResponse.Builder()
                        .body("{\"system\":{\"comfyui_version\":\"0.9.2\"},\"devices\":[{\"type\":\"mps\"}]}")
                        .build());

        draw(settings(FaceAdapter.PLUS), MIRA);

        assertThat(server.inGraph("IPAdapterFluxLoader").get(0).path("provider").asText())
                .isEqualTo("mps");
    }

    @Test
    void of_both_instantx_is_taken_since_it_takes_more() throws Exception {
        FluxNodes.instantX(FluxNodes.xlabs(nodes));

        assertThat(drawn(MIRA, INK)).containsExactly("Used: face mira, style ink.", averaged("0.35"));
        assertThat(server.inGraph("ApplyFluxIPAdapter")).isEmpty();
    }

    @Test
    void redux_takes_the_styles_and_the_adapter_the_face() throws Exception {
        FluxNodes.redux(FluxNodes.xlabs(nodes));
        needsItsOwnSampler();

        assertThat(drawn(MIRA, INK)).containsExactly("Used: face mira, style ink.");

        assertThat(server.inGraph("ApplyFluxIPAdapter")).hasSize(1);
        assertThat(server.inGraph("StyleModelApply")).hasSize(1);
        assertThat(server.inGraph("CLIPVisionLoader").get(0).path("clip_name").asText())
                .isEqualTo("sigclip_vision_patch14_384.safetensors");
    }

    @Test
    void beside_pulid_no_adapter_changes_the_model_once_more() throws Exception {
        FluxNodes.pulid(FluxNodes.instantX(nodes));

        assertThat(drawn(MIRA, INK))
                .containsExactly(
                        "Used: face mira.",
                        "Not used: style ink: beside PuLID the ComfyUI server needs FLUX.1 Redux for styles.");
        assertThat(server.inGraph("ApplyPulidFlux")).hasSize(1);
        assertThat(server.inGraph("ApplyIPAdapterFlux")).isEmpty();
    }

    @Test
    void a_face_goes_through_the_adapter_where_pulid_turns_out_not_to_work() throws Exception {
        FluxNodes.pulid(FluxNodes.instantX(nodes));
        failing("PulidFluxInsightFaceLoader", "PulidFluxInsightFaceLoader", "No module named 'insightface'");

        assertThat(drawn(MIRA, INK)).containsExactly("Used: face mira, style ink.", averaged("0.35"));
        assertThat(server.inGraph("ApplyIPAdapterFlux")).hasSize(2);
    }

    @Test
    void an_adapter_that_fails_is_left_out_and_said_to_have_failed() throws Exception {
        FluxNodes.instantX(nodes);
        failing("IPAdapterFluxLoader", "IPAdapterFluxLoader", "Failed to load clip image processor");

        assertThat(drawn(MIRA, INK))
                .containsExactly(
                        "Not used: face mira: the ComfyUI server's IP-Adapter for FLUX.1 failed"
                                + " (Exception Failed to load clip image processor).",
                        "Not used: style ink: the ComfyUI server's IP-Adapter for FLUX.1 failed"
                                + " (Exception Failed to load clip image processor).");
    }

    @Test
    void nodes_that_are_too_old_for_the_server_are_left_out_and_said_to_be() throws Exception {
        FluxNodes.instantX(nodes);
        failing("ApplyIPAdapterFlux", "KSampler", "forward_orig_ipa() got an unexpected keyword argument 'attn_mask'");

        assertThat(drawn(MIRA))
                .containsExactly("Not used: face mira: the adapter's custom nodes do not fit this version of ComfyUI.");
    }

    @Test
    void xlabs_without_the_image_encoder_that_it_was_trained_with_is_not_used_and_doctor_names_it() throws Exception {
        FluxNodes.xlabs(nodes, "sigclip_vision_patch14_384.safetensors", "CLIP-ViT-H-14-laion2B-s32B-b79K.safetensors");

        assertThat(drawn(MIRA)).hasSize(1).allMatch(note -> note.startsWith("Not used: face mira: "));
        assertThat(told())
                .anyMatch(line -> line.startsWith("for more: ")
                        && line.contains("clip-vit-large-patch14")
                        && line.contains("models/clip_vision"));
    }

    @Test
    void doctor_tells_which_adapter_is_used_and_what_would_be_closer() throws Exception {
        FluxNodes.xlabs(nodes);

        assertThat(told())
                .contains(
                        "graph: FLUX.1 dev with XLabs' IP-Adapter",
                        "references: 1 face, 1 style, 1 together, by weight")
                .anyMatch(line -> line.startsWith("for more: ") && line.contains("ComfyUI-PuLID-Flux"))
                .anyMatch(line -> line.startsWith("for more: ") && line.contains("flux1-redux-dev"));
    }

    private List<String> drawn(ReferenceImage... images) throws Exception {
        return draw(settings(FaceAdapter.PLUS), images);
    }

    private List<String> told() throws Exception {
        try (ComfyBackend backend = ComfyBackend.of(settings(FaceAdapter.PLUS), new OkHttpClient())) {
            return backend.diagnose().findings();
        }
    }

    /** As ComfyUI has been since 2025, whose own sampler passes on more than the changed model takes. */
    private void needsItsOwnSampler() {
        failing("ApplyFluxIPAdapter", "KSampler", "forward() got an unexpected keyword argument 'attn_mask'");
    }

    /** A job whose graph has one node fails at another, by their types. */
    private void failing(String having, String at, String message) {
        server.worker()
                .failing(graph -> OnFakeComfy.has(graph, having) && OnFakeComfy.has(graph, at)
                        ? OnFakeComfy.first(graph, at) + "|" + message
                        : "");
    }
}
