package dev.limner.image.blockentropy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.limner.avatar.AvatarKind;
import dev.limner.image.BackendException;
import dev.limner.image.BackendException.Next;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationRequest;
import dev.limner.image.ReferenceImage;
import dev.limner.image.Requests;
import dev.limner.image.wire.FakeService;
import dev.limner.image.wire.Fault;
import dev.limner.image.wire.Form;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NodeBackendTest {
    private static final String SECRET = "hunter2-node";
    private static final Duration PATIENT = Duration.ofMinutes(5);

    private final FakeNode server = new FakeNode();

    static Stream<Arguments> answers() {
        return Stream.of(
                arguments(
                        "an error with 200",
                        FakeService.status(200, "{\"error\":\"x\"}"),
                        Fault.SERVER_ERROR,
                        Next.AGAIN),
                arguments("401", FakeService.status(401, SECRET), Fault.UNAUTHORISED, Next.ELSEWHERE),
                arguments("402", FakeService.status(402, "{}"), Fault.NO_CREDIT, Next.ELSEWHERE),
                arguments("404", FakeService.status(404, "{}"), Fault.OTHER_SERVER, Next.ELSEWHERE),
                arguments("422", FakeService.status(422, "{}"), Fault.REJECTED, Next.UNFIT),
                arguments("429", FakeService.status(429, "{}"), Fault.BUSY, Next.AGAIN),
                arguments("500", FakeService.status(500, "oops"), Fault.SERVER_ERROR, Next.AGAIN),
                arguments("null", FakeService.status(200, "null"), Fault.NO_PICTURE, Next.AGAIN),
                arguments("empty data", FakeService.status(200, "{\"data\":\"\"}"), Fault.NO_PICTURE, Next.AGAIN),
                arguments("garbage", FakeService.status(200, "{\"data\":\"iVB"), Fault.GARBLED, Next.AGAIN),
                arguments("no picture", FakeService.status(200, "{\"data\":\"QUJD\"}"), Fault.GARBLED, Next.AGAIN),
                arguments("cut off midway", FakeService.brokenMidway(), Fault.GARBLED, Next.AGAIN),
                arguments("cut off before", FakeService.brokenOff(), Fault.BROKEN_OFF, Next.NOWHERE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void every_failure_is_explained(String what, MockResponse answer, Fault fault, Next next) {
        server.override(request -> request.getMethod().equals("POST") ? answer : null);
        try (NodeBackend backend = backend(SECRET, null, PATIENT)) {
            BackendException failure = failure(backend);

            assertThat(failure).hasMessage(fault.forRequester());
            assertThat(failure.next()).isEqualTo(next);
            assertThat(failure.detail()).doesNotContain(SECRET);
        }
    }

    @Test
    void images_stand_faces_first_and_their_weights_in_the_field_user() throws Exception {
        ReferenceImage style = Requests.image(AvatarKind.STYLE, "inkwash", 0.5, "");
        ReferenceImage weak = Requests.image(AvatarKind.FACE, "tobin", 0.3, "");
        ReferenceImage strong = Requests.image(AvatarKind.FACE, "mira", 0.9, "");

        Generated generated = draw(null, style, weak, strong);

        Form form = server.taken().get(0);
        assertThat(form.text("user")).contains("face:0.90,face:0.30,style:0.50");
        assertThat(form.files("image").stream().map(Form.Part::bytes))
                .containsExactly(strong.bytes(), weak.bytes(), style.bytes());
        assertThat(form.text("n")).as("the seed").contains("7");
        assertThat(form.text("negprompt")).contains("beard");
        assertThat(form.text("style")).contains("0.6");
        assertThat(form.text("size")).contains("512x512");
        assertThat(form.text("prompt")).contains("Mira lifts a lantern");
        assertThat(form.text("model")).isEmpty();
        assertThat(generated.notes())
                .contains(
                        "Used: face mira, face tobin, style inkwash.",
                        "All faces count with 0.60, the mean of their weights.");
    }

    @Test
    void with_flux_the_node_ignores_images_so_they_are_not_sent() throws Exception {
        Generated generated = draw("flux-schnell", Requests.image(AvatarKind.FACE, "mira", 0.9, "an elf"));

        Form form = server.taken().get(0);
        assertThat(form.text("user")).contains("");
        assertThat(form.text("model")).contains("flux-schnell");
        assertThat(form.files("image")).isEmpty();
        assertThat(form.text("prompt").orElseThrow()).contains("an elf");
        assertThat(generated.notes().toString()).contains("Not used: face mira");
    }

    @Test
    void a_picture_behind_an_address_of_the_node_is_fetched() throws Exception {
        server.answeringByUrl();

        draw(null);

        assertThat(server.calls()).contains("GET /made.png");
    }

    @Test
    void a_key_is_sent_as_a_bearer_token() throws Exception {
        server.key(SECRET);
        try (NodeBackend backend = backend(SECRET, null, PATIENT)) {
            assertThat(backend.generate(Requests.of("r1"), f -> {})).isInstanceOf(Generated.class);
            assertThat(backend.diagnose().works()).isTrue();
        }
    }

    @Test
    void a_node_that_hangs_is_given_up() {
        server.override(request -> FakeService.hanging());
        try (NodeBackend backend = backend(null, null, Duration.ofMillis(300))) {
            assertThat(failure(backend)).hasMessage(Fault.STALLED.forRequester());
        }
    }

    private Generated draw(@Nullable String model, ReferenceImage... images) throws Exception {
        try (NodeBackend backend = backend(null, model, PATIENT)) {
            return (Generated) backend.generate(
                    new GenerationRequest("r1", Requests.composition("Mira lifts a lantern", "beard"), List.of(images)),
                    fraction -> {});
        }
    }

    private NodeBackend backend(@Nullable String key, @Nullable String model, Duration timeout) {
        return NodeBackend.of(
                new NodeSettings(server.start().address(), key, model, null, timeout), new OkHttpClient());
    }

    private static BackendException failure(NodeBackend backend) {
        return catchThrowableOfType(BackendException.class, () -> backend.generate(Requests.of("r1"), f -> {}));
    }

    @AfterEach
    void closeServer() {
        server.close();
    }
}
