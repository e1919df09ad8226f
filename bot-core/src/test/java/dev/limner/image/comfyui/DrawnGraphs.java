package dev.limner.image.comfyui;

import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.avatar.AvatarKind;
import dev.limner.image.BackendProfile;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationRequest;
import dev.limner.image.ReferenceImage;
import dev.limner.image.Requests;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;

/** Graphs that a loopback server was given, to be looked at field by field. */
abstract class DrawnGraphs {
    static final ReferenceImage MIRA = Requests.image(AvatarKind.FACE, "mira", 0.3, "");
    static final ReferenceImage TOBIN = Requests.image(AvatarKind.FACE, "tobin", 0.5, "");
    static final ReferenceImage INK = Requests.image(AvatarKind.STYLE, "ink", 0.4, "");

    FakeComfy server = new FakeComfy(FakeComfy.sdxl());

    static FakeNodes flux(String model) {
        return new FakeNodes()
                .files("diffusion_models", model)
                .files("text_encoders", "clip_l.safetensors", "t5xxl_fp8_e4m3fn.safetensors")
                .files("vae", "ae.safetensors");
    }

    ComfySettings settings(FaceAdapter faces) throws Exception {
        return new ComfySettings(
                address(),
                null,
                null,
                null,
                null,
                faces,
                ComfySettings.DEFAULT_TIMEOUT,
                ComfySettings.DEFAULT_POLL_INTERVAL);
    }

    ComfySettings named(String model) throws Exception {
        return new ComfySettings(
                address(),
                null,
                null,
                model,
                null,
                FaceAdapter.PLUS,
                ComfySettings.DEFAULT_TIMEOUT,
                ComfySettings.DEFAULT_POLL_INTERVAL);
    }

    java.net.URI address() throws Exception {
        return server.address();
    }

    BackendProfile profile() throws Exception {
        return profile(settings(FaceAdapter.PLUS));
    }

    static BackendProfile profile(ComfySettings settings) throws Exception {
        try (ComfyBackend backend = ComfyBackend.of(settings, new OkHttpClient())) {
            return backend.profile();
        }
    }

    List<String> draw(ComfySettings settings, ReferenceImage... images) throws Exception {
        GenerationRequest request =
                new GenerationRequest("r1", Requests.of("r1").composition(), List.of(images));
        return notes(settings, request);
    }

    static List<String> notes(ComfySettings settings, GenerationRequest request) throws Exception {
        try (ComfyBackend backend = ComfyBackend.of(settings, new OkHttpClient())) {
            return ((Generated) backend.generate(request, fraction -> {})).notes();
        }
    }

    static ByteString bytes(ReferenceImage image) {
        return ByteString.of(image.bytes());
    }

    static Map<String, String> fields(JsonNode inputs) {
        Map<String, String> fields = new LinkedHashMap<>();
        inputs.properties()
                .forEach(entry -> fields.put(entry.getKey(), entry.getValue().asText()));
        return fields;
    }

    String type(JsonNode link) {
        List<JsonNode> graphs = server.graphs();
        return graphs.get(graphs.size() - 1)
                .path(link.path(0).asText())
                .path("class_type")
                .asText();
    }

    @AfterEach
    void closeServer() {
        server.close();
    }
}
