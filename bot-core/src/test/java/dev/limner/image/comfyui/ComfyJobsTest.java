package dev.limner.image.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.avatar.AvatarKind;
import dev.limner.image.BackendException;
import dev.limner.image.BackendException.Next;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationRequest;
import dev.limner.image.Pictures;
import dev.limner.image.ProgressListener;
import dev.limner.image.ReferenceImage;
import dev.limner.image.Requests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComfyJobsTest {
    private static final Duration PATIENT = Duration.ofMinutes(5);
    private static final Duration OFTEN = Duration.ofMillis(50);

    private final FakeComfy server = new FakeComfy(FakeComfy.sdxl());
    private final List<ComfyBackend> backends = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @Test
    void progress_and_previews_come_while_it_is_drawn() throws Exception {
        List<Double> told = new CopyOnWriteArrayList<>();
        List<String> previews = new CopyOnWriteArrayList<>();
        ComfyBackend backend = backend();
        server.worker().hold();
        FutureTask<GenerationOutcome> drawing = begin(() -> backend.generate(Requests.of("r1"), new ProgressListener() {
            @Override
            public void onProgress(double fraction) {
                told.add(fraction);
            }

            @Override
            public void onPreview(byte[] bytes, String mediaType) {
                previews.add(mediaType + " " + bytes.length);
            }
        }));

        await().until(() -> previews.size() == 2);
        server.worker().release();

        assertThat(drawing.get()).isInstanceOf(Generated.class);
        assertThat(told).startsWith(0.25, 0.5).isSorted();
        assertThat(previews).containsOnly("image/jpeg " + Pictures.jpeg(16, 16).length);
    }

    @Test
    void without_a_websocket_the_history_tells_when_it_is_done() throws Exception {
        server.withoutSockets();

        assertThat(draw(backend(), Requests.of("r1")).picture().width()).isEqualTo(Requests.SIDE);
    }

    @Test
    void a_websocket_that_is_lost_is_opened_again_and_the_job_is_not_submitted_twice() throws Exception {
        server.worker().hold();
        FutureTask<GenerationOutcome> drawing = begin(backend(), Requests.of("r1"));
        await().until(server.worker()::isDrawing);
        await().until(() -> server.worker().connected() == 1);

        server.worker().cutSockets();
        await().until(() -> server.worker().connected() == 1);
        server.worker().release();

        assertThat(drawing.get()).isInstanceOf(Generated.class);
        assertThat(server.graphs()).hasSize(1);
    }

    @Test
    void taking_a_waiting_job_back_leaves_the_job_of_somebody_else_alone() throws Exception {
        String foreign = server.worker().foreign();
        await().until(server.worker()::isDrawing);
        FutureTask<GenerationOutcome> drawing = new FutureTask<>(() -> generate(backend(), Requests.of("r1")));
        Thread thread = new Thread(drawing, "drawing");
        thread.start();
        await().until(() -> server.worker().waiting() == 1);

        thread.interrupt();

        assertThatThrownBy(drawing::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedException.class);
        await().until(() -> server.worker().waiting() == 0);
        assertThat(server.worker().queue().path("queue_running").path(0).path(1).asText())
                .isEqualTo(foreign);
        assertThat(server.calls()).doesNotContain("POST /interrupt");
    }

    @Test
    void a_repeated_request_waits_for_the_job_that_an_earlier_process_began() throws Exception {
        server.worker().hold();
        begin(backend(), Requests.of("r1"));
        await().until(server.worker()::isDrawing);

        FutureTask<GenerationOutcome> again = begin(backend(), Requests.of("r1").again());
        await().until(() -> server.calls().stream().filter("GET /queue"::equals).count() > 3);
        server.worker().release();

        assertThat(again.get()).isInstanceOf(Generated.class);
        assertThat(server.graphs()).hasSize(1);
    }

    @Test
    void a_job_that_ends_while_a_repeated_request_looks_for_it_is_not_drawn_again() throws Exception {
        server.worker().hold();
        // one that does not look at the queue while it waits
        begin(
                backend(new ComfySettings(
                        server.address(), null, null, null, null, FaceAdapter.PLUS, PATIENT, Duration.ofHours(1))),
                Requests.of("r1"));
        await().until(server.worker()::isDrawing);
        server.before("GET /queue", () -> {
            server.worker().release();
            await().until(() -> !server.worker().isDrawing());
        });

        Generated drawn = draw(backend(), Requests.of("r1").again());

        assertThat(drawn.picture().bytes()).isNotEmpty();
        assertThat(server.graphs()).hasSize(1);
    }

    @Test
    void a_repeated_request_takes_the_picture_that_is_there_already() throws Exception {
        draw(backend(), Requests.of("r1"));
        draw(backend(), Requests.of("r1").again());
        draw(backend(), Requests.of("r2").again());

        assertThat(server.graphs()).as("one for each request").hasSize(2);
    }

    @Test
    void a_new_request_is_handed_over_without_asking_for_it_first() throws Exception {
        draw(backend(), Requests.of("r1"));

        List<String> before = server.calls().subList(0, server.calls().indexOf("POST /prompt"));
        assertThat(before).noneMatch(call -> call.startsWith("GET /queue") || call.startsWith("GET /history"));
    }

    @Test
    void a_server_that_was_started_anew_has_lost_the_job_and_it_may_be_asked_for_again() throws Exception {
        server.worker().hold();
        FutureTask<GenerationOutcome> drawing = begin(backend(), Requests.of("r1"));
        await().until(server.worker()::isDrawing);

        server.worker().restart();

        BackendException lost = failure(drawing);
        assertThat(lost.next()).isEqualTo(Next.AGAIN);
        assertThat(lost.userText()).contains("went away");
    }

    @Test
    void a_job_without_progress_is_given_up_and_taken_from_the_server() throws Exception {
        server.worker().hold();
        ComfyBackend backend = backend(settings(Duration.ofMillis(300)));

        BackendException stalled = failure(begin(backend, Requests.of("r1")));

        assertThat(stalled.userText()).contains("no progress");
        assertThat(stalled.detail()).contains("IMAGE_TIMEOUT");
        await().until(() -> !server.worker().isDrawing());
        assertThat(server.calls()).contains("POST /interrupt");
    }

    @Test
    void somebody_who_stops_the_job_at_the_server_is_obeyed() throws Exception {
        server.worker().hold();
        FutureTask<GenerationOutcome> drawing = begin(backend(), Requests.of("r1"));
        await().until(server.worker()::isDrawing);

        server.worker().interrupt("");

        BackendException stopped = failure(drawing);
        assertThat(stopped.next()).isEqualTo(Next.NOWHERE);
        assertThat(stopped.userText()).contains("stopped");
        assertThat(server.graphs()).hasSize(1);
    }

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

    @Test
    void what_is_no_picture_is_not_posted() throws Exception {
        server.worker().drawing("<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(failure(begin(backend(), Requests.of("r1"))).userText()).contains("broken");
    }

    @Test
    void a_key_goes_with_every_call_and_into_no_message() throws Exception {
        server.password(Credentials.basic("limner", "hunter2"));
        ComfyBackend wrong = backend(keyed("limner:swordfish"));
        ComfyBackend right = backend(keyed("limner:hunter2"));

        BackendException refused = failure(begin(wrong, Requests.of("r1")));
        draw(right, Requests.withReferences("r2"));

        assertThat(refused.userText() + refused.detail() + wrong + wrong.diagnose())
                .contains("COMFYUI_API_KEY")
                .doesNotContain("swordfish", Credentials.basic("limner", "swordfish"));
    }

    @Test
    void a_model_that_is_not_there_is_named_with_those_that_are() throws Exception {
        ComfyBackend backend = backend(
                new ComfySettings(server.address(), null, null, "dreamshaper", null, FaceAdapter.PLUS, PATIENT, OFTEN));

        assertThat(failure(begin(backend, Requests.of("r1"))).detail())
                .contains("dreamshaper", "juggernautXL_v9.safetensors");
        assertThat(backend.diagnose().works()).isFalse();
    }

    private static String first(JsonNode graph, String type) {
        return graph.properties().stream()
                .filter(node -> node.getValue().path("class_type").asText().equals(type))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static boolean has(JsonNode graph, String type) {
        return graph.toString().contains("\"" + type + "\"");
    }

    private static GenerationRequest with(ReferenceImage... images) {
        return new GenerationRequest("r1", Requests.of("r1").composition(), List.of(images));
    }

    private ComfySettings settings(Duration timeout) throws Exception {
        return new ComfySettings(server.address(), null, null, null, null, FaceAdapter.PLUS, timeout, OFTEN);
    }

    private ComfySettings keyed(String key) throws Exception {
        return new ComfySettings(server.address(), key, null, null, null, FaceAdapter.PLUS, PATIENT, OFTEN);
    }

    private ComfyBackend backend() throws Exception {
        return backend(settings(PATIENT));
    }

    private ComfyBackend backend(ComfySettings settings) {
        ComfyBackend backend = ComfyBackend.of(settings, new OkHttpClient());
        backends.add(backend);
        return backend;
    }

    private static Generated draw(ComfyBackend backend, GenerationRequest request) throws Exception {
        return (Generated) generate(backend, request);
    }

    private static GenerationOutcome generate(ComfyBackend backend, GenerationRequest request) throws Exception {
        return backend.generate(request, fraction -> {});
    }

    private static FutureTask<GenerationOutcome> begin(ComfyBackend backend, GenerationRequest request) {
        return begin(() -> generate(backend, request));
    }

    private static FutureTask<GenerationOutcome> begin(Callable<GenerationOutcome> call) {
        FutureTask<GenerationOutcome> drawing = new FutureTask<>(call);
        Thread thread = new Thread(drawing, "drawing");
        thread.setDaemon(true);
        thread.start();
        return drawing;
    }

    private static BackendException failure(FutureTask<GenerationOutcome> drawing) {
        ExecutionException thrown = catchThrowableOfType(ExecutionException.class, drawing::get);
        assertThat(thrown).hasCauseInstanceOf(BackendException.class);
        return (BackendException) Objects.requireNonNull(thrown.getCause());
    }

    @AfterEach
    void close() {
        backends.forEach(ComfyBackend::close);
        server.close();
    }
}
