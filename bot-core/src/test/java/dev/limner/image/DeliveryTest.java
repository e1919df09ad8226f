package dev.limner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limner.conversation.ScriptedBackend;
import dev.limner.image.BackendException.Next;
import dev.limner.image.wire.FakeService;
import dev.limner.prompt.ModelFamily;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture that is drawn is not drawn, or paid for, a second time because it did not come through. */
class DeliveryTest {
    private static final int ALWAYS = Integer.MAX_VALUE;

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger fetched = new AtomicInteger();
    private final List<Long> limits = new CopyOnWriteArrayList<>();
    private final ScriptedBackend other = SeveralServers.server("other", ModelFamily.SDXL, 0, 1);

    @ParameterizedTest
    @ValueSource(strings = {"aihorde", "bfl flux-2-pro", "openai localai", "blockentropy", "comfyui sdxl"})
    void one_that_breaks_off_on_its_way_is_fetched_again(String name) throws Exception {
        try (Loopback server = Loopback.start(name);
                Backends backends = backends(server, 1)) {
            assertThat(draw(backends).backend()).isEqualTo(server.kind());
        }

        assertThat(begun).hasValue(1);
        assertThat(other.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aihorde", "bfl flux-2-pro", "comfyui sdxl"})
    void one_that_does_not_come_for_now_is_asked_for_later_where_it_was_drawn(String name) throws Exception {
        try (Loopback server = Loopback.start(name);
                Backends backends = backends(server, 3)) {
            assertThat(failure(backends).next()).isEqualTo(Next.RESUME);

            Backends.Drawn drawn =
                    backends.draw(SeveralServers.ANYTHING, Requests.of("r1").again(), fraction -> {});
            assertThat(drawn.backend()).isEqualTo(server.kind());
        }

        assertThat(begun).hasValue(1);
        assertThat(other.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai localai", "blockentropy"})
    void where_it_cannot_be_found_again_that_is_told_and_nobody_else_is_paid(String name) throws Exception {
        try (Loopback server = Loopback.start(name);
                Backends backends = backends(server, ALWAYS)) {
            BackendException failure = failure(backends);

            assertThat(failure.next()).isEqualTo(Next.NOWHERE);
            assertThat(failure.userText()).contains("was drawn, but could not be fetched", "Ask again");
        }

        assertThat(begun).hasValue(1);
        assertThat(other.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bfl flux-2-pro", "comfyui sdxl"})
    void one_that_keeps_coming_may_take_its_time(String name) throws Exception {
        try (Loopback server = Loopback.start(name);
                Backends backends = backends(server, 0)) {
            draw(backends);
        }

        assertThat(limits)
                .singleElement()
                .satisfies(limit -> assertThat(Duration.ofNanos(limit)).isGreaterThan(Duration.ofMinutes(1)));
    }

    /** @param cut so many fetches break off in their midst */
    private Backends backends(Loopback loopback, int cut) {
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    String path = chain.request().url().encodedPath();
                    boolean draws = path.equals("/prompt")
                            || path.endsWith("/generate/async")
                            || path.contains("/images/")
                            || path.startsWith("/v1/flux");
                    if (draws) {
                        begun.incrementAndGet();
                    }
                    if (isPicture(path)) {
                        limits.add(chain.call().timeout().timeoutNanos());
                    }
                    if (path.equals("/view") && fetched.getAndIncrement() < cut) {
                        chain.proceed(chain.request()).close();
                        throw new IOException("broken off");
                    }
                    return chain.proceed(chain.request());
                })
                .build();
        if (loopback.server() instanceof FakeService service) {
            service.override(request -> instead(service, request, cut));
        }
        return new Backends(List.of(loopback.backend(http, JobBook.NONE), other));
    }

    private @Nullable MockResponse instead(FakeService service, RecordedRequest request, int cut) {
        String path = request.getUrl().encodedPath();
        if (path.contains("/images/")) {
            return FakeService.status(200, "{\"data\":[{\"url\":\"" + service.url("/made.png") + "\"}]}");
        }
        return isPicture(path) && fetched.getAndIncrement() < cut ? FakeService.brokenMidway() : null;
    }

    private static boolean isPicture(String path) {
        return path.startsWith("/delivery/") || path.startsWith("/made.") || path.equals("/view");
    }

    private static Backends.Drawn draw(Backends backends) throws BackendException, InterruptedException {
        return SeveralServers.draw(backends, SeveralServers.ANYTHING);
    }

    private static BackendException failure(Backends backends) {
        return catchThrowableOfType(BackendException.class, () -> draw(backends));
    }
}
