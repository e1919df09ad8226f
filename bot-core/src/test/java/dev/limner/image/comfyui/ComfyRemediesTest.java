package dev.limner.image.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.avatar.AvatarKind;
import dev.limner.image.BackendException;
import dev.limner.image.BackendException.Next;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.Requests;
import dev.limner.image.wire.FakeService;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What makes a job fail is left out where it can be, and the rest is drawn. */
class ComfyRemediesTest extends OnFakeComfy {
    @Test
    void a_face_that_insightface_does_not_find_is_left_out_and_named() throws Exception {
        server.worker()
                .failing(graph -> has(graph, "IPAdapterFaceID")
                        ? first(graph, "IPAdapterFaceID") + "|InsightFace: No face detected."
                        : "");
        ComfyBackend backend = backend(
                new ComfySettings(server.address(), null, null, null, null, FaceAdapter.FACEID, PATIENT, OFTEN));

        Generated drawn = draw(backend, with(Requests.image(AvatarKind.FACE, "mira", 0.3, "silver hair")));

        assertThat(drawn.notes())
                .containsExactly("Not used: face mira: no face was found in it. Its description stands in for it.");
        assertThat(server.graphs()).hasSize(2);
        assertThat(server.inGraph("CLIPTextEncode").get(0).path("text").asText())
                .endsWith(", silver hair");
    }

    @Test
    void without_insightface_faces_go_through_the_other_adapter() throws Exception {
        server.worker()
                .failing(graph -> has(graph, "IPAdapterFaceID")
                        ? first(graph, "IPAdapterFaceID") + "|insightface model is required for FaceID models"
                        : "");
        ComfyBackend backend = backend(
                new ComfySettings(server.address(), null, null, null, null, FaceAdapter.FACEID, PATIENT, OFTEN));

        Generated drawn = draw(backend, with(Requests.image(AvatarKind.FACE, "mira", 0.3, "")));

        assertThat(drawn.notes()).containsExactly("Used: face mira.");
        assertThat(server.inGraph("IPAdapterAdvanced")).hasSize(1);
    }

    @Test
    void an_adapter_whose_files_are_missing_is_left_alone_for_a_while() throws Exception {
        server.worker().failing(graph -> {
            for (var node : graph.properties()) {
                if (node.getValue().path("inputs").path("preset").asText("").startsWith("PLUS (")) {
                    return node.getKey() + "|IPAdapter model not found.";
                }
            }
            return "";
        });
        ComfyBackend backend = backend();

        Generated first = draw(backend, Requests.withReferences("r1"));
        Generated second = draw(backend, Requests.withReferences("r2"));

        assertThat(first.notes()).isEqualTo(second.notes()).hasSize(2);
        assertThat(first.notes().get(0)).isEqualTo("Used: face mira.");
        assertThat(first.notes().get(1)).startsWith("Not used: style inkwash: the ComfyUI server lacks model files");
        assertThat(server.graphs()).as("two tries, then one").hasSize(3);
        assertThat(backend.profile().styles()).isZero();
        assertThat(backend.profile().faces()).isPositive();
    }

    @Test
    void a_look_at_whether_the_server_is_well_brings_no_broken_adapter_back() throws Exception {
        server.worker()
                .failing(graph -> has(graph, "IPAdapterAdvanced")
                        ? first(graph, "IPAdapterAdvanced") + "|ClipVision model not found."
                        : "");
        ComfyBackend backend = backend();
        draw(backend, with(Requests.image(AvatarKind.FACE, "mira", 0.3, "")));
        List<String> before = List.copyOf(server.calls());

        assertThat(backend.isWell()).isTrue();

        assertThat(backend.profile().faces()).isZero();
        assertThat(server.calls().subList(before.size(), server.calls().size())).containsExactly("GET /system_stats");
    }

    @Test
    void a_server_that_is_gone_is_not_well_and_known_as_it_was() throws Exception {
        ComfyBackend backend = backend();
        draw(backend, Requests.of("r1"));
        server.close();

        assertThat(backend.isWell()).isFalse();
        assertThat(backend.profile().faces()).isPositive();
    }

    @Test
    void a_server_out_of_memory_is_not_asked_for_the_same_again() throws Exception {
        server.worker().failing(graph -> first(graph, "KSampler") + "|Allocation on device 0 would exceed memory");

        BackendException failed = failure(begin(backend(), Requests.of("r1")));

        assertThat(failed.mayRetry()).isFalse();
        assertThat(failed.userText()).contains("memory", "/settings set size");
        assertThat(server.graphs()).hasSize(1);
    }

    @Test
    void a_failure_of_another_kind_may_be_tried_again_and_is_a_new_job_then() throws Exception {
        server.worker().failing(graph -> first(graph, "KSampler") + "|a cosmic ray");
        ComfyBackend backend = backend();

        BackendException failed = failure(begin(backend, Requests.of("r1")));
        server.worker().failing(graph -> "");
        draw(backend, Requests.of("r1"));

        assertThat(failed.mayRetry()).isTrue();
        assertThat(failed.detail()).contains("a cosmic ray", "KSampler");
        assertThat(server.graphs()).hasSize(2);
    }

    @Test
    void an_image_whose_upload_broke_off_is_uploaded_once_more() throws Exception {
        server.instead("POST /upload/image", FakeService.brokenOff());

        assertThat(draw(backend(), with(Requests.image(AvatarKind.FACE, "mira", 0.5, "")))
                        .notes())
                .contains("Used: face mira.");
    }

    @Test
    void a_server_that_takes_no_image_draws_nothing_so_that_another_may() throws Exception {
        server.instead(
                "POST /upload/image",
                FakeService.brokenOff(),
                FakeService.brokenOff(),
                FakeService.brokenOff(),
                FakeService.brokenOff());

        BackendException failure = failure(begin(backend(), with(Requests.image(AvatarKind.FACE, "mira", 0.5, ""))));

        assertThat(failure.next()).isEqualTo(Next.AGAIN);
        assertThat(failure.userText()).contains("cannot be reached");
        assertThat(server.calls()).doesNotContain("POST /prompt");
    }

    @Test
    void an_image_is_uploaded_once_and_once_more_when_somebody_emptied_the_folder() throws Exception {
        ComfyBackend backend = backend();
        draw(backend, Requests.withReferences("r1"));
        draw(backend, Requests.withReferences("r2"));
        assertThat(server.uploads()).isEqualTo(2);

        server.loseInputs();
        Generated drawn = draw(backend, Requests.withReferences("r3"));

        assertThat(server.uploads()).isEqualTo(4);
        assertThat(drawn.notes()).containsExactly("Used: face mira, style inkwash.");
    }

    @Test
    void a_picture_that_vanished_before_it_was_fetched_is_drawn_once_more() throws Exception {
        server.expiring(1);

        assertThat(draw(backend(), Requests.of("r1")).picture().bytes()).isNotEmpty();
        assertThat(server.graphs()).hasSize(2);
    }
}
