package dev.limner.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients of A1111's API read in an answer, and what they may leave out of a request. */
class AutomaticAnswerTest {
    @RegisterExtension
    final House house = new House();

    @ParameterizedTest
    @CsvSource({"'\"width\":768', 768, 512", "'\"height\":768', 512, 768", "'\"width\":640,\"height\":768', 640, 768"})
    void a_side_that_is_left_out_has_the_usual_length(String sides, int width, int height) {
        Caller.Answer answer = draw("\"prompt\":\"fog\"," + sides);

        assertThat(answer.info().path("width").asInt()).isEqualTo(width);
        assertThat(answer.info().path("height").asInt()).isEqualTo(height);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "\"false\"", "0"})
    void pictures_that_are_not_wanted_are_not_sent(String off) {
        Caller.Answer answer = draw("\"prompt\":\"fog\",\"send_images\":" + off);

        assertThat(answer.json().path("images").isArray()).isTrue();
        assertThat(answer.json().path("images")).isEmpty();
        assertThat(answer.info().path("prompt").asText()).isEqualTo("fog");
    }

    @Test
    void info_has_all_that_this_api_has_there() {
        JsonNode info =
                draw("\"prompt\":\"fog\",\"steps\":12,\"cfg_scale\":4.5").info();

        assertThat(info.fieldNames())
                .toIterable()
                .contains(
                        "prompt",
                        "all_prompts",
                        "negative_prompt",
                        "seed",
                        "all_seeds",
                        "subseed",
                        "width",
                        "height",
                        "sampler_name",
                        "cfg_scale",
                        "steps",
                        "batch_size",
                        "sd_model_name",
                        "sd_model_hash",
                        "sd_vae_name",
                        "extra_generation_params",
                        "index_of_first_image",
                        "infotexts",
                        "clip_skip",
                        "version");
        assertThat(info.path("steps").asInt()).isEqualTo(12);
        assertThat(info.path("cfg_scale").asDouble()).isEqualTo(4.5);
    }

    /** A1111 and those who copied its reader take a last line with fewer than three such pairs for words of the prompt. */
    @Test
    void the_infotext_ends_with_a_line_that_its_readers_know_as_parameters() {
        String text = draw("\"prompt\":\"fog\",\"negative_prompt\":\"rain\",\"seed\":5")
                .info()
                .path("infotexts")
                .path(0)
                .asText();

        assertThat(text).startsWith("fog\nNegative prompt: rain\n");
        Matcher pair = Pattern.compile("\\s*(\\w[\\w \\-/]+):\\s*(\"(?:\\\\.|[^\\\\\"])+\"|[^,]*)(?:,|$)")
                .matcher(text.substring(text.lastIndexOf('\n') + 1));
        Map<String, String> parameters =
                pair.results().collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
        assertThat(parameters)
                .hasSizeGreaterThanOrEqualTo(3)
                .containsEntry("Seed", "5")
                .containsKey("Size");
    }

    @Test
    void nobody_is_advised_on_weights_that_nobody_typed() {
        String image = Base64.getEncoder().encodeToString(Painter.png(96, 96, 1));

        JsonNode ours = notes("fog", image);
        JsonNode typed = notes("<be-style:image1:0.8> fog", image);

        assertThat(ours).isEmpty();
        assertThat(typed).hasSize(1);
    }

    private JsonNode notes(String prompt, String image) {
        Caller.Answer answer = house.as(House.MIRA)
                .post(
                        "/sdapi/v1/img2img",
                        "{\"prompt\":\"" + prompt + "\",\"denoising_strength\":0.1,\"init_images\":[\"" + image
                                + "\"]}");
        assertThat(answer.status()).isEqualTo(200);
        return answer.info().path("limner").path("notes");
    }

    private Caller.Answer draw(String fields) {
        Caller.Answer answer = house.as(House.MIRA).post("/sdapi/v1/txt2img", "{" + fields + "}");
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    @Test
    void another_request_under_a_used_idempotency_key_is_not_called_interrupted() {
        Caller mira = house.as(House.MIRA);
        once(mira, "fog");

        Caller.Answer other = once(mira, "rain");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().path("error").asText()).isEqualTo("Conflict");
        assertThat(other.json().path("errors").asText()).contains("Idempotency-Key");
    }

    private static Caller.Answer once(Caller caller, String prompt) {
        return caller.send(caller.to("/sdapi/v1/txt2img")
                .header("Idempotency-Key", "a")
                .post(Caller.body("{\"prompt\":\"" + prompt + "\"}"))
                .build());
    }
}
