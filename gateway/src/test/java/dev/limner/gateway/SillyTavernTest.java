package dev.limner.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The requests that SillyTavern was seen to send: version 1.19.0 for its sources AUTOMATIC1111 and SD.Next, 1.12.10 for
 * Block Entropy. Prompts and keys are ours.
 */
class SillyTavernTest {
    @RegisterExtension
    final House house = new House();

    @BeforeEach
    void upload() {
        AvatarApiTest.upload(house.as(House.MIRA), "face", "mira", "an elf", Painter.png(96, 96, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"automatic1111", "sdnext", "blockentropy"})
    void it_draws_with_an_avatar(String source) throws IOException {
        JsonNode seen = seen(source);

        Caller.Answer answer =
                caller(seen).post("/sdapi/v1/txt2img", seen.path("draw").toString());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.image(0)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(answer.json().path("format").asText()).isEqualTo("png");
        JsonNode reference = answer.info().path("limner").path("references").path(0);
        assertThat(reference.path("name").asText()).isEqualTo("mira");
        assertThat(reference.path("weight").asDouble()).isEqualTo(0.3);
        assertThat(answer.info().path("prompt").asText())
                .contains("oil painting, a woman in the fog, lantern in hand")
                .doesNotContain("<", "be-face");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain(House.MIRA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"automatic1111", "sdnext", "blockentropy"})
    void it_connects(String source) throws IOException {
        JsonNode seen = seen(source);
        Caller caller = caller(seen);

        for (JsonNode path : seen.path("connect")) {
            // it asks a list of Forge's too, and does without
            assertThat(caller.get(path.asText()).status())
                    .as(path.asText())
                    .isEqualTo(path.asText().endsWith("/sd-modules") ? 404 : 200);
        }
    }

    /** What its settings page reads of the answers. */
    @Test
    void its_settings_page_finds_something_to_choose_in_every_list() throws IOException {
        Caller caller = caller(seen("automatic1111"));

        assertThat(caller.get("/sdapi/v1/sd-models").json())
                .isNotEmpty()
                .allSatisfy(model -> assertThat(model.path("title").asText())
                        .isEqualTo(model.path("name").asText())
                        .isNotEmpty());
        for (String list : new String[] {"samplers", "schedulers", "upscalers"}) {
            assertThat(caller.get("/sdapi/v1/" + list).json())
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(one.path("name").asText()).isNotEmpty());
        }
        assertThat(caller.get("/sdapi/v1/latent-upscale-modes").json().isArray())
                .isTrue();
        assertThat(caller.get("/sdapi/v1/sd-vae").json().isArray()).isTrue();
        assertThat(caller.get("/sdapi/v1/options").json().has("forge_preset")).isFalse();
    }

    @Test
    void it_sets_a_model_and_sees_that_it_is_loaded() throws IOException {
        Caller caller = caller(seen("automatic1111"));

        assertThat(caller.post("/sdapi/v1/options", "{\"sd_model_checkpoint\":\"wall-model\"}")
                        .status())
                .isEqualTo(200);
        JsonNode progress = caller.get("/sdapi/v1/progress").json();

        assertThat(progress.path("progress").asDouble()).isZero();
        assertThat(progress.path("state").path("job_count").asInt()).isZero();
        caller.post("/sdapi/v1/txt2img", seen("automatic1111").path("draw").toString());
        assertThat(house.second().requests()).hasSize(1);
    }

    @Test
    void a_model_of_block_entropys_is_that_requests_own() throws IOException {
        JsonNode seen = seen("blockentropy");

        caller(seen).post("/sdapi/v1/txt2img", seen.path("draw").toString());

        assertThat(house.second().requests())
                .singleElement()
                .satisfies(request -> assertThat(request.composition().seed()).isEqualTo(3_383_245));
    }

    private Caller caller(JsonNode seen) {
        String basic = Base64.getEncoder().encodeToString(("mira:" + House.MIRA).getBytes(StandardCharsets.UTF_8));
        boolean bearer = seen.path("authorization").asText().equals("Bearer");
        return new Caller(house.address(), bearer ? "Bearer " + House.MIRA : "Basic " + basic);
    }

    private static JsonNode seen(String source) throws IOException {
        try (InputStream in = SillyTavernTest.class.getResourceAsStream("sillytavern/" + source + ".json")) {
            return Caller.MAPPER.readTree(Objects.requireNonNull(in));
        }
    }
}
