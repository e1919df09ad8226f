package dev.limner.image.a1111;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limner.image.BackendException;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationRequest;
import dev.limner.image.InMemoryJobBook;
import dev.limner.image.Requests;
import dev.limner.image.wire.FakeService;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.FutureTask;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of a picture whose job outlived whoever began it. */
class SdCppRestartTest {
    private static final String UNUSED = "Not used: face mira: the server failed with it.";

    private final FakeSdCpp server = new FakeSdCpp("sd_xl_base_1.0.safetensors");
    private final InMemoryJobBook book = new InMemoryJobBook(InstantSource.system());

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void a_picture_that_is_found_again_is_told_as_drawn_without_its_images_after_a_restart() throws Exception {
        server.failing("IP-Adapter not loaded").onlyWithImages().start();
        beginSecondTryAndEnd();

        assertThat(notes(request().again())).contains(UNUSED).noneMatch(note -> note.startsWith("Used:"));
        assertThat(server.taken()).hasSize(2);
    }

    @Test
    void a_second_try_that_its_server_lost_is_begun_anew_from_the_first() throws Exception {
        server.failing("IP-Adapter not loaded").onlyWithImages().start();
        beginSecondTryAndEnd();
        server.override(request -> request.getUrl().encodedPath().endsWith("/job_6a_00000002")
                ? FakeService.status(404, "{\"error\":\"job not found\"}")
                : null);
        try (A1111Backend backend = backend()) {
            assertThatThrownBy(() -> backend.generate(request().again(), fraction -> {}))
                    .isInstanceOf(BackendException.class);

            Generated drawn = (Generated) backend.generate(request().again(), fraction -> {});

            assertThat(drawn.notes()).contains(UNUSED).noneMatch(note -> note.startsWith("Used:"));
        }
    }

    @Test
    void a_job_with_images_that_is_found_again_is_told_as_drawn_with_them_whatever_became_of_another_meanwhile()
            throws Exception {
        server.drawsForever(true).start();
        try (A1111Backend backend = backend()) {
            beginAndLeave(backend, request());
            server.drawsForever(false).failing("IP-Adapter not loaded").onlyWithImages();
            assertThat(notes(backend, Requests.withReferences("r2"))).contains(UNUSED);

            assertThat(notes(backend, request().again())).contains("Used: face mira.");
        }
    }

    @Test
    void a_job_without_images_that_is_found_again_is_told_so_though_others_take_them_again() throws Exception {
        server.failing("IP-Adapter not loaded").onlyWithImages().start();
        try (A1111Backend backend = backend()) {
            assertThat(notes(backend, Requests.withReferences("r2"))).contains(UNUSED);
            server.drawsForever(true);
            beginAndLeave(backend, request());
            server.drawsForever(false);
        }

        assertThat(notes(request().again())).contains(UNUSED).noneMatch(note -> note.startsWith("Used:"));
        assertThat(server.taken()).hasSize(3);
    }

    /** Its job is drawn on, since this server cannot be told to stop. */
    private void beginAndLeave(A1111Backend backend, GenerationRequest request) throws Exception {
        int before = server.taken().size();
        FutureTask<Void> drawing = new FutureTask<>(() -> {
            backend.generate(request, fraction -> {});
            return null;
        });
        Thread thread = new Thread(drawing, "drawing");
        thread.start();
        await().until(() ->
                server.taken().size() > before && server.statusOf(before + 1).equals("generating"));
        thread.interrupt();
        thread.join();
    }

    /** Leaves the job without images at the server, which still draws it. */
    private void beginSecondTryAndEnd() throws Exception {
        server.override(SdCppRestartTest::drawing);
        A1111Backend ending = backend();
        FutureTask<Void> drawing = new FutureTask<>(() -> {
            ending.generate(request(), fraction -> {});
            return null;
        });
        new Thread(drawing, "drawing").start();
        await().until(() -> server.calls().contains("GET /sdcpp/v1/jobs/job_6a_00000002"));
        ending.close();
        await().until(drawing::isDone);
        server.override(request -> null);
    }

    private static @Nullable MockResponse drawing(RecordedRequest request) {
        return request.getUrl().encodedPath().endsWith("/job_6a_00000002")
                ? FakeService.status(200, "{\"status\":\"generating\"}")
                : null;
    }

    private List<String> notes(GenerationRequest request) throws Exception {
        try (A1111Backend backend = backend()) {
            return notes(backend, request);
        }
    }

    private static List<String> notes(A1111Backend backend, GenerationRequest request) throws Exception {
        return ((Generated) backend.generate(request, fraction -> {})).notes();
    }

    private A1111Backend backend() {
        A1111Settings usual = Backends.settings(server.address(), null, null, null);
        return A1111Backend.of(
                new A1111Settings(server.address(), null, null, null, true, usual.timeout(), usual.pollInterval()),
                new OkHttpClient(),
                book);
    }

    private static GenerationRequest request() {
        return Requests.withReferences("r1");
    }
}
