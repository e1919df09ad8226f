package dev.limner.image.a1111;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.limner.image.BackendException;
import dev.limner.image.Diagnosis;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.Pictures;
import dev.limner.image.Requests;
import dev.limner.image.wire.Wire;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class A1111FailuresTest {
    private static final String SECRET = "hunter2-secret";

    static Stream<Arguments> answers() {
        byte[] png = Pictures.noise(128, 128);
        String whole = Base64.getEncoder().encodeToString(png);
        String half = Base64.getEncoder().encodeToString(Arrays.copyOf(png, png.length / 2));
        byte[] damaged = png.clone();
        Arrays.fill(damaged, png.length / 3, png.length / 2, (byte) 0x55);
        return Stream.of(
                arguments("401", FakeErrors.of(FakeKind.A1111, 401, "x", "Unauthorized"), Fault.UNAUTHORISED),
                arguments("403", status(403, "forbidden"), Fault.UNAUTHORISED),
                arguments("404 of the route", status(404, "{\"detail\":\"Not Found\"}"), Fault.API_OFF),
                arguments("404 of a sampler", status(404, "{\"detail\":\"Sampler not found\"}"), Fault.REJECTED),
                arguments("422", FakeA1111.json(422, FakeErrors.field("steps", "too many")), Fault.REJECTED),
                arguments(
                        "out of memory",
                        FakeErrors.of(FakeKind.A1111, 500, "OutOfMemoryError", "CUDA out of memory"),
                        Fault.OUT_OF_MEMORY),
                arguments(
                        "500 in four keys",
                        FakeErrors.of(FakeKind.A1111, 500, "RuntimeError", "mat1 and mat2"),
                        Fault.SERVER_ERROR),
                arguments("500 in plain text", FakeErrors.of(FakeKind.FORGE, 500, "x", "y"), Fault.SERVER_ERROR),
                arguments("502 of its own", status(502, "{\"detail\":\"x\"}"), Fault.SERVER_ERROR),
                arguments("502 of a proxy", status(502, "<html>Bad Gateway</html>"), Fault.BROKEN_OFF),
                arguments("504 of a proxy", status(504, "<html>Gateway Timeout</html>"), Fault.BROKEN_OFF),
                arguments("408 of a proxy", status(408, ""), Fault.BROKEN_OFF),
                arguments(
                        "503 of KoboldCpp",
                        status(503, "{\"detail\":{\"msg\":\"Server is busy\",\"type\":\"service_unavailable\"}}"),
                        Fault.BUSY),
                arguments("no images", FakeA1111.json(200, FakeAnswers.images()), Fault.NO_PICTURE),
                arguments("an empty image", FakeA1111.json(200, FakeAnswers.images("")), Fault.NO_PICTURE),
                arguments("images that is null", status(200, "{\"images\":null}"), Fault.OTHER_SERVER),
                arguments("JSON of another kind", status(200, "[1,2,3]"), Fault.OTHER_SERVER),
                arguments("nothing", status(200, ""), Fault.GARBLED),
                arguments("garbage", status(200, "{\"images\": [\"iVBOR"), Fault.GARBLED),
                arguments("deep nesting", status(200, "[".repeat(100_000)), Fault.GARBLED),
                arguments("a web page", status(200, "<!doctype html><title>Log in</title>"), Fault.OTHER_SERVER),
                arguments("a text", FakeA1111.json(200, FakeAnswers.images("no base64!")), Fault.GARBLED),
                arguments(
                        "cut base64",
                        FakeA1111.json(200, FakeAnswers.images(whole.substring(0, whole.length() - 3))),
                        Fault.GARBLED),
                arguments("half a picture", FakeA1111.json(200, FakeAnswers.images(half)), Fault.GARBLED),
                arguments(
                        "a damaged picture",
                        FakeA1111.json(
                                200, FakeAnswers.images(Base64.getEncoder().encodeToString(damaged))),
                        Fault.GARBLED),
                arguments(
                        "a redirect",
                        new MockResponse.Builder()
                                .code(302)
                                .setHeader("Location", "http://192.0.2.1/")
                                .build(),
                        Fault.REDIRECTED),
                arguments(
                        "a connection closed before the answer",
                        new MockResponse.Builder()
                                .onResponseStart(new SocketEffect.CloseSocket())
                                .build(),
                        Fault.BROKEN_OFF),
                arguments(
                        "a connection closed midway",
                        new MockResponse.Builder()
                                .body("x".repeat(200_000))
                                .onResponseBody(new SocketEffect.CloseSocket())
                                .build(),
                        Fault.GARBLED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void every_failure_is_explained(String what, MockResponse answer, Fault fault) throws Exception {
        try (FakeA1111 server = answering(answer);
                A1111Backend backend = Backends.of(server)) {
            BackendException failure = failure(backend);

            assertThat(failure).hasMessage(fault.forRequester());
            assertThat(failure.mayRetry()).isEqualTo(fault.mayRetry());
            assertThat(failure.detail())
                    .contains("/sdapi/v1/txt2img")
                    .contains(fault.fix())
                    .hasSizeLessThan(1500);
        }
    }

    @Test
    void the_next_picture_is_drawn_as_if_nothing_had_happened() throws Exception {
        try (FakeA1111 server = answering(status(500, "oops"));
                A1111Backend backend = Backends.of(server)) {
            failure(backend);
            server.answering(request -> null);

            assertThat(backend.generate(Requests.of("r2"), fraction -> {})).isInstanceOf(Generated.class);
        }
    }

    @Test
    void a_server_that_is_down_may_be_tried_again() throws Exception {
        URI gone;
        try (FakeA1111 server = new FakeA1111(FakeKind.A1111).start()) {
            gone = server.address();
        }
        try (A1111Backend backend = Backends.of(A1111Settings.of(gone))) {
            BackendException failure = failure(backend);

            assertThat(failure).hasMessage(Fault.UNREACHABLE.forRequester());
            assertThat(failure.mayRetry()).isTrue();
            assertThatThrownBy(backend::profile).hasMessage(Fault.UNREACHABLE.forRequester());
            assertThat(backend.diagnose().fixes()).containsExactly(Fault.UNREACHABLE.fix());
        }
    }

    @Test
    void the_profile_is_remembered_while_the_server_is_down() throws Exception {
        try (FakeA1111 server =
                        new FakeA1111(FakeKind.A1111).models("flux1-schnell").start();
                A1111Backend backend = Backends.of(server)) {
            String model = backend.profile().model();
            server.answering(request -> status(500, "oops"));
            failure(backend);

            assertThat(backend.profile().model()).isEqualTo(model);
        }
    }

    @Test
    void an_answer_that_drips_without_end_is_given_up() throws Exception {
        MockResponse drip = new MockResponse.Builder()
                .chunkedBody("x".repeat(10_000), 1)
                .throttleBody(1, 50, TimeUnit.MILLISECONDS)
                .build();
        try (FakeA1111 server = answering(drip);
                A1111Backend backend = Backends.impatient(server)) {
            assertThat(failure(backend)).hasMessage(Fault.STALLED.forRequester());
        }
    }

    @Test
    void an_answer_larger_than_any_picture_is_not_read_to_its_end() throws Exception {
        Buffer body = new Buffer();
        byte[] megabyte = new byte[1 << 20];
        for (int written = 0; written <= Wire.LARGEST_ANSWER; written += megabyte.length) {
            body.write(megabyte);
        }
        try (FakeA1111 server = answering(new MockResponse.Builder().body(body).build());
                A1111Backend backend = Backends.of(server)) {
            assertThat(failure(backend)).hasMessage(Fault.TOO_LARGE.forRequester());
        }
    }

    @Test
    void a_password_is_sent_and_never_shown() throws Exception {
        String key = "mira:" + SECRET;
        try (FakeA1111 server = new FakeA1111(FakeKind.A1111).password(key).start()) {
            A1111Settings right = Backends.settings(server.address(), key, null, null);
            try (A1111Backend backend = Backends.of(right)) {
                assertThat(backend.generate(Requests.of("r1"), fraction -> {})).isInstanceOf(Generated.class);
                assertThat(backend.toString() + right).doesNotContain(SECRET);
            }
            URI withPassword = URI.create(server.address().toString().replace("://", "://mira:" + SECRET + "@"));
            try (A1111Backend backend = Backends.of(A1111Settings.of(withPassword))) {
                assertThat(backend.generate(Requests.of("r1"), fraction -> {})).isInstanceOf(Generated.class);
                assertThat(backend.toString() + backend.diagnose()).doesNotContain(SECRET);
            }
            URI wrong = URI.create(server.address().toString().replace("://", "://jo:" + SECRET + "@"));
            try (A1111Backend backend = Backends.of(A1111Settings.of(wrong))) {
                BackendException failure = failure(backend);
                assertThat(failure).hasMessage(Fault.UNAUTHORISED.forRequester());
                assertThat(failure.detail()).doesNotContain(SECRET);
            }
        }
    }

    @Test
    void a_key_that_the_server_repeats_is_made_unreadable() throws Exception {
        try (FakeA1111 server = new FakeA1111(FakeKind.A1111)
                        .answering(request -> status(401, "no user has the token " + SECRET))
                        .start();
                A1111Backend backend = Backends.of(Backends.settings(server.address(), SECRET, null, null))) {
            assertThat(failure(backend).detail()).contains("no user has the token ***");
            assertThat(backend.diagnose().toString()).doesNotContain(SECRET);
        }
    }

    @Test
    void a_token_is_sent_as_bearer() throws Exception {
        try (FakeA1111 server =
                        new FakeA1111(FakeKind.KOBOLD_CPP).password(SECRET).start();
                A1111Backend backend = Backends.of(Backends.settings(server.address(), SECRET, null, null))) {
            assertThat(backend.diagnose().works()).isTrue();
        }
    }

    @Test
    void the_doctor_says_what_to_do() throws Exception {
        assertThat(diagnosis(new FakeA1111(FakeKind.KOBOLD_CPP).models()).fixes())
                .containsExactly(Fault.NO_MODEL.fix());
        assertThat(diagnosis(new FakeA1111(FakeKind.A1111)
                                .answering(request -> status(404, "{\"detail\":\"Not Found\"}")))
                        .fixes())
                .containsExactly(Fault.API_OFF.fix());
        assertThat(diagnosis(new FakeA1111(FakeKind.A1111).answering(request -> status(200, "<html></html>")))
                        .fixes())
                .containsExactly(Fault.OTHER_SERVER.fix());
        assertThat(diagnosis(new FakeA1111(FakeKind.A1111)
                                .answering(request ->
                                        request.getUrl().encodedPath().equals("/system_stats")
                                                ? status(200, "{\"system\":{\"comfyui_version\":\"0.9\"}}")
                                                : status(404, "404: Not Found")))
                        .fixes())
                .containsExactly(Fault.COMFYUI.fix());
    }

    @Test
    void a_checkpoint_that_the_server_does_not_have_is_named() throws Exception {
        try (FakeA1111 server = new FakeA1111(FakeKind.A1111).start();
                A1111Backend backend = Backends.of(Backends.settings(server.address(), null, null, "dreamshaper"))) {
            BackendException failure = failure(backend);

            assertThat(failure).hasMessage(Fault.UNKNOWN_MODEL.forRequester());
            assertThat(failure.detail()).contains("dreamshaper");
            assertThat(server.requests()).isEmpty();
        }
    }

    private static FakeA1111 answering(MockResponse answer) throws Exception {
        return new FakeA1111(FakeKind.A1111)
                .answering(request -> request.getUrl().encodedPath().endsWith("/txt2img") ? answer : null)
                .start();
    }

    private static BackendException failure(A1111Backend backend) {
        return catchThrowableOfType(BackendException.class, () -> backend.generate(Requests.of("r1"), fraction -> {}));
    }

    private static Diagnosis diagnosis(FakeA1111 fake) throws Exception {
        try (FakeA1111 server = fake.start();
                A1111Backend backend = Backends.of(server)) {
            return backend.diagnose();
        }
    }

    private static MockResponse status(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }
}
