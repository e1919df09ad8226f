package dev.limner.image.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.limner.image.BackendException;
import dev.limner.image.BackendException.Next;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.Pictures;
import dev.limner.image.ProgressListener;
import dev.limner.image.Requests;
import dev.limner.image.wire.FakeService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okhttp3.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ComfyJobsTest extends OnFakeComfy {
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

    static Stream<Arguments> lostAnswers() {
        return Stream.of(
                arguments("cut off before", FakeService.brokenOff()),
                arguments("cut off midway", FakeService.brokenMidway()),
                arguments("502 of a proxy", FakeService.text(502, "text/html", "<html>")),
                arguments("504 of a proxy", FakeService.text(504, "text/html", "<html>")),
                arguments("a web page", FakeService.text(200, "text/html", "<html>")),
                arguments("half an answer", FakeService.status(200, "{\"prompt_id\":")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lostAnswers")
    void a_job_that_was_taken_is_found_again_when_the_answer_to_it_was_lost(String what, MockResponse answer)
            throws Exception {
        ComfyBackend backend = backend();
        server.instead("POST /prompt", answer);

        assertThat(failure(begin(backend, Requests.of("r1"))).next()).isEqualTo(Next.RESUME);

        assertThat(draw(backend, Requests.of("r1").again()).picture().bytes()).isNotEmpty();
        assertThat(server.graphs()).hasSize(1);
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
    void what_became_of_an_earlier_request_of_the_same_name_is_not_taken_for_the_new_one() throws Exception {
        server.worker().failing(graph -> first(graph, "KSampler") + "|Allocation on device 0 would exceed memory");
        failure(begin(backend(), Requests.of("r1")));
        server.worker().failing(graph -> "");
        server.worker().hold();

        FutureTask<GenerationOutcome> drawing = begin(backend(), Requests.of("r1"));
        await().until(server.worker()::isDrawing);
        long asked = server.calls().stream().filter("GET /queue"::equals).count();
        await().until(() -> server.calls().stream().filter("GET /queue"::equals).count() > asked + 1);
        server.worker().release();

        assertThat(drawing.get()).isInstanceOf(Generated.class);
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
}
