package dev.limner.image.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.limner.image.BackendException;
import dev.limner.image.BackendException.Next;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationOutcome.Refused;
import dev.limner.image.Pictures;
import dev.limner.image.Requests;
import dev.limner.image.wire.FakeService;
import dev.limner.image.wire.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OpenAiFailuresTest {
    private static final String SECRET = "sk-hunter2-secret";
    private static final String GENERATIONS = "/v1/images/generations";

    private final FakeOpenAi server = new FakeOpenAi(FakeOpenAi.Kind.OPENAI, "gpt-image-1").key(SECRET);

    static Stream<Arguments> answers() {
        String whole = Base64.getEncoder().encodeToString(Pictures.noise(128, 128));
        return Stream.of(
                arguments("401", error(401, "invalid_api_key"), Fault.UNAUTHORISED, Next.ELSEWHERE),
                arguments("402", error(402, "payment_required"), Fault.NO_CREDIT, Next.ELSEWHERE),
                arguments("403", error(403, "unverified"), Fault.UNAUTHORISED, Next.ELSEWHERE),
                arguments("no such model", error(404, "model_not_found"), Fault.UNKNOWN_MODEL, Next.ELSEWHERE),
                arguments("no such route", FakeService.status(404, "{}"), Fault.OTHER_SERVER, Next.ELSEWHERE),
                arguments("429 for the rate", error(429, "rate_limit_exceeded"), Fault.BUSY, Next.AGAIN),
                arguments("429 for the quota", error(429, "insufficient_quota"), Fault.NO_CREDIT, Next.ELSEWHERE),
                arguments("400", error(400, "invalid_value"), Fault.REJECTED, Next.UNFIT),
                arguments("500", error(500, "server_error"), Fault.SERVER_ERROR, Next.AGAIN),
                arguments("502 of its own", error(502, "bad_gateway"), Fault.SERVER_ERROR, Next.AGAIN),
                arguments(
                        "502 of a proxy", FakeService.text(502, "text/html", "<html>"), Fault.BROKEN_OFF, Next.NOWHERE),
                arguments(
                        "504 of a proxy", FakeService.text(504, "text/html", "<html>"), Fault.BROKEN_OFF, Next.NOWHERE),
                arguments("524 of a proxy", FakeService.status(524, "{}"), Fault.BROKEN_OFF, Next.NOWHERE),
                arguments("520 of a proxy", FakeService.status(520, ""), Fault.BROKEN_OFF, Next.NOWHERE),
                arguments("408", FakeService.status(408, "{}"), Fault.BROKEN_OFF, Next.NOWHERE),
                arguments("no data", FakeService.status(200, "{\"data\":[]}"), Fault.NO_PICTURE, Next.AGAIN),
                arguments("empty base64", data("\"b64_json\":\"\""), Fault.NO_PICTURE, Next.AGAIN),
                arguments("no base64", data("\"b64_json\":\"####\""), Fault.GARBLED, Next.AGAIN),
                arguments(
                        "half a picture",
                        data("\"b64_json\":\"" + whole.substring(0, whole.length() / 8 * 4) + "\""),
                        Fault.GARBLED,
                        Next.AGAIN),
                arguments("garbage", FakeService.status(200, "{\"data\":[{\"b64"), Fault.GARBLED, Next.AGAIN),
                arguments("a web page", FakeService.text(200, "text/html", "<html>Log in"), Fault.GARBLED, Next.AGAIN),
                arguments("nothing", FakeService.status(200, ""), Fault.GARBLED, Next.AGAIN),
                arguments("deep nesting", FakeService.status(200, "[".repeat(100_000)), Fault.GARBLED, Next.AGAIN),
                arguments("cut off midway", FakeService.brokenMidway(), Fault.GARBLED, Next.AGAIN),
                arguments("cut off before", FakeService.brokenOff(), Fault.BROKEN_OFF, Next.NOWHERE),
                arguments(
                        "a picture by http from elsewhere",
                        data("\"url\":\"http://192.0.2.1/x.png\""),
                        Fault.UNDELIVERED,
                        Next.NOWHERE),
                arguments(
                        "a picture in a file", data("\"url\":\"file:///etc/passwd\""), Fault.UNDELIVERED, Next.NOWHERE),
                arguments(
                        "a redirect",
                        new MockResponse.Builder()
                                .code(302)
                                .setHeader("Location", "http://192.0.2.1/")
                                .build(),
                        Fault.REDIRECTED,
                        Next.ELSEWHERE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void every_failure_is_explained_and_says_what_may_be_tried(
            String what, MockResponse answer, Fault fault, Next next) {
        answering(answer);
        try (OpenAiBackend backend = Fixtures.backend(server.start(), SECRET, "gpt-image-1")) {
            BackendException failure = failure(backend);

            assertThat(failure.detail())
                    .contains(fault.fix("OPENAI_API_KEY"))
                    .doesNotContain(SECRET)
                    .hasSizeLessThan(1500);
            assertThat(failure).hasMessage(fault.forRequester()).hasNoCause();
            assertThat(failure.next()).isEqualTo(next);
        }
    }

    @Test
    void what_the_content_filter_refuses_is_told_with_its_reason_and_asked_for_once() throws Exception {
        try (OpenAiBackend backend = Fixtures.backend(server.start(), SECRET, "gpt-image-1")) {
            GenerationOutcome outcome = backend.generate(Requests.of("r1", "a forbidden thing"), fraction -> {});

            assertThat(outcome).isInstanceOf(Refused.class);
            assertThat(((Refused) outcome).reason()).contains("content filter", "violence");
            assertThat(server.calls()).containsExactly("POST " + GENERATIONS);
        }
    }

    @Test
    void a_server_that_asks_for_patience_is_given_it() {
        answering(new MockResponse.Builder()
                .code(429)
                .setHeader("retry-after", "17")
                .body("{}")
                .build());
        try (OpenAiBackend backend = Fixtures.backend(server.start(), SECRET, "gpt-image-1")) {
            assertThat(failure(backend).retryAfter()).contains(Duration.ofSeconds(17));
        }
        answering(new MockResponse.Builder()
                .code(429)
                .setHeader("retry-after", "17")
                .setHeader("retry-after-ms", "1500")
                .build());
        try (OpenAiBackend backend = Fixtures.backend(server, SECRET, "gpt-image-1")) {
            assertThat(failure(backend).retryAfter()).contains(Duration.ofMillis(1500));
        }
    }

    @Test
    void an_error_that_says_not_to_retry_is_not_retried() {
        answering(new MockResponse.Builder()
                .code(500)
                .setHeader("x-should-retry", "false")
                .body("{}")
                .build());
        try (OpenAiBackend backend = Fixtures.backend(server.start(), SECRET, "gpt-image-1")) {
            assertThat(failure(backend).next()).isEqualTo(Next.UNFIT);
        }
    }

    @Test
    void a_key_that_the_server_repeats_is_made_unreadable() {
        try (OpenAiBackend backend = Fixtures.backend(server.start(), "sk-wrong-key", "gpt-image-1")) {
            assertThat(failure(backend).detail()).contains("Bearer ***").doesNotContain("sk-wrong-key");
            assertThat(backend.diagnose().toString())
                    .doesNotContain("sk-wrong-key")
                    .contains("OPENAI_API_KEY");
            assertThat(backend.toString()).doesNotContain("sk-wrong-key");
        }
    }

    @Test
    void a_server_that_hangs_is_given_up_and_nobody_draws_it_once_more() {
        answering(FakeService.hanging());
        try (OpenAiBackend backend = Fixtures.backend(server.start(), SECRET, "gpt-image-1", Duration.ofMillis(300))) {
            BackendException failure = failure(backend);

            assertThat(failure).hasMessage(Fault.STALLED.forRequester());
            assertThat(failure.next()).isEqualTo(Next.NOWHERE);
        }
    }

    @Test
    void a_server_that_is_down_may_be_tried_again() {
        URI gone = server.start().address();
        server.close();
        try (OpenAiBackend backend = OpenAiBackend.of(
                new OpenAiSettings(gone, SECRET, "gpt-image-1", "auto", null, Duration.ofSeconds(60)),
                new okhttp3.OkHttpClient())) {
            BackendException failure = failure(backend);

            assertThat(failure).hasMessage(Fault.UNREACHABLE.forRequester());
            assertThat(failure.next()).isEqualTo(Next.AGAIN);
        }
    }

    @Test
    void a_server_that_dies_while_it_draws_may_be_tried_again() throws Exception {
        answering(FakeService.hanging());
        try (OpenAiBackend backend = Fixtures.backend(server.start(), SECRET, "gpt-image-1")) {
            FutureTask<BackendException> drawing = new FutureTask<>(() -> failure(backend));
            new Thread(drawing, "drawing").start();
            await().until(() -> server.calls().contains("POST " + GENERATIONS));

            server.close();

            assertThat(drawing.get()).hasMessage(Fault.GONE.forRequester());
            assertThat(drawing.get().next()).isEqualTo(Next.AGAIN);
        }
    }

    @Test
    void an_interruption_ends_the_waiting() throws Exception {
        answering(FakeService.hanging());
        try (OpenAiBackend backend = Fixtures.backend(server.start(), SECRET, "gpt-image-1")) {
            FutureTask<GenerationOutcome> drawing =
                    new FutureTask<>(() -> backend.generate(Requests.of("r1"), fraction -> {}));
            Thread thread = new Thread(drawing, "drawing");
            thread.start();
            await().until(() -> server.calls().contains("POST " + GENERATIONS));

            thread.interrupt();

            assertThatThrownBy(drawing::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void closing_ends_what_is_under_way() throws Exception {
        answering(FakeService.hanging());
        FutureTask<BackendException> drawing;
        try (OpenAiBackend backend = Fixtures.backend(server.start(), SECRET, "gpt-image-1")) {
            drawing = new FutureTask<>(() -> failure(backend));
            new Thread(drawing, "drawing").start();
            await().until(() -> server.calls().contains("POST " + GENERATIONS));
        }
        assertThat(drawing.get()).hasMessage(Fault.CLOSED.forRequester());
    }

    @Test
    void an_answer_larger_than_any_picture_is_not_read_to_its_end() {
        byte[] large = new byte[dev.limner.image.wire.Wire.LARGEST_ANSWER + (1 << 20)];
        Arrays.fill(large, (byte) ' ');
        answering(FakeService.bytes("application/json", large));
        try (OpenAiBackend backend = Fixtures.backend(server.start(), SECRET, "gpt-image-1")) {
            assertThat(failure(backend)).hasMessage(Fault.TOO_LARGE.forRequester());
        }
    }

    @Test
    void the_next_picture_is_drawn_as_if_nothing_had_happened() throws Exception {
        answering(error(500, "server_error"));
        try (OpenAiBackend backend = Fixtures.backend(server.start(), SECRET, "gpt-image-1")) {
            failure(backend);
            server.override(request -> null);

            assertThat(backend.generate(Requests.of("r2"), fraction -> {})).isInstanceOf(Generated.class);
        }
    }

    private void answering(MockResponse answer) {
        server.override(request -> request.getUrl().encodedPath().equals(GENERATIONS) ? answer : null);
    }

    private static BackendException failure(OpenAiBackend backend) {
        return catchThrowableOfType(BackendException.class, () -> backend.generate(Requests.of("r1"), fraction -> {}));
    }

    private static MockResponse error(int status, String code) {
        return FakeOpenAi.error(status, "no, says " + SECRET, "some_error", code);
    }

    private static MockResponse data(String field) {
        return FakeService.status(200, "{\"created\":1,\"data\":[{" + field + "}]}");
    }

    @AfterEach
    void closeServer() {
        server.close();
    }
}
