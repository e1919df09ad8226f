package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import dev.limner.image.BackendProfile;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationRequest;
import dev.limner.image.Network;
import dev.limner.image.ReferenceImage;
import dev.limner.image.Requests;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** Requests that loopback servers were sent, to be looked at field by field. */
abstract class DrawnWithReferences {
    static final ReferenceImage MIRA = Requests.image(AvatarKind.FACE, "mira", 0.4, "silver hair");
    static final ReferenceImage INK = Requests.image(AvatarKind.STYLE, "ink", 0.5, "");
    static final String FACE_XL = "ip-adapter-plus-face_sdxl_vit-h [677cbaeb]";
    static final String STYLE_XL = "ip-adapter-plus_sdxl_vit-h [f1f19f7d]";

    final List<FakeA1111> servers = new ArrayList<>();

    static GenerationRequest networks(String prompt) {
        return new GenerationRequest(
                "r1",
                Requests.composition(prompt, ""),
                List.of(),
                List.of(
                        new Network(Network.Kind.LORA, new AvatarName("inkpen"), "inkpen_v2", 0.7),
                        new Network(Network.Kind.LORA, new AvatarName("oil"), "oil", 0.7),
                        new Network(Network.Kind.EMBEDDING, new AvatarName("easy"), "easypositive", 0.8)));
    }

    FakeA1111 server(FakeKind kind) throws Exception {
        FakeA1111 server = new FakeA1111(kind).start();
        servers.add(server);
        return server;
    }

    static GenerationRequest request(ReferenceImage... images) {
        return new GenerationRequest("r1", Requests.of("r1").composition(), List.of(images));
    }

    static List<String> draw(FakeA1111 server, ReferenceImage... images) throws Exception {
        return draw(server, request(images));
    }

    static List<String> draw(FakeA1111 server, GenerationRequest request) throws Exception {
        try (A1111Backend backend = Backends.of(server)) {
            return ((Generated) backend.generate(request, fraction -> {})).notes();
        }
    }

    static BackendProfile profile(FakeA1111 server) throws Exception {
        try (A1111Backend backend = Backends.of(server)) {
            return backend.profile();
        }
    }

    static JsonNode body(FakeA1111 server) {
        return server.requests().get(server.requests().size() - 1);
    }

    static String prompt(FakeA1111 server) {
        return body(server).path("prompt").asText();
    }

    static JsonNode units(FakeA1111 server) {
        return body(server).path("alwayson_scripts").path("controlnet").path("args");
    }

    static String base64(ReferenceImage image) {
        return Base64.getEncoder().encodeToString(image.bytes());
    }

    static Map<String, String> fields(JsonNode node) {
        Map<String, String> fields = new LinkedHashMap<>();
        node.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }

    static List<Double> numbers(JsonNode list) {
        List<Double> numbers = new ArrayList<>();
        list.forEach(number -> numbers.add(number.asDouble()));
        return numbers;
    }

    @AfterEach
    void closeServers() {
        servers.forEach(FakeA1111::close);
    }
}
