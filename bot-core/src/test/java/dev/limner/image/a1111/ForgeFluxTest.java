package dev.limner.image.a1111;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.image.Requests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** FLUX.1 at Forge, whose VAE and text encoders are files of their own. */
class ForgeFluxTest {
    private static final String[] PARTS = {"clip_l.safetensors", "t5xxl_fp8_e4m3fn.safetensors", "ae.safetensors"};

    private FakeA1111 server = new FakeA1111(FakeKind.FORGE);

    @BeforeEach
    void load() {
        server.models("flux1-dev-Q8_0.gguf");
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"FORGE", "FORGE_NEO"})
    void the_files_that_the_server_lists_are_named(FakeKind kind) throws Exception {
        server = new FakeA1111(kind).models("flux1-dev-Q8_0.gguf");
        server.descriptions().modules(PARTS);

        assertThat(modules()).extracting(JsonNode::asText).containsExactlyInAnyOrder(PARTS);
    }

    @Test
    void what_somebody_chose_at_the_server_is_left_as_it_is() throws Exception {
        server.descriptions().modules(PARTS);
        server.descriptions().chosenModules("/models/other_ae.safetensors");

        assertThat(modules()).isEmpty();
    }

    @Test
    void a_file_that_is_missing_is_told_to_the_operator_and_none_is_named() throws Exception {
        server.descriptions().modules("ae.safetensors", "clip_l.safetensors");

        assertThat(modules()).isEmpty();
        try (A1111Backend backend = Backends.of(server)) {
            assertThat(backend.diagnose().findings()).anyMatch(line -> line.contains("lists no t5xxl;"));
        }
    }

    private JsonNode modules() throws Exception {
        server.start();
        try (A1111Backend backend = Backends.of(server)) {
            backend.generate(Requests.of("r1"), fraction -> {});
        }
        return server.requests().get(0).path("override_settings").path("forge_additional_modules");
    }
}
