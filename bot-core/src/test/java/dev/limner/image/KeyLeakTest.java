package dev.limner.image;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.limner.image.GenerationOutcome.Refused;
import dev.limner.image.wire.FakeService;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** A key stands in nothing that anybody reads, even where a server repeats what it was sent. */
class KeyLeakTest {
    private static final String SECRET = "hushed0swordfish";

    private final Echo server = new Echo();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();

    /** Answers with everything that it was sent. */
    private static final class Echo extends FakeService {
        @Override
        protected MockResponse answer(RecordedRequest request) {
            return status(500, "unused");
        }
    }

    private enum Answer {
        REFUSED_IN_JSON(headers -> FakeService.status(401, "{\"detail\":\"" + headers + "\"}")),
        FORBIDDEN(headers -> FakeService.status(403, "{\"error\":{\"message\":\"" + headers + "\"}}")),
        INVALID(headers -> FakeService.status(422, "{\"detail\":[{\"msg\":\"" + headers + "\"}]}")),
        FAILED_IN_WORDS(headers -> FakeService.text(500, "text/plain", headers)),
        BUSY(headers -> FakeService.text(429, "text/plain", headers)),
        WELL_AND_ANOTHER_THING(headers -> FakeService.text(200, "text/html", "<html>" + headers)),
        WELL_WITH_AN_ERROR(headers -> FakeService.status(200, "{\"error\":\"" + headers + "\"}")),
        A_LIST(headers -> FakeService.status(200, "[\"" + headers + "\"]")),
        SENT_ELSEWHERE(headers -> new MockResponse.Builder()
                .code(302)
                .setHeader("Location", "http://127.0.0.1:9/?key=" + SECRET)
                .body(headers)
                .build()),
        BROKEN_OFF(headers -> FakeService.brokenOff()),
        BROKEN_MIDWAY(headers -> FakeService.brokenMidway());

        private final Function<String, MockResponse> of;

        Answer(Function<String, MockResponse> of) {
            this.of = of;
        }
    }

    static Stream<Arguments> answers() {
        return ByAddress.KINDS.stream()
                .flatMap(kind -> Stream.of(Answer.values()).map(answer -> Arguments.of(kind, answer)));
    }

    @BeforeEach
    void listen() {
        server.listen();
        root.setLevel(Level.TRACE);
        log.start();
        root.addAppender(log);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void a_key_is_never_told(String kind, Answer answer) throws Exception {
        server.override(request -> answer.of.apply(shown(request.getHeaders())));
        assertSilent(kind, ByAddress.quick(server.address(), SECRET));
        assertSilent(kind, ByAddress.quick(server.address(), "user:" + SECRET));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void a_password_in_the_address_is_never_told(String kind, Answer answer) throws Exception {
        server.override(request -> answer.of.apply(shown(request.getHeaders())));
        URI address = URI.create(
                "http://user:" + SECRET + "@127.0.0.1:" + server.address().getPort() + "/");
        assertSilent(kind, ByAddress.quick(address, null));
    }

    private void assertSilent(String kind, ByAddress settings) throws Exception {
        StringBuilder read = new StringBuilder();
        try (ImageBackend backend = settings.of(kind, new OkHttpClient())) {
            read.append(backend).append('\n');
            read.append(backend.diagnose()).append('\n');
            try {
                GenerationOutcome outcome = backend.generate(Requests.withReferences("r1"), fraction -> {});
                read.append(outcome instanceof Refused refused ? refused.reason() : "");
            } catch (BackendException e) {
                read.append(e.userText()).append(e.detail()).append(trace(e));
            }
            try {
                read.append(backend.profile());
            } catch (BackendException e) {
                read.append(e.userText()).append(e.detail()).append(trace(e));
            }
        }
        List.copyOf(log.list)
                .forEach(event -> read.append(event.getFormattedMessage()).append('\n'));
        String basic = Base64.getEncoder().encodeToString(("user:" + SECRET).getBytes(StandardCharsets.UTF_8));
        assertThat(read.toString()).doesNotContain(SECRET, basic);
    }

    private static String shown(Headers headers) {
        StringBuilder all = new StringBuilder();
        headers.forEach(header -> all.append(header.getFirst())
                .append(' ')
                .append(header.getSecond())
                .append("; "));
        return all.toString().replace('"', ' ');
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @AfterEach
    void close() {
        root.detachAppender(log);
        root.setLevel(before);
        server.close();
    }
}
