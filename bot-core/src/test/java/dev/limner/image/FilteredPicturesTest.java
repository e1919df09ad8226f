package dev.limner.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationOutcome.Refused;
import dev.limner.image.a1111.FakeA1111;
import dev.limner.image.blockentropy.FakeNode;
import dev.limner.image.openai.FakeOpenAi;
import dev.limner.image.wire.FakeService;
import java.io.IOException;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server's safety checker made black, and says so, is told as filtered: it is no picture and no fault. */
class FilteredPicturesTest {
    private final AtomicInteger drawn = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(strings = {"a1111", "openai gpt-image-1", "blockentropy"})
    void a_picture_that_the_filter_made_black_is_told_as_such_and_asked_for_once(String name) throws Exception {
        GenerationOutcome outcome = outcome(name, Pictures.black(64, 64), true);

        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(((Refused) outcome).reason()).contains("content filter", "Change the prompt");
        assertThat(drawn).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1111", "openai gpt-image-1", "blockentropy"})
    void a_picture_that_was_only_suspected_is_shown(String name) throws Exception {
        assertThat(outcome(name, Pictures.png(64, 64), true)).isInstanceOf(Generated.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1111", "openai gpt-image-1", "blockentropy"})
    void a_black_picture_that_no_filter_made_is_shown(String name) throws Exception {
        assertThat(outcome(name, Pictures.black(64, 64), false)).isInstanceOf(Generated.class);
    }

    private GenerationOutcome outcome(String name, byte[] picture, boolean filtered) throws Exception {
        try (Loopback server = Loopback.start(name);
                ImageBackend backend = server.backend(new SentRequests())) {
            answer(server, request -> drawing(request, picture, filtered));
            return backend.generate(Requests.of("r1"), fraction -> {});
        }
    }

    private static void answer(Loopback server, Function<RecordedRequest, @Nullable MockResponse> answers)
            throws IOException {
        if (server.server() instanceof FakeA1111 fake) {
            fake.answering(answers);
        } else if (server.server() instanceof FakeOpenAi || server.server() instanceof FakeNode) {
            ((FakeService) server.server()).override(answers);
        } else {
            throw new IllegalArgumentException("says nothing of filters: " + server.kind());
        }
    }

    private @Nullable MockResponse drawing(RecordedRequest request, byte[] picture, boolean filtered) {
        String base64 = Base64.getEncoder().encodeToString(picture);
        String body = switch (request.getUrl().encodedPath()) {
            case "/sdapi/v1/txt2img" ->
                "{\"images\":[\"" + base64 + "\"],\"info\":\"{\\\"has_nsfw_concepts\\\":[" + filtered + "]}\"}";
            case "/v1/images/generations" ->
                "{\"data\":[{\"b64_json\":\"" + base64 + "\",\"nsfw_content_detected\":" + filtered + "}]}";
            case "/v1/images/edits" -> "{\"data\":\"" + base64 + "\",\"nsfw_content_detected\":[" + filtered + "]}";
            default -> "";
        };
        if (body.isEmpty()) {
            return null;
        }
        drawn.incrementAndGet();
        return FakeService.status(200, body);
    }
}
