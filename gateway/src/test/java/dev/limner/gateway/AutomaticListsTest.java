package dev.limner.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What A1111's API tells of models and networks, and what can be set. */
class AutomaticListsTest {
    @RegisterExtension
    final House house = new House();

    @Test
    void the_settings_page_of_a_client_finds_its_lists() {
        Caller mira = house.as(House.MIRA);

        assertThat(mira.get("/sdapi/v1/samplers").json().path(0).path("name").asText())
                .isNotEmpty();
        assertThat(mira.get("/sdapi/v1/schedulers").json().path(0).path("name").asText())
                .isNotEmpty();
        assertThat(mira.get("/sdapi/v1/upscalers").json().path(0).path("name").asText())
                .isEqualTo("None");
        assertThat(mira.get("/sdapi/v1/latent-upscale-modes").json().isArray()).isTrue();
        assertThat(mira.get("/sdapi/v1/sd-vae").json().isArray()).isTrue();
        assertThat(mira.get("/sdapi/v1/loras").json().isArray()).isTrue();
        assertThat(mira.get("/sdapi/v1/embeddings").json().path("loaded").isObject())
                .isTrue();
        assertThat(mira.get("/sdapi/v1/sd-models").json())
                .extracting(model -> model.path("title").asText())
                .containsExactly("easel-model", "wall-model");
        assertThat(mira.get("/sdapi/v1/options")
                        .json()
                        .path("sd_model_checkpoint")
                        .asText())
                .isEqualTo("easel-model");
    }

    @Test
    void a_model_that_is_set_draws_for_this_key_alone_and_after_a_restart() throws Exception {
        Caller.Answer set =
                house.as(House.MIRA).post("/sdapi/v1/options", "{\"sd_model_checkpoint\":\"wall-model\",\"other\":1}");
        house.stop();
        house.start();

        assertThat(set.status()).isEqualTo(200);
        assertThat(house.as(House.MIRA)
                        .get("/sdapi/v1/options")
                        .json()
                        .path("sd_model_checkpoint")
                        .asText())
                .isEqualTo("wall-model");
        assertThat(house.as(House.TOBIN)
                        .get("/sdapi/v1/options")
                        .json()
                        .path("sd_model_checkpoint")
                        .asText())
                .isEqualTo("easel-model");
        draw(house.as(House.MIRA), "fog", 1);
        assertThat(house.second().requests()).hasSize(1);
    }

    @Test
    void a_model_that_a_request_names_draws_this_request_alone() {
        house.as(House.MIRA).post("/sdapi/v1/txt2img", "{\"prompt\":\"fog\",\"model\":\"wall-model\"}");
        house.as(House.MIRA)
                .post(
                        "/sdapi/v1/txt2img",
                        "{\"prompt\":\"fog\",\"override_settings\":{\"sd_model_checkpoint\":\"wall\"}}");
        draw(house.as(House.MIRA), "fog", 1);

        assertThat(house.second().requests()).hasSize(2);
        assertThat(house.painter().requests()).hasSize(1);
    }

    @Test
    void what_the_operator_listed_is_listed_by_the_names_that_tags_use() {
        Caller mira = house.as(House.MIRA);

        assertThat(mira.get("/sdapi/v1/loras").json())
                .extracting(lora -> lora.path("name").asText() + " "
                        + lora.path("alias").asText() + " " + lora.path("path").asText())
                .containsExactly("inkpen inkpen styles/inkpen_v2.safetensors");
        JsonNode embeddings = mira.get("/sdapi/v1/embeddings").json();
        assertThat(embeddings.path("loaded").fieldNames()).toIterable().containsExactly("plainhands");
        assertThat(embeddings.path("skipped").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "<lora:inkpen:0.8>, 0.8",
        "<lora:Inkpen:.5>, 0.5",
        "<lora:inkpen_v2:1>, 1.0",
        "<lora:styles/inkpen_v2.safetensors:1.4>, 1.0",
        "<be-lora:inkpen:0.3>, 0.3"
    })
    void a_listed_lora_may_be_named_as_this_api_names_it(String command, double weight) {
        JsonNode references = references("fog " + command);

        assertThat(references).hasSize(1);
        assertThat(references.path(0).path("kind").asText()).isEqualTo("lora");
        assertThat(references.path(0).path("name").asText()).isEqualTo("inkpen");
        assertThat(references.path(0).path("weight").asDouble()).isEqualTo(weight);
    }

    @ParameterizedTest
    @CsvSource({
        "<lora:other:0.8>",
        "<lora:inkpen>",
        "<lora:inkpen:much>",
        "<lora:inkpen:0.8:1:2>",
        "<hypernet:inkpen:1>"
    })
    void other_networks_are_taken_out_of_a_prompt(String command) {
        JsonNode references = references("fog " + command);

        assertThat(references).isEmpty();
        assertThat(house.painter().requests().get(0).composition().prompt())
                .contains("fog")
                .doesNotContain("<", "inkpen");
    }

    @Test
    void a_silent_image_server_is_waited_for_once_and_asked_again_after_a_while() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        house.second().unreachable(true);
        assertThat(names()).containsExactly("easel-model");
        int before = house.second().asked();
        house.second().answersAfter(go);

        assertThat(names()).containsExactly("easel-model");
        assertThat(house.second().asked()).isEqualTo(before);
        house.second().unreachable(false);
        house.pass(Duration.ofSeconds(31));
        // it is asked now, and nobody waits for it
        assertThat(names()).containsExactly("easel-model");
        go.countDown();

        await().atMost(Duration.ofSeconds(60)).until(() -> names().size() == 2);
    }

    @ParameterizedTest
    @CsvSource({"wall-model", "WALL-model", "wall", "wall-model [879db523c3]", "flux/wall-model.safetensors"})
    void a_model_may_be_named_without_folder_ending_and_hash(String name) {
        house.as(House.MIRA).post("/sdapi/v1/txt2img", "{\"prompt\":\"fog\",\"model\":\"" + name + "\"}");

        assertThat(house.second().requests()).hasSize(1);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        house.as(House.MIRA)
                .get("/sdapi/v1/sd-models")
                .json()
                .forEach(model -> names.add(model.path("title").asText()));
        return names;
    }

    private JsonNode references(String prompt) {
        Caller.Answer answer = house.as(House.MIRA).post("/sdapi/v1/txt2img", "{\"prompt\":\"" + prompt + "\"}");
        assertThat(answer.status()).isEqualTo(200);
        return answer.info().path("limner").path("references");
    }

    private static Caller.Answer draw(Caller caller, String prompt, long seed) {
        return caller.post("/sdapi/v1/txt2img", "{\"prompt\":\"" + prompt + "\",\"seed\":" + seed + "}");
    }
}
