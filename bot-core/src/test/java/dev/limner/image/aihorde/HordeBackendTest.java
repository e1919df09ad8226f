package dev.limner.image.aihorde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.image.BackendException;
import dev.limner.image.BackendException.Next;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationOutcome.Refused;
import dev.limner.image.GenerationRequest;
import dev.limner.image.Requests;
import dev.limner.image.wire.FakeService;
import dev.limner.image.wire.Fault;
import dev.limner.prompt.Composition;
import dev.limner.prompt.ModelFamily;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HordeBackendTest {
    private static final String SECRET = "horde-hunter2";
    private static final Duration PATIENT = Duration.ofMinutes(5);

    private final FakeHorde server = new FakeHorde();

    static Stream<Arguments> answers() {
        return Stream.of(
                arguments("401", FakeHorde.error(401, "InvalidAPIKey", SECRET), Fault.UNAUTHORISED, Next.ELSEWHERE),
                arguments("kudos", FakeHorde.error(403, "KudosUpfront", "x"), Fault.NO_CREDIT, Next.ELSEWHERE),
                arguments("402", FakeService.status(402, "{}"), Fault.NO_CREDIT, Next.ELSEWHERE),
                arguments("too many", FakeHorde.error(429, "TooManyPrompts", "x"), Fault.BUSY, Next.AGAIN),
                arguments("maintenance", FakeHorde.error(400, "MaintenanceMode", "x"), Fault.BUSY, Next.AGAIN),
                arguments("validation", FakeHorde.error(400, "ValidationError", "x"), Fault.REJECTED, Next.UNFIT),
                arguments("forbidden", FakeHorde.error(403, "Forbidden", "x"), Fault.REJECTED, Next.UNFIT),
                arguments("500", FakeService.text(500, "text/html", "<html>"), Fault.SERVER_ERROR, Next.AGAIN),
                arguments("garbage", FakeService.status(202, "{\"id\":"), Fault.UNTRACED, Next.NOWHERE),
                arguments("no id", FakeService.status(202, "{}"), Fault.UNTRACED, Next.NOWHERE),
                arguments("a path as id", FakeService.status(202, "{\"id\":\"../x\"}"), Fault.UNTRACED, Next.NOWHERE),
                arguments("cut off midway", FakeService.brokenMidway(), Fault.UNTRACED, Next.NOWHERE),
                arguments("cut off before", FakeService.brokenOff(), Fault.BROKEN_OFF, Next.NOWHERE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void every_failure_to_submit_is_explained(String what, MockResponse answer, Fault fault, Next next) {
        server.override(request -> request.getUrl().encodedPath().endsWith("/async") ? answer : null);
        try (HordeBackend backend =
                Fixtures.backend(Fixtures.settings(server.start().address(), SECRET, null, null, PATIENT))) {
            BackendException failure = failure(backend);

            assertThat(failure).hasMessageStartingWith(fault.forRequester()).hasNoCause();
            assertThat(failure.userText()).doesNotContain(SECRET);
            assertThat(failure.next()).isEqualTo(next);
            assertThat(failure.detail()).contains(fault.fix("AIHORDE_API_KEY")).doesNotContain(SECRET);
            assertThat(backend.toString()).doesNotContain(SECRET);
        }
    }

    @Test
    void what_is_asked_for_is_what_volunteers_draw_for_nothing() throws Exception {
        draw(request("a tall ### lighthouse", 1536, 1536));

        JsonNode body = server.requests().get(0);
        assertThat(body.path("prompt").asText()).isEqualTo("a tall   lighthouse ### text, watermark");
        assertThat(body.path("models").toString()).isEqualTo("[\"AlbedoBase XL (SDXL)\"]");
        assertThat(body.path("params").path("seed").asText()).isEqualTo("7");
        assertThat(body.path("params").path("width").asInt()).isEqualTo(1024);
        assertThat(body.path("params").path("height").asInt()).isEqualTo(1024);
        assertThat(body.path("nsfw").asBoolean()).isFalse();
        assertThat(body.path("censor_nsfw").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void pictures_for_adults_are_asked_for_only_where_not_everybody_sees_them(boolean openToAll, boolean forAdults)
            throws Exception {
        GenerationRequest plain = request("a lighthouse", 1024, 1024);
        HordeSettings settings =
                new HordeSettings(server.start().address(), null, null, null, true, PATIENT, Duration.ofMillis(5));
        try (HordeBackend backend = Fixtures.backend(settings)) {
            backend.generate(
                    new GenerationRequest(
                            plain.id(), plain.composition(), plain.references(), plain.networks(), openToAll, false),
                    fraction -> {});
        }

        JsonNode body = server.requests().get(0);
        assertThat(body.path("nsfw").asBoolean()).isEqualTo(forAdults);
        assertThat(body.path("censor_nsfw").asBoolean()).isEqualTo(!forAdults);
    }

    @ParameterizedTest
    @CsvSource({
        "1024, 1024, 1024, 1024",
        "832, 1216, 832, 1216",
        "1216, 832, 1216, 832",
        "1328, 1328, 1024, 1024",
        "4000, 100, 3072, 128",
        "10, 10, 64, 64",
        "500, 700, 512, 704",
    })
    void sizes_are_in_steps_of_64_and_no_larger_than_is_drawn_for_nothing(int width, int height, int w, int h) {
        assertThat(HordeSize.of(width, height)).isEqualTo(new HordeSize(w, h));
        assertThat((long) w * h).isLessThanOrEqualTo(1024 * 1024);
    }

    @Test
    void the_picture_is_fetched_from_where_the_answer_points_to() throws Exception {
        Generated generated = (Generated) draw(Requests.of("r1"));

        assertThat(generated.picture().mediaType()).isEqualTo("image/webp");
        assertThat(server.calls())
                .containsSubsequence(
                        "GET /api/v2/status/models",
                        "POST /api/v2/generate/async",
                        "GET /api/v2/generate/check/job-1",
                        "GET /api/v2/generate/status/job-1",
                        "GET /made.webp");
        assertThat(server.calls().stream().filter(call -> call.contains("/status/job")))
                .hasSize(1);
    }

    @Test
    void a_model_of_the_configured_family_is_looked_for_among_those_that_are_run_now() throws Exception {
        try (HordeBackend backend = Fixtures.backend(
                Fixtures.settings(server.start().address(), null, null, ModelFamily.FLUX1_SCHNELL, PATIENT))) {
            assertThat(backend.profile().model()).isEqualTo("Flux.1-Schnell fp8 (Compact)");
            backend.generate(Requests.of("r1"), fraction -> {});

            JsonNode params = server.requests().get(0).path("params");
            assertThat(params.path("steps").asInt()).isEqualTo(4);
            assertThat(params.path("cfg_scale").asDouble()).isEqualTo(1);
            assertThat(server.requests().get(0).path("prompt").asText()).doesNotContain("###");
        }
    }

    @Test
    void a_model_that_nobody_runs_is_named() {
        try (HordeBackend backend =
                Fixtures.backend(Fixtures.settings(server.start().address(), null, "Idle XL", null, PATIENT))) {
            BackendException failure = failure(backend);

            assertThat(failure).hasMessage(Fault.NOBODY.forRequester());
            assertThat(failure.detail()).contains("Idle XL");
            assertThat(backend.diagnose().works()).isFalse();
        }
    }

    @Test
    void what_nobody_can_draw_is_taken_back() {
        server.impossible();
        try (HordeBackend backend = Fixtures.backend(server.start())) {
            assertThat(failure(backend)).hasMessage(Fault.NOBODY.forRequester());
            assertThat(server.calls()).contains("DELETE /api/v2/generate/status/job-1");
        }
    }

    @ParameterizedTest
    @CsvSource({"censored", "csam"})
    void a_censored_picture_is_not_shown(String state) throws Exception {
        server.state(state);

        GenerationOutcome outcome = draw(Requests.of("r1"));

        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(server.calls()).doesNotContain("GET /made.webp");
    }

    @Test
    void a_prompt_that_the_horde_does_not_want_is_refused_once() throws Exception {
        server.override(request -> request.getUrl().encodedPath().endsWith("/async")
                ? FakeHorde.error(400, "CorruptPrompt", "This prompt appears to violate our terms")
                : null);

        assertThat(draw(Requests.of("r1"))).isInstanceOf(Refused.class);
    }

    @Test
    void a_horde_that_is_away_for_a_moment_is_asked_on_and_nothing_is_submitted_twice() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        server.looksNeeded(3);
        server.override(request -> request.getUrl().encodedPath().contains("/check/") && looks.incrementAndGet() <= 3
                ? List.of(FakeService.brokenOff(), FakeService.status(502, "x"), FakeHorde.error(429, "", "slow"))
                        .get(looks.get() - 1)
                : null);

        assertThat(draw(Requests.of("r1"))).isInstanceOf(Generated.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_request_that_is_tried_again_finds_its_job_again() throws Exception {
        server.override(
                request -> request.getUrl().encodedPath().contains("/check/") ? FakeService.status(502, "away") : null);
        try (HordeBackend backend = Fixtures.backend(
                Fixtures.settings(server.start().address(), null, null, null, Duration.ofMillis(200)))) {
            BackendException failure = failure(backend);
            assertThat(failure.next()).isEqualTo(Next.RESUME);
            server.override(request -> null);

            assertThat(backend.generate(Requests.of("r1"), fraction -> {})).isInstanceOf(Generated.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void another_prompt_under_the_same_id_is_another_job() throws Exception {
        try (HordeBackend backend = Fixtures.backend(server.start())) {
            backend.generate(Requests.of("r1"), fraction -> {});
            backend.generate(Requests.of("r1", "something else"), fraction -> {});
        }
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void a_job_that_makes_no_progress_is_given_up_and_taken_back() {
        server.override(request -> request.getUrl().encodedPath().contains("/check/")
                ? FakeService.status(200, "{\"done\":false,\"waiting\":1,\"wait_time\":9,\"is_possible\":true}")
                : null);
        try (HordeBackend backend = Fixtures.backend(
                Fixtures.settings(server.start().address(), null, null, null, Duration.ofMillis(200)))) {
            assertThat(failure(backend)).hasMessage(Fault.STALLED.forRequester());
            assertThat(server.calls()).contains("DELETE /api/v2/generate/status/job-1");
        }
    }

    @Test
    void an_expired_job_may_be_drawn_again() {
        server.override(request -> request.getUrl().encodedPath().contains("/check/")
                ? FakeHorde.error(410, "RequestExpired", "gone")
                : null);
        try (HordeBackend backend = Fixtures.backend(server.start())) {
            BackendException failure = failure(backend);
            assertThat(failure).hasMessageStartingWith(Fault.EXPIRED.forRequester());
            assertThat(failure.next()).isEqualTo(Next.AGAIN);
        }
    }

    @Test
    void a_key_is_sent_and_its_absence_is_told_by_the_doctor() throws Exception {
        server.key(SECRET);
        try (HordeBackend backend =
                Fixtures.backend(Fixtures.settings(server.start().address(), SECRET, null, null, PATIENT))) {
            assertThat(backend.generate(Requests.of("r1"), fraction -> {})).isInstanceOf(Generated.class);
            assertThat(backend.diagnose().findings()).contains("key: set");
        }
        try (HordeBackend backend = Fixtures.backend(server)) {
            assertThat(backend.diagnose().findings().toString()).contains("free at aihorde.net");
        }
    }

    private GenerationOutcome draw(GenerationRequest request) throws Exception {
        try (HordeBackend backend = Fixtures.backend(server.start())) {
            return backend.generate(request, fraction -> {});
        }
    }

    private static GenerationRequest request(String prompt, int width, int height) {
        Composition composition =
                Requests.composition(prompt, "text, watermark").withSize(width, height);
        return new GenerationRequest("r1", composition, List.of());
    }

    private static BackendException failure(HordeBackend backend) {
        return catchThrowableOfType(BackendException.class, () -> backend.generate(Requests.of("r1"), fraction -> {}));
    }

    @AfterEach
    void closeServer() {
        server.close();
    }
}
