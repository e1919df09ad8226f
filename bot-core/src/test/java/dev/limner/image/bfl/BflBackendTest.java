package dev.limner.image.bfl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.avatar.AvatarKind;
import dev.limner.image.BackendException;
import dev.limner.image.BackendException.Next;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationOutcome.Refused;
import dev.limner.image.GenerationRequest;
import dev.limner.image.JobBook;
import dev.limner.image.ReferenceImage;
import dev.limner.image.Requests;
import dev.limner.image.wire.FakeService;
import dev.limner.image.wire.Fault;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BflBackendTest {
    static final Duration PATIENT = Duration.ofMinutes(5);
    private static final String SECRET = "bfl-hunter2";

    private final FakeBfl server = new FakeBfl().key(SECRET);

    static Stream<Arguments> answers() {
        return Stream.of(
                arguments("401", FakeService.status(401, SECRET), Fault.UNAUTHORISED, Next.ELSEWHERE),
                arguments("402", FakeService.status(402, "{}"), Fault.NO_CREDIT, Next.ELSEWHERE),
                arguments("403", FakeService.status(403, "{}"), Fault.UNAUTHORISED, Next.ELSEWHERE),
                arguments("404", FakeService.status(404, "{}"), Fault.UNKNOWN_MODEL, Next.ELSEWHERE),
                arguments("422", FakeService.status(422, "{}"), Fault.REJECTED, Next.UNFIT),
                arguments("429", FakeService.status(429, "{}"), Fault.BUSY, Next.AGAIN),
                arguments("500", FakeService.status(500, "x"), Fault.SERVER_ERROR, Next.AGAIN),
                arguments("garbage", FakeService.status(200, "{\"id\":"), Fault.UNTRACED, Next.NOWHERE),
                arguments("no id", FakeService.status(200, "{}"), Fault.UNTRACED, Next.NOWHERE),
                arguments("cut off midway", FakeService.brokenMidway(), Fault.UNTRACED, Next.NOWHERE),
                arguments("cut off before", FakeService.brokenOff(), Fault.BROKEN_OFF, Next.NOWHERE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void every_failure_to_submit_is_explained(String what, MockResponse answer, Fault fault, Next next) {
        server.override(request -> request.getMethod().equals("POST") ? answer : null);
        try (BflBackend backend = backend()) {
            BackendException failure = failure(backend);

            assertThat(failure).hasMessage(fault.forRequester());
            assertThat(failure.next()).isEqualTo(next);
            assertThat(failure.detail()).doesNotContain(SECRET);
        }
    }

    @Test
    void references_are_numbered_as_the_prompt_speaks_of_them() throws Exception {
        ReferenceImage style = Requests.image(AvatarKind.STYLE, "inkwash", 0.4, "");
        ReferenceImage face = Requests.image(AvatarKind.FACE, "mira", 0.7, "");

        draw("flux-2-pro", request(1000, 1400, style, face));

        JsonNode body = server.taken().get(0);
        assertThat(body.path("prompt").asText()).contains("of the person in image 1.", "Use the art style of image 2.");
        assertThat(body.path("input_image").asText())
                .isEqualTo(Base64.getEncoder().encodeToString(face.bytes()));
        assertThat(body.path("input_image_2").asText())
                .isEqualTo(Base64.getEncoder().encodeToString(style.bytes()));
        assertThat(body.path("width").asInt()).isEqualTo(992);
        assertThat(body.path("height").asInt()).isEqualTo(1392);
        assertThat(body.path("seed").asLong()).isEqualTo(7);
        assertThat(body.path("output_format").asText()).isEqualTo("png");
        assertThat(server.calls())
                .containsExactly("POST /v1/flux-2-pro", "GET /poll/task-1", "GET /poll/task-1", "GET /delivery/task-1");
    }

    @Test
    void kontext_is_told_a_shape_and_takes_four_images() throws Exception {
        ReferenceImage[] faces = Stream.of("a", "b", "c", "d", "e")
                .map(name -> Requests.image(AvatarKind.FACE, name, 0.4, ""))
                .toArray(ReferenceImage[]::new);

        Generated generated = (Generated) draw("flux-kontext-max", request(832, 1216, faces));

        assertThat(server.taken().get(0).path("aspect_ratio").asText()).isEqualTo("2:3");
        assertThat(server.taken().get(0).has("input_image_4")).isTrue();
        assertThat(generated.notes()).contains("Not used: face e: the model takes 4 images.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Request Moderated", "Content Moderated"})
    void what_is_moderated_is_refused_and_not_asked_for_again(String status) throws Exception {
        server.endingAs(status);

        GenerationOutcome outcome = draw("flux-2-pro", Requests.of("r1"));

        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(((Refused) outcome).reason()).contains("content filter", status);
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void an_error_at_the_end_may_be_tried_again() {
        server.endingAs("Error");
        try (BflBackend backend = backend()) {
            assertThat(failure(backend).next()).isEqualTo(Next.AGAIN);
        }
    }

    @Test
    void the_key_is_not_shown_to_an_address_of_somebody_else() throws Exception {
        try (FakeBfl other = new FakeBfl().start()) {
            String foreign =
                    other.url("/poll/task-1").replace("localhost", "127.0.0.1").replace("http:", "https:");
            server.pollingAt(foreign);

            assertThat(draw("flux-2-pro", Requests.of("r1"))).isInstanceOf(Generated.class);

            assertThat(other.calls()).isEmpty();
            assertThat(server.calls()).contains("GET /v1/get_result");
        }
    }

    @Test
    void the_signature_of_a_result_is_not_shown_to_anybody() {
        server.override(request ->
                request.getUrl().encodedPath().startsWith("/delivery/") ? FakeService.status(403, "x") : null);
        try (BflBackend backend = backend()) {
            BackendException failure = failure(backend);

            assertThat(failure).hasMessage(Fault.NOT_RECEIVED.forRequester());
            assertThat(failure.detail()).contains("/delivery/task-1").doesNotContain("hush-signature");
        }
    }

    @Test
    void a_service_that_is_away_while_it_draws_is_not_given_the_job_twice() throws Exception {
        server.override(
                request -> request.getUrl().encodedPath().startsWith("/poll/") ? FakeService.brokenOff() : null);
        try (BflBackend backend = backend(server.start(), SECRET, "flux-2-pro", Duration.ofSeconds(3))) {
            assertThat(failure(backend).next()).isEqualTo(Next.RESUME);
            server.override(request -> null);

            assertThat(backend.generate(Requests.of("r1"), f -> {})).isInstanceOf(Generated.class);
            assertThat(server.taken()).hasSize(1);
        }
    }

    @Test
    void a_task_that_stays_as_it_is_is_given_up() {
        server.override(request -> request.getUrl().encodedPath().startsWith("/poll/")
                ? FakeService.status(200, "{\"status\":\"Pending\"}")
                : null);
        try (BflBackend backend = backend(server.start(), SECRET, "flux-2-pro", Duration.ofMillis(200))) {
            BackendException failure = failure(backend);
            assertThat(failure).hasMessage(Fault.STALLED.forRequester());
            assertThat(failure.next()).isEqualTo(Next.NOWHERE);
        }
    }

    @Test
    void the_doctor_shows_credits_and_no_key() {
        try (BflBackend backend = backend()) {
            assertThat(backend.diagnose().findings()).contains("credits: 42.5");
        }
        try (BflBackend backend = backend(server, "wrong-key", "flux-2-pro", PATIENT)) {
            assertThat(backend.diagnose().works()).isFalse();
            assertThat(backend.diagnose().toString()).contains("BFL_API_KEY").doesNotContain("wrong-key");
        }
    }

    static BflBackend backend(FakeBfl server, String key, String model, Duration timeout) {
        return BflBackend.of(
                new BflSettings(server.address(), key, model, timeout, Duration.ofMillis(5)),
                new OkHttpClient(),
                JobBook.NONE);
    }

    private BflBackend backend() {
        return backend(server.start(), SECRET, "flux-2-pro", PATIENT);
    }

    private GenerationOutcome draw(String model, GenerationRequest request) throws Exception {
        try (BflBackend backend = backend(server.start(), SECRET, model, PATIENT)) {
            return backend.generate(request, fraction -> {});
        }
    }

    private static GenerationRequest request(int width, int height, ReferenceImage... images) {
        return new GenerationRequest(
                "r1", Requests.composition("Mira lifts a lantern", "").withSize(width, height), List.of(images));
    }

    private static BackendException failure(BflBackend backend) {
        return catchThrowableOfType(BackendException.class, () -> backend.generate(Requests.of("r1"), f -> {}));
    }

    @ParameterizedTest
    @CsvSource({
        "flux-2-pro, 832, 1216, true",
        "flux-2-pro, 833, 1216, false",
        "flux-2-pro, 4096, 4096, false",
        "flux-kontext-pro, 1024, 1024, true",
        "flux-kontext-pro, 832, 1216, false",
    })
    void a_size_that_the_model_does_not_have_is_told_before_it_is_asked(
            String model, int width, int height, boolean draws) {
        BflSettings settings =
                new BflSettings(server.start().address(), null, model, Duration.ofMinutes(5), Duration.ofMillis(5));
        try (BflBackend backend = BflBackend.of(settings, new OkHttpClient(), JobBook.NONE)) {
            assertThat(backend.draws(width, height)).isEqualTo(draws);
        }
    }

    @AfterEach
    void closeServer() {
        server.close();
    }
}
