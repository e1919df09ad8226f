package dev.limner.image.a1111;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.Requests;
import dev.limner.prompt.ModelFamily;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class A1111DialectsTest {

    @ParameterizedTest
    @EnumSource(FakeKind.class)
    void every_dialect_is_told_apart(FakeKind kind) throws Exception {
        try (FakeA1111 server = new FakeA1111(kind).start();
                A1111Backend backend = Backends.of(server)) {
            assertThat(backend.diagnose().findings())
                    .contains("dialect: " + Dialect.valueOf(kind.name()).title());
        }
    }

    @ParameterizedTest
    @EnumSource(FakeKind.class)
    void every_dialect_draws_in_the_asked_size(FakeKind kind) throws Exception {
        try (FakeA1111 server = new FakeA1111(kind).start();
                A1111Backend backend = Backends.of(server)) {
            Generated generated = draw(backend, "r1");

            assertThat(generated.picture().width()).isEqualTo(Requests.SIDE);
            assertThat(generated.notes()).isEmpty();
            JsonNode request = server.requests().get(0);
            assertThat(request.path("send_images").asBoolean()).isTrue();
            assertThat(request.path("save_images").asBoolean(true)).isFalse();
            assertThat(request.path("force_task_id").asText()).isEqualTo("r1");
            assertThat(request.path("seed").asLong()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeKind.class,
            names = {"A1111", "FORGE", "REFORGE", "FORGE_NEO", "SD_NEXT"})
    void progress_is_told_where_the_server_tells_it(FakeKind kind) throws Exception {
        List<Double> told = new ArrayList<>();
        try (FakeA1111 server =
                        new FakeA1111(kind).pace(FakePace.byQuestions(5)).start();
                A1111Backend backend = Backends.of(server)) {
            backend.generate(Requests.of("r1"), told::add);
        }
        assertThat(told).hasSizeGreaterThan(1).isSorted();
    }

    @Test
    void an_older_server_without_progress_by_task_is_asked_for_its_progress_overall() throws Exception {
        List<Double> told = new ArrayList<>();
        try (FakeA1111 server = new FakeA1111(FakeKind.A1111)
                        .withoutTaskProgress()
                        .pace(FakePace.byQuestions(5))
                        .start();
                A1111Backend backend = Backends.of(server)) {
            backend.generate(Requests.of("r1"), told::add);
        }
        assertThat(told).isNotEmpty().isSorted();
    }

    @ParameterizedTest
    @CsvSource({
        "A1111, sd_xl_base_1.0, DPM++ 2M, Karras, 28, 6.0",
        "A1111, v1-5-pruned-emaonly, DPM++ 2M, Karras, 25, 7.0",
        "FORGE, flux1-schnell, Euler, Simple, 4, 1.0",
        "FORGE, flux1-dev, Euler, Simple, 20, 1.0",
        "FORGE, sd3.5_large, Euler, SGM Uniform, 28, 4.5",
        "A1111, dreamshaperXL_lightning, Euler, SGM Uniform, 8, 1.5",
        "SD_CPP, sd_xl_base_1.0, dpm++2m, karras, 28, 6.0",
        "KOBOLD_CPP, sd_xl_base_1.0, DPM++ 2M, '', 28, 6.0",
        "SD_NEXT, flux1-dev, '', '', 20, 3.5",
    })
    void settings_follow_the_family_in_the_servers_own_spelling(
            FakeKind kind, String model, String sampler, String scheduler, int steps, double cfg) throws Exception {
        JsonNode request = requestTo(new FakeA1111(kind).models(model));

        assertThat(request.path("sampler_name").asText("")).isEqualTo(sampler);
        assertThat(request.path("scheduler").asText("")).isEqualTo(scheduler);
        assertThat(request.path("steps").asInt()).isEqualTo(steps);
        assertThat(request.path("cfg_scale").asDouble()).isEqualTo(cfg);
    }

    @Test
    void flux_gets_its_guidance_where_the_dialect_has_a_field_for_it() throws Exception {
        assertThat(requestTo(new FakeA1111(FakeKind.FORGE).models("flux1-dev-Q8"))
                        .path("distilled_cfg_scale")
                        .asDouble())
                .isEqualTo(3.5);
        assertThat(requestTo(new FakeA1111(FakeKind.KOBOLD_CPP).models("flux1-dev-Q8"))
                        .path("distilled_guidance")
                        .asDouble())
                .isEqualTo(3.5);
        assertThat(requestTo(new FakeA1111(FakeKind.A1111).models("flux1-dev-Q8"))
                        .has("distilled_cfg_scale"))
                .isFalse();
    }

    @Test
    void a_sampler_that_the_server_does_not_list_is_not_sent() throws Exception {
        JsonNode request = requestTo(new FakeA1111(FakeKind.A1111).samplers("UniPC"));

        assertThat(request.has("sampler_name")).isFalse();
        assertThat(request.has("scheduler")).isFalse();
    }

    @Test
    void before_schedulers_had_their_list_they_were_part_of_the_samplers_name() throws Exception {
        JsonNode request = requestTo(
                new FakeA1111(FakeKind.A1111).withoutSchedulers().samplers("Euler a", "DPM++ 2M", "DPM++ 2M Karras"));

        assertThat(request.path("sampler_name").asText()).isEqualTo("DPM++ 2M Karras");
        assertThat(request.has("scheduler")).isFalse();
    }

    @Test
    void a_model_that_reads_no_negative_prompt_gets_none() throws Exception {
        assertThat(requestTo(new FakeA1111(FakeKind.FORGE).models("flux1-dev"))
                        .path("negative_prompt")
                        .asText())
                .isEmpty();
        assertThat(requestTo(new FakeA1111(FakeKind.FORGE))
                        .path("negative_prompt")
                        .asText())
                .isEqualTo("text, watermark");
    }

    @Test
    void a_configured_checkpoint_is_asked_for_by_the_title_that_the_server_lists() throws Exception {
        try (FakeA1111 server = new FakeA1111(FakeKind.A1111)
                        .models("sd_xl_base_1.0.safetensors [31e35c80fc]", "anime/v1-5-pruned.safetensors [e1441589a6]")
                        .start();
                A1111Backend backend = Backends.of(Backends.settings(server.address(), null, null, "V1-5-pruned"))) {
            draw(backend, "r1");

            assertThat(server.requests()
                            .get(0)
                            .at("/override_settings/sd_model_checkpoint")
                            .asText())
                    .isEqualTo("anime/v1-5-pruned.safetensors [e1441589a6]");
            assertThat(backend.profile().family()).isEqualTo(ModelFamily.SD15);
        }
    }

    @Test
    void a_configured_family_beats_the_checkpoints_name() throws Exception {
        try (FakeA1111 server =
                        new FakeA1111(FakeKind.FORGE).models("flux1-dev").start();
                A1111Backend backend =
                        Backends.of(Backends.settings(server.address(), null, ModelFamily.FLUX1_SCHNELL, null))) {
            assertThat(backend.profile().family()).isEqualTo(ModelFamily.FLUX1_SCHNELL);
            assertThat(backend.diagnose().findings()).contains("family: flux1-schnell (configured)");
        }
    }

    @Test
    void a_picture_smaller_than_asked_for_is_shown_with_a_note() throws Exception {
        try (FakeA1111 server =
                        new FakeA1111(FakeKind.KOBOLD_CPP).largestSide(256).start();
                A1111Backend backend = Backends.of(server)) {
            Generated generated = draw(backend, "r1");

            assertThat(generated.picture().width()).isEqualTo(256);
            assertThat(generated.notes()).singleElement().asString().contains("256 × 256 in place of 512 × 512");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"A1111", "FORGE", "REFORGE", "FORGE_NEO"})
    void a_server_that_tells_tasks_apart_is_handed_a_picture_without_a_question_before_it(FakeKind kind)
            throws Exception {
        List<String> calls = new CopyOnWriteArrayList<>();
        try (FakeA1111 server = new FakeA1111(kind)
                        .answering(request -> {
                            calls.add(request.getUrl().encodedPath());
                            return null;
                        })
                        .start();
                // one that does not ask how far the picture is
                A1111Backend backend = Backends.of(new A1111Settings(
                        server.address(), null, null, null, false, Duration.ofHours(2), Duration.ofHours(1)))) {
            backend.profile();
            calls.clear();
            draw(backend, "r1");

            assertThat(calls).containsExactly("/sdapi/v1/txt2img");
        }
    }

    @Test
    void a_server_below_a_path_is_reached_there() throws Exception {
        try (FakeA1111 server = new FakeA1111(FakeKind.A1111).start();
                A1111Backend backend =
                        Backends.of(Backends.settings(server.address().resolve("/gpu/"), null, null, null))) {
            // Nothing is there, and the address of the fault shows where it was sought.
            assertThat(String.join(" ", backend.diagnose().findings())).contains("/gpu/sdapi/v1/sd-models");
        }
    }

    private static JsonNode requestTo(FakeA1111 fake) throws Exception {
        try (FakeA1111 server = fake.start();
                A1111Backend backend = Backends.of(server)) {
            draw(backend, "r1");
            return server.requests().get(0);
        }
    }

    private static Generated draw(A1111Backend backend, String id) throws Exception {
        return (Generated) backend.generate(Requests.of(id), fraction -> {});
    }
}
