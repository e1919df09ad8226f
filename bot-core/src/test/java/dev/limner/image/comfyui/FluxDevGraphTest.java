package dev.limner.image.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.avatar.AvatarKind;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationRequest;
import dev.limner.image.ReferenceImage;
import dev.limner.image.Requests;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** FLUX.1 dev's face by PuLID and styles by Redux; that the graph hangs together the fake server has checked. */
class FluxDevGraphTest {
    private static final ReferenceImage MIRA = Requests.image(AvatarKind.FACE, "mira", 0.4, "");
    private static final ReferenceImage TOBIN = Requests.image(AvatarKind.FACE, "tobin", 0.2, "a broad young smith");
    private static final ReferenceImage INK = Requests.image(AvatarKind.STYLE, "ink", 0.3, "");
    private static final ReferenceImage OIL = Requests.image(AvatarKind.STYLE, "oil", 0.1, "");

    private final FakeNodes nodes = new FakeNodes()
            .files("diffusion_models", "flux1-dev.safetensors")
            .files("text_encoders", "clip_l.safetensors", "t5xxl_fp8_e4m3fn.safetensors")
            .files("vae", "ae.safetensors");
    private final FakeComfy server = new FakeComfy(nodes);

    @Test
    void pulid_makes_one_face_and_redux_each_style_by_its_weight() throws Exception {
        FluxNodes.pulidAndRedux(nodes);

        List<String> notes = draw(OIL, MIRA, INK, TOBIN);

        JsonNode face = server.inGraph("ApplyPulidFlux").get(0);
        assertThat(server.inGraph("ApplyPulidFlux")).hasSize(1);
        assertThat(face.path("weight").asDouble()).isEqualTo(0.64);
        assertThat(face.path("start_at").asDouble()).isZero();
        assertThat(face.path("end_at").asDouble()).isEqualTo(1);
        assertThat(server.inGraph("PulidFluxModelLoader")
                        .get(0)
                        .path("pulid_file")
                        .asText())
                .isEqualTo("pulid_flux_v0.9.1.safetensors");
        List<JsonNode> styles = server.inGraph("StyleModelApply");
        assertThat(styles)
                .extracting(style -> style.path("strength").asDouble())
                .containsExactly(0.3, 0.1);
        assertThat(styles)
                .extracting(style -> style.path("strength_type").asText())
                .containsOnly("multiply");
        assertThat(server.inGraph("CLIPVisionLoader")).as("loaded once").hasSize(1);
        assertThat(server.inGraph("CLIPVisionEncode"))
                .extracting(seen -> seen.path("crop").asText())
                .containsExactly("center", "center");
        assertThat(type(server.inGraph("KSampler").get(0).path("model"))).isEqualTo("ApplyPulidFlux");
        assertThat(type(server.inGraph("FluxGuidance").get(0).path("conditioning")))
                .isEqualTo("StyleModelApply");
        assertThat(notes)
                .containsExactly(
                        "Used: face mira, style ink, style oil.",
                        "Not used: face tobin: PuLID makes one face. Its description stands in for it.");
    }

    @Test
    void without_them_it_reads_text_only_and_doctor_says_what_to_install() throws Exception {
        List<String> notes = draw(MIRA, INK);

        assertThat(server.inGraph("LoadImage")).isEmpty();
        assertThat(notes)
                .containsExactly(
                        "Not used: face mira: the ComfyUI server lacks PuLID for FLUX.1.",
                        "Not used: style ink: the ComfyUI server lacks FLUX.1 Redux.");
        try (ComfyBackend backend = ComfyBackend.of(ComfySettings.of(server.address()), new OkHttpClient())) {
            assertThat(backend.diagnose().findings())
                    .anyMatch(line -> line.startsWith("for more: ") && line.contains("ComfyUI-PuLID-Flux"))
                    .anyMatch(line -> line.startsWith("for more: ") && line.contains("flux1-redux-dev"))
                    .anyMatch(line -> line.startsWith("for more: ")
                            && line.contains("ComfyUI-IPAdapter-Flux")
                            && line.contains("x-flux-comfyui"));
        }
    }

    @Test
    void a_server_without_insightface_draws_without_the_face_and_says_so() throws Exception {
        FluxNodes.pulidAndRedux(nodes);
        server.worker().failing(graph -> {
            for (var node : graph.properties()) {
                if (node.getValue().path("class_type").asText().equals("PulidFluxInsightFaceLoader")) {
                    return node.getKey() + "|No module named 'insightface'";
                }
            }
            return "";
        });

        List<String> notes = draw(MIRA, INK);

        assertThat(notes).hasSize(2);
        assertThat(notes.get(0)).isEqualTo("Used: style ink.");
        assertThat(notes.get(1)).startsWith("Not used: face mira: ").contains("insightface");
    }

    private List<String> draw(ReferenceImage... images) throws Exception {
        try (ComfyBackend backend = ComfyBackend.of(ComfySettings.of(server.address()), new OkHttpClient())) {
            GenerationRequest request =
                    new GenerationRequest("r1", Requests.of("r1").composition(), List.of(images));
            return ((Generated) backend.generate(request, fraction -> {})).notes();
        }
    }

    private String type(JsonNode link) {
        JsonNode graph = server.graphs().get(server.graphs().size() - 1);
        return graph.path(link.path(0).asText()).path("class_type").asText();
    }

    @AfterEach
    void close() {
        server.close();
    }
}
