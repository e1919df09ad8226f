package dev.limner.image.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.avatar.AvatarKind;
import dev.limner.image.BackendException;
import dev.limner.image.BackendException.Next;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.ReferenceImage;
import dev.limner.image.Requests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes an operator's own workflow fail is left out of it where it can be, and the rest is drawn. */
class OwnWorkflowRemediesTest extends OnFakeComfy {
    private static final ReferenceImage MIRA = Requests.image(AvatarKind.FACE, "mira", 0.3, "silver hair");
    private static final ReferenceImage TOBIN = Requests.image(AvatarKind.FACE, "tobin", 0.2, "");
    private static final ReferenceImage INK = Requests.image(AvatarKind.STYLE, "ink", 0.4, "");

    /** With room for a second face, behind the first. */
    private static final String TWO_FACES = OwnWorkflowTest.SDXL
            .replace("\"model\": [\"12\", 0]", "\"model\": [\"14\", 0]")
            .replace(
                    "\"21\": {",
                    "\"13\": {\"class_type\": \"LoadImage\", \"inputs\": {\"image\": \"{{face2}}\"}}, \"14\":"
                            + " {\"class_type\": \"IPAdapterAdvanced\", \"inputs\": {\"model\": [\"12\", 0],"
                            + " \"ipadapter\": [\"10\", 1], \"image\": [\"13\", 0], \"weight\": \"{{face2_weight}}\","
                            + " \"weight_type\": \"linear\", \"combine_embeds\": \"concat\", \"start_at\": 0.0,"
                            + " \"end_at\": 1.0, \"embeds_scaling\": \"V only\"}}, \"21\": {");

    @ParameterizedTest
    @ValueSource(strings = {"12", "15"})
    void an_image_without_a_face_is_left_out_and_named_wherever_on_its_way_that_shows(String node) throws Exception {
        server.worker().failing(graph -> graph.has(node) ? node + "|InsightFace: No face detected." : "");

        Generated drawn = draw(own(OwnWorkflowTest.SDXL), with(MIRA, INK));

        assertThat(drawn.notes())
                .containsExactly(
                        "Used: style ink.",
                        "Not used: face mira: no face was found in it. Its description stands in for it.");
        assertThat(server.graphs()).hasSize(2);
        assertThat(server.inGraph("CLIPTextEncode").get(0).path("text").asText())
                .contains("silver hair");
    }

    @Test
    void another_face_takes_the_place_of_one_that_shows_none() throws Exception {
        server.worker().failing(graph -> graph.has("14") ? "12|InsightFace: No face detected." : "");

        Generated drawn = draw(own(TWO_FACES), with(MIRA, TOBIN));

        assertThat(drawn.notes().get(0)).isEqualTo("Used: face tobin.");
        assertThat(server.inGraph("IPAdapterAdvanced"))
                .singleElement()
                .satisfies(apply -> assertThat(apply.path("weight").asDouble()).isEqualTo(0.2));
    }

    @Test
    void an_adapter_without_its_files_is_left_alone_with_all_that_it_would_apply() throws Exception {
        server.worker().failing(graph -> graph.has("10") ? "10|ClipVision model not found." : "");
        ComfyBackend backend = own(OwnWorkflowTest.SDXL);

        Generated first = draw(backend, with(MIRA, INK));
        draw(backend, Requests.of("r2"));

        assertThat(first.notes())
                .hasSize(2)
                .allSatisfy(note -> assertThat(note).contains("Not used", "lacks model files"));
        assertThat(server.graphs())
                .as("faces, styles, neither, and the second picture")
                .hasSize(4);
        assertThat(backend.profile().faces()).isZero();
        assertThat(backend.profile().styles()).isZero();
    }

    @Test
    void a_style_is_not_blamed_for_the_adapter_of_the_face() throws Exception {
        server.worker().failing(graph -> graph.has("12") ? "12|mat1 and mat2 shapes cannot be multiplied" : "");
        ComfyBackend backend = own(OwnWorkflowTest.SDXL);

        Generated drawn = draw(backend, with(MIRA, INK));

        assertThat(drawn.notes().get(0)).isEqualTo("Used: style ink.");
        assertThat(backend.profile().faces()).isZero();
        assertThat(backend.profile().styles()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_left_out_is_not_asked_for_again_unchanged() throws Exception {
        String always =
                OwnWorkflowTest.SDXL.replace("\"{{face1}}\"", "\"kept.png\"").replace("\"{{face1_weight}}\"", "0.5");
        server.nodes().uploaded("kept.png");
        server.worker().failing(graph -> "12|ClipVision model not found.");

        BackendException failed = failure(begin(own(always), Requests.of("r1")));

        assertThat(failed.next()).isEqualTo(Next.ELSEWHERE);
        assertThat(failed.detail()).contains("ClipVision model not found");
        assertThat(server.graphs()).hasSize(1);
    }

    private ComfyBackend own(String json) throws Exception {
        return backend(new ComfySettings(
                server.address(), null, null, null, OwnWorkflow.parse(json), FaceAdapter.PLUS, PATIENT, OFTEN));
    }
}
