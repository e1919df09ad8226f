package dev.limner.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of A1111's fields is refused, and how it is named. */
class AutomaticFieldsTest {
    @RegisterExtension
    final House house = new House();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "steps|\"many\"",
                "steps|1.5",
                "prompt|5",
                "prompt|[]",
                "width|\"wide\"",
                "width|100000",
                "seed|{}",
                "seed|99999999999999999999999",
                "cfg_scale|true",
                "tiling|\"perhaps\"",
                "styles|\"noir\"",
                "styles|[7]",
                "mask|5",
                "latent_mask|[]",
                "firstpass_image|{}",
                "hr_additional_modules|\"ae\"",
                "override_settings|[]",
                "batch_size|11",
                "n_iter|0"
            })
    void a_known_field_of_a_wrong_type_or_range_is_refused_in_the_apis_own_form(String field, String value) {
        Caller.Answer answer = house.as(House.MIRA)
                .post("/sdapi/v1/txt2img", "{\"negative_prompt\":\"x\",\"" + field + "\":" + value + "}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("detail").path(0).path("loc"))
                .extracting(JsonNode::asText)
                .containsExactly("body", field);
        assertThat(answer.json().path("detail").path(0).path("msg").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "override_settings|sd_model_checkpoint|7",
                "override_settings|sd_model_checkpoint|[\"a\"]",
                "override_settings|sd_vae|{}",
                "override_settings|samples_format|1",
                "override_settings|CLIP_stop_at_last_layers|\"two\"",
                "override_settings|forge_additional_modules|\"ae\"",
                "alwayson_scripts|controlnet|[]"
            })
    void a_known_field_within_another_is_refused_likewise_and_named(String outer, String inner, String value) {
        Caller.Answer answer = house.as(House.MIRA)
                .post("/sdapi/v1/txt2img", "{\"prompt\":\"x\",\"" + outer + "\":{\"" + inner + "\":" + value + "}}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("detail").path(0).path("loc"))
                .extracting(JsonNode::asText)
                .containsExactly("body", outer, inner);
        assertThat(house.painter().requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "samples_format|5",
                "sd_vae|{}",
                "CLIP_stop_at_last_layers|\"two\"",
                "forge_additional_modules|\"ae\""
            })
    void an_option_of_a_wrong_type_is_refused_and_named(String option, String value) {
        Caller.Answer answer = house.as(House.MIRA).post("/sdapi/v1/options", "{\"" + option + "\":" + value + "}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("detail").path(0).path("loc"))
                .extracting(JsonNode::asText)
                .containsExactly("body", option);
    }

    @ParameterizedTest
    @CsvSource({
        "4294967295,4294967295",
        "4294967296,0",
        "4294967303,7",
        "9223372036854775808,0",
        "18446744073709551615,4294967295"
    })
    void a_seed_beyond_those_that_image_servers_count_is_what_is_left_of_it(String sent, long used) {
        Caller.Answer answer =
                house.as(House.MIRA).post("/sdapi/v1/txt2img", "{\"prompt\":\"x\",\"seed\":" + sent + "}");

        assertThat(answer.info().path("seed").asLong()).isEqualTo(used);
    }

    @Test
    void a_mask_may_be_as_long_as_an_image() {
        Caller.Answer answer = house.as(House.MIRA)
                .post("/sdapi/v1/txt2img", "{\"prompt\":\"x\",\"mask\":\"" + "A".repeat(100_000) + "\"}");

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void arguments_of_a_script_that_are_no_list_are_refused() {
        Caller.Answer answer = house.as(House.MIRA)
                .post("/sdapi/v1/txt2img", "{\"prompt\":\"x\",\"alwayson_scripts\":{\"controlnet\":{\"args\":7}}}");

        assertThat(answer.json().path("detail").path(0).path("loc"))
                .extracting(JsonNode::asText)
                .containsExactly("body", "alwayson_scripts", "controlnet", "args");
    }
}
