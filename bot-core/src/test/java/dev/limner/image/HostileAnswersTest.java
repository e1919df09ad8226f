package dev.limner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.wire.FakeService;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a server answers, a request ends, within its memory and its time, and the next one is drawn. */
@Timeout(300)
class HostileAnswersTest {
    private static final List<String> SERVERS =
            List.of("sd_cpp_jobs sdxl", "comfyui sdxl", "blockentropy", "aihorde", "bfl flux-2-pro", "gemini");
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration PATIENT = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(20);

    private final Service everything = new Service();

    /** Answers whatever it is asked alike. */
    private static final class Service extends FakeService {
        @Override
        protected MockResponse answer(RecordedRequest request) {
            return status(500, "{}");
        }
    }

    /** What reads an answer is the same for all, but for the two ways of being asked for a picture. */
    static Stream<Arguments> answers() {
        Stream<Arguments> each = Stream.of("a1111", "openai localai")
                .flatMap(server -> Stream.of(HostileAnswers.values()).map(answer -> Arguments.of(server, answer)));
        return Stream.concat(
                each, some(SERVERS, HostileAnswers.ENDLESS, HostileAnswers.SLOW_DRIP, HostileAnswers.WIDE));
    }

    static Stream<Arguments> kinds() {
        return some(ByAddress.KINDS, HostileAnswers.ENDLESS, HostileAnswers.WIDE);
    }

    private static Stream<Arguments> some(List<String> servers, HostileAnswers... answers) {
        return servers.stream().flatMap(server -> Stream.of(answers).map(answer -> Arguments.of(server, answer)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("answers")
    void an_answer_to_a_request_for_a_picture(String name, HostileAnswers hostile) throws Exception {
        MockResponse answer = hostile.answer();
        try (Loopback server = Loopback.start(name);
                FakeProxy proxy = new FakeProxy(server.address())) {
            proxy.listen();
            proxy.override(request -> BehindProxyTest.draws(
                            request.getMethod() + " " + request.getUrl().encodedPath())
                    ? answer
                    : null);
            ByAddress settings = new ByAddress(proxy.address(), server.key(), server.model(), limit(hostile), POLL);
            try (ImageBackend backend = settings.of(server.kind(), new OkHttpClient())) {
                assertThatThrownBy(() -> backend.generate(Requests.of("r1"), fraction -> {}))
                        .isInstanceOf(BackendException.class);
                if (hostile != HostileAnswers.SLOW_DRIP) {
                    proxy.override(request -> null);
                    assertThat(backend.generate(Requests.of("r2"), fraction -> {}))
                            .isInstanceOf(Generated.class);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("kinds")
    void an_answer_to_every_question(String kind, HostileAnswers hostile) throws Exception {
        MockResponse answer = hostile.answer();
        everything.override(request -> answer);
        everything.listen();
        ByAddress settings = new ByAddress(everything.address(), "secret", null, PATIENT, POLL);
        try (ImageBackend backend = settings.of(kind, new OkHttpClient())) {
            assertThatThrownBy(() -> backend.generate(Requests.withReferences("r1"), fraction -> {}))
                    .isInstanceOf(BackendException.class);
            assertThat(backend.diagnose().findings()).isNotEmpty();
        }
    }

    /** Only what never ends by itself is ended by the time limit. */
    private static Duration limit(HostileAnswers hostile) {
        return hostile == HostileAnswers.SLOW_DRIP ? SHORT : PATIENT;
    }

    @AfterEach
    void close() {
        everything.close();
    }
}
