package dev.limner.image.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.image.BackendException;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationRequest;
import dev.limner.image.ReferenceImage;
import dev.limner.image.Requests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A loopback server, and backends that draw with it. */
abstract class OnFakeComfy {
    static final Duration PATIENT = Duration.ofMinutes(5);
    static final Duration OFTEN = Duration.ofMillis(50);

    final FakeComfy server = new FakeComfy(FakeComfy.sdxl());
    final List<ComfyBackend> backends = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    static String first(JsonNode graph, String type) {
        return graph.properties().stream()
                .filter(node -> node.getValue().path("class_type").asText().equals(type))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    static boolean has(JsonNode graph, String type) {
        return graph.toString().contains("\"" + type + "\"");
    }

    static GenerationRequest with(ReferenceImage... images) {
        return new GenerationRequest("r1", Requests.of("r1").composition(), List.of(images));
    }

    ComfySettings settings(Duration timeout) throws Exception {
        return new ComfySettings(server.address(), null, null, null, null, FaceAdapter.PLUS, timeout, OFTEN);
    }

    ComfySettings keyed(String key) throws Exception {
        return new ComfySettings(server.address(), key, null, null, null, FaceAdapter.PLUS, PATIENT, OFTEN);
    }

    ComfyBackend backend() throws Exception {
        return backend(settings(PATIENT));
    }

    ComfyBackend backend(ComfySettings settings) {
        ComfyBackend backend = ComfyBackend.of(settings, new OkHttpClient());
        backends.add(backend);
        return backend;
    }

    static Generated draw(ComfyBackend backend, GenerationRequest request) throws Exception {
        return (Generated) generate(backend, request);
    }

    static GenerationOutcome generate(ComfyBackend backend, GenerationRequest request) throws Exception {
        return backend.generate(request, fraction -> {});
    }

    static FutureTask<GenerationOutcome> begin(ComfyBackend backend, GenerationRequest request) {
        return begin(() -> generate(backend, request));
    }

    static FutureTask<GenerationOutcome> begin(Callable<GenerationOutcome> call) {
        FutureTask<GenerationOutcome> drawing = new FutureTask<>(call);
        Thread thread = new Thread(drawing, "drawing");
        thread.setDaemon(true);
        thread.start();
        return drawing;
    }

    static BackendException failure(FutureTask<GenerationOutcome> drawing) {
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
