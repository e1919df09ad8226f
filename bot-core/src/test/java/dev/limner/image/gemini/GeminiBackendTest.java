package dev.limner.image.gemini;

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

class GeminiBackendTest {
    private static final String PRO = "gemini-3-pro-image-preview";
    private static final String SECRET = "AIza-hunter2";
    private static final Duration PATIENT = Duration.ofMinutes(5);

    private final FakeGemini server = new FakeGemini(PRO).key(SECRET);

    static Stream<Arguments> answers() {
        return Stream.of(
                arguments(
                        "401",
                        FakeGemini.error(401, "UNAUTHENTICATED", SECRET, ""),
                        Fault.UNAUTHORISED,
                        Next.ELSEWHERE),
                arguments(
                        "a wrong key",
                        FakeGemini.error(400, "INVALID_ARGUMENT", "API key not valid", ""),
                        Fault.UNAUTHORISED,
                        Next.ELSEWHERE),
                arguments("400", FakeGemini.error(400, "INVALID_ARGUMENT", "x", ""), Fault.REJECTED, Next.UNFIT),
                arguments("402", FakeService.status(402, "{}"), Fault.NO_CREDIT, Next.ELSEWHERE),
                arguments(
                        "403", FakeGemini.error(403, "PERMISSION_DENIED", "x", ""), Fault.UNAUTHORISED, Next.ELSEWHERE),
                arguments("404", FakeGemini.error(404, "NOT_FOUND", "x", ""), Fault.UNKNOWN_MODEL, Next.ELSEWHERE),
                arguments("429", FakeGemini.error(429, "RESOURCE_EXHAUSTED", "x", "9s"), Fault.BUSY, Next.AGAIN),
                arguments("500", FakeGemini.error(500, "INTERNAL", "x", ""), Fault.SERVER_ERROR, Next.AGAIN),
                arguments("503", FakeGemini.error(503, "UNAVAILABLE", "x", ""), Fault.BUSY, Next.AGAIN),
                arguments("cut text", candidates("MAX_TOKENS", "{\"text\":\"I d\"}"), Fault.NO_PICTURE, Next.AGAIN),
                arguments("nothing", FakeService.status(200, "{}"), Fault.NO_PICTURE, Next.AGAIN),
                arguments("a list", FakeService.status(200, "[]"), Fault.OTHER_SERVER, Next.ELSEWHERE),
                arguments("garbage", FakeService.status(200, "{\"candi"), Fault.NOT_RECEIVED, Next.NOWHERE),
                arguments(
                        "no picture",
                        candidates("STOP", "{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"QUJD\"}}"),
                        Fault.NOT_RECEIVED,
                        Next.NOWHERE),
                arguments("cut off midway", FakeService.brokenMidway(), Fault.NOT_RECEIVED, Next.NOWHERE),
                arguments("cut off before", FakeService.brokenOff(), Fault.BROKEN_OFF, Next.NOWHERE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void every_failure_is_explained(String what, MockResponse answer, Fault fault, Next next) {
        server.override(request -> request.getMethod().equals("POST") ? answer : null);
        try (GeminiBackend backend = backend(SECRET, PATIENT)) {
            BackendException failure = failure(backend);

            assertThat(failure).hasMessage(fault.forRequester());
            assertThat(failure.next()).isEqualTo(next);
            assertThat(failure.detail()).doesNotContain(SECRET);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"}}",
                "{\"promptFeedback\":{\"blockReason\":\"OTHER\"}}",
                "{\"candidates\":[{\"finishReason\":\"IMAGE_SAFETY\"}]}",
                "{\"candidates\":[{\"finishReason\":\"IMAGE_OTHER\",\"content\":{\"parts\":[{\"text\":\"No.\"}]}}]}",
                "{\"candidates\":[{\"finishReason\":\"SAFETY\",\"content\":{\"parts\":[{\"text\":\"No.\"}]}}]}"
            })
    void a_refusal_comes_with_200_and_is_told_as_one(String answer) throws Exception {
        server.override(request -> FakeService.status(200, answer));

        GenerationOutcome outcome = draw(Requests.of("r1"));

        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(((Refused) outcome).reason()).contains("content filter");
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void what_it_could_not_draw_is_told_once_and_not_as_filtered() throws Exception {
        server.override(request -> FakeService.status(200, "{\"candidates\":[{\"finishReason\":\"NO_IMAGE\"}]}"));

        GenerationOutcome outcome = draw(Requests.of("r1"));

        assertThat(((Refused) outcome).reason()).contains("drew nothing").doesNotContain("filter");
        assertThat(server.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", "OTHER", "NO_IMAGE"})
    void an_answer_in_words_only_is_a_refusal_in_those_words(String finished) throws Exception {
        server.override(request -> candidates(finished, "{\"text\":\"I cannot\\n draw that.\"}"));

        GenerationOutcome outcome = draw(Requests.of("r1"));

        assertThat(((Refused) outcome).reason()).contains("in words: \u201cI cannot draw that.\u201d");
        assertThat(server.calls()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1024, 1024, true", "2048, 2048, true", "832, 1216, false"})
    void a_size_that_the_model_does_not_have_is_told_before_it_is_asked(int width, int height, boolean draws) {
        try (GeminiBackend backend = backend(SECRET, PATIENT)) {
            assertThat(backend.draws(width, height)).isEqualTo(draws);
        }
    }

    @Test
    void images_follow_the_prompt_that_counts_them() throws Exception {
        ReferenceImage style = Requests.image(AvatarKind.STYLE, "inkwash", 0.4, "");
        ReferenceImage face = Requests.image(AvatarKind.FACE, "mira", 0.7, "");

        Generated generated = (Generated) draw(new GenerationRequest(
                "r1",
                Requests.composition("Mira (lifts:1.3) a lantern", "beard").withSize(832, 1216),
                List.of(style, face)));

        JsonNode parts = server.taken().get(0).at("/contents/0/parts");
        assertThat(parts.at("/0/text").asText())
                .startsWith("Draw this picture: Mira lifts a lantern")
                .contains("of the person in image 1.", "Use the art style of image 2.", "Avoid: beard.");
        assertThat(parts.at("/1/inline_data/data").asText())
                .isEqualTo(Base64.getEncoder().encodeToString(face.bytes()));
        assertThat(parts.at("/1/inline_data/mime_type").asText()).isEqualTo("image/png");
        assertThat(parts.at("/2/inline_data/data").asText())
                .isEqualTo(Base64.getEncoder().encodeToString(style.bytes()));
        JsonNode config = server.taken().get(0).at("/generationConfig/imageConfig");
        assertThat(config.path("aspectRatio").asText()).isEqualTo("2:3");
        assertThat(config.path("imageSize").asText()).isEqualTo("1K");
        assertThat(generated.picture().width()).as("not the draft").isEqualTo(128);
    }

    @Test
    void the_wish_to_be_left_alone_stands_among_the_details() {
        server.override(request -> FakeGemini.error(429, "RESOURCE_EXHAUSTED", "x", "9s"));
        try (GeminiBackend backend = backend(SECRET, PATIENT)) {
            assertThat(failure(backend).retryAfter()).contains(Duration.ofSeconds(9));
        }
    }

    @Test
    void a_key_that_the_service_repeats_is_made_unreadable() {
        try (GeminiBackend backend = backend("AIza-wrong", PATIENT)) {
            assertThat(failure(backend).detail()).contains("***").doesNotContain("AIza-wrong");
            assertThat(backend.diagnose().toString())
                    .doesNotContain("AIza-wrong")
                    .contains("GEMINI_API_KEY");
        }
    }

    @Test
    void a_service_that_hangs_is_given_up() {
        server.override(request -> FakeService.hanging());
        try (GeminiBackend backend = backend(SECRET, Duration.ofMillis(300))) {
            assertThat(failure(backend)).hasMessage(Fault.STALLED.forRequester());
        }
    }

    private GenerationOutcome draw(GenerationRequest request) throws Exception {
        try (GeminiBackend backend = backend(SECRET, PATIENT)) {
            return backend.generate(request, fraction -> {});
        }
    }

    private GeminiBackend backend(String key, Duration timeout) {
        return GeminiBackend.of(new GeminiSettings(server.start().address(), key, PRO, timeout), new OkHttpClient());
    }

    private static BackendException failure(GeminiBackend backend) {
        return catchThrowableOfType(BackendException.class, () -> backend.generate(Requests.of("r1"), f -> {}));
    }

    private static MockResponse candidates(String finish, String part) {
        return FakeService.status(
                200, "{\"candidates\":[{\"finishReason\":\"" + finish + "\",\"content\":{\"parts\":[" + part + "]}}]}");
    }

    @AfterEach
    void closeServer() {
        server.close();
    }
}
