package dev.limner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limner.conversation.ScriptedBackend;
import dev.limner.image.BackendException.Next;
import dev.limner.image.wire.FakeService;
import dev.limner.image.wire.Fault;
import dev.limner.prompt.ModelFamily;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service took and charges for is not asked for again, there or elsewhere, unless somebody wants that. */
class PaidOnceTest {
    private static final List<String> INLINE = List.of("openai", "gemini");

    private final Service service = new Service();
    private final ScriptedBackend other = SeveralServers.server("other", ModelFamily.SDXL, 0, 1);
    private final List<Backends> opened = new ArrayList<>();

    /** Answers every request that draws alike. */
    private static final class Service extends FakeService {
        private volatile MockResponse drawing = status(500, "{}");

        @Override
        protected MockResponse answer(RecordedRequest request) {
            return draws(request.getMethod() + " " + request.getUrl().encodedPath()) ? drawing : status(404, "{}");
        }

        static boolean draws(String call) {
            return call.startsWith("POST ");
        }

        long drawn() {
            return calls().stream().filter(Service::draws).count();
        }
    }

    static Stream<Arguments> lostAnswers() {
        String half =
                "{\"data\":[{\"b64_json\":\"iVBORw0KGgo\"}],\"candidates\":[{\"content\":{\"parts\":[{\"inlineData\":"
                        + "{\"mimeType\":\"image/png\",\"data\":\"iVBORw0KGgo\"}}]}}]}";
        return INLINE.stream()
                .flatMap(kind -> Stream.of(
                        Arguments.of(kind, "breaks off midway", FakeService.brokenMidway()),
                        Arguments.of(kind, "ends within its JSON", FakeService.status(200, "{\"data\":[{\"b64_js")),
                        Arguments.of(kind, "is empty", FakeService.status(200, "")),
                        Arguments.of(kind, "holds half a picture", FakeService.status(200, half))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("lostAnswers")
    void an_answer_that_does_not_arrive_whole_is_told_and_nobody_is_asked_again(
            String kind, String what, MockResponse answer) {
        BackendException failure = failure(kind, answer);

        assertThat(failure.next()).isEqualTo(Next.NOWHERE);
        assertThat(failure.userText())
                .isEqualTo(Fault.NOT_RECEIVED.forRequester())
                .contains("may charge", "Ask again if you want");
        assertThat(service.drawn()).isEqualTo(1);
        assertThat(other.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"openai, 500", "gemini, 500", "openai, 429", "gemini, 503"})
    void a_refusal_that_breaks_off_midway_is_a_refusal_all_the_same(String kind, int status) throws Exception {
        MockResponse broken =
                FakeService.brokenMidway().newBuilder().code(status).build();

        assertThat(drawnBy(kind, broken)).isEqualTo("other");
        assertThat(service.drawn()).isEqualTo(1);
    }

    /** It is one of many machines, or it is our own connection to all of them. */
    @ParameterizedTest
    @ValueSource(strings = {"openai", "gemini", "bfl"})
    void a_service_whose_address_nobody_answers_at_any_more_may_have_drawn_all_the_same(String kind) throws Exception {
        service.drawing = FakeService.hanging();
        Backends backends = backends(kind);
        FutureTask<BackendException> drawing = new FutureTask<>(() -> failure(backends));
        new Thread(drawing, "drawing").start();
        Awaitility.await().until(() -> service.drawn() == 1);

        service.close();

        assertThat(drawing.get().next()).isEqualTo(Next.NOWHERE);
        assertThat(other.requests()).isEmpty();
    }

    @Test
    void a_busy_service_that_allows_it_is_not_asked_again_by_the_http_client() throws Exception {
        MockResponse busy = FakeService.status(503, "{}")
                .newBuilder()
                .setHeader("Retry-After", "0")
                .build();

        assertThat(drawnBy("gemini", busy)).isEqualTo("other");
        assertThat(service.drawn()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/poll/, 404, {}",
        "/poll/, 200, '{\"status\":\"Task not found\"}'",
        "/delivery/, 403, ''",
        "/delivery/, 404, ''"
    })
    void a_task_or_picture_that_a_service_no_longer_has_is_not_ordered_again(String path, int status, String answer)
            throws Exception {
        try (Loopback bfl = Loopback.start("bfl flux-2-pro")) {
            FakeService server = (FakeService) bfl.server();
            server.override(request ->
                    request.getUrl().encodedPath().startsWith(path) ? FakeService.status(status, answer) : null);
            Backends backends = opened(bfl.backend(new OkHttpClient(), JobBook.NONE));

            assertThat(failure(backends).userText()).isEqualTo(Fault.NOT_RECEIVED.forRequester());
            assertThat(server.calls().stream().filter(call -> call.startsWith("POST ")))
                    .hasSize(1);
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void a_server_of_ones_own_charges_nothing_and_the_next_may_draw() throws Exception {
        service.listen();
        service.drawing = FakeService.brokenMidway();
        Backends backends = opened(ByAddress.quick(service.address(), "secret").of("openai", new OkHttpClient()));

        assertThat(SeveralServers.draw(backends, SeveralServers.ANYTHING).backend())
                .isEqualTo("other");
    }

    private BackendException failure(String kind, MockResponse answer) {
        service.drawing = answer;
        return failure(backends(kind));
    }

    private static BackendException failure(Backends backends) {
        return Objects.requireNonNull(catchThrowableOfType(
                BackendException.class, () -> SeveralServers.draw(backends, SeveralServers.ANYTHING)));
    }

    private String drawnBy(String kind, MockResponse answer) throws Exception {
        service.drawing = answer;
        return SeveralServers.draw(backends(kind), SeveralServers.ANYTHING).backend();
    }

    /** The service under its own name, which leads to loopback. */
    private Backends backends(String kind) {
        service.listen();
        OkHttpClient http = new OkHttpClient.Builder()
                .dns(name -> name.equals("api.openai.com")
                        ? List.of(InetAddress.getLoopbackAddress())
                        : Dns.SYSTEM.lookup(name))
                .build();
        URI own = service.address();
        URI named = URI.create("http://api.openai.com:" + own.getPort() + "/");
        ByAddress settings = new ByAddress(
                kind.equals("openai") ? named : own,
                "secret",
                model(kind),
                ByAddress.quick(own, null).timeout(),
                ByAddress.quick(own, null).poll());
        return opened(settings.of(kind, http));
    }

    private static @Nullable String model(String kind) {
        return kind.equals("openai") ? "gpt-image-1" : null;
    }

    private Backends opened(ImageBackend backend) {
        Backends backends = new Backends(List.of(backend, other), SeveralServers.NEVER, SeveralServers.NEVER);
        opened.add(backends);
        return backends;
    }

    @AfterEach
    void close() {
        opened.forEach(Backends::close);
        service.close();
    }
}
