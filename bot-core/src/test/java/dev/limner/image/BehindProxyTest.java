package dev.limner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limner.conversation.ScriptedBackend;
import dev.limner.image.BackendException.Next;
import dev.limner.image.FakeProxy.Page;
import dev.limner.prompt.ModelFamily;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy's words of the server behind it: whether that is gone, so that the next one draws, or may still be drawing. */
class BehindProxyTest {
    private static final List<String> SERVERS = List.of(
            "a1111",
            "sd_next",
            "kobold_cpp kontext",
            "sd_cpp_jobs sdxl",
            "comfyui sdxl",
            "openai localai",
            "openai vllm",
            "blockentropy");

    private final ScriptedBackend other = SeveralServers.server("other", ModelFamily.SDXL, 0, 1);

    static Stream<Arguments> deaths() {
        Stream<Arguments> proxies = Stream.of(
                Arguments.of("openai localai", Page.CADDY, Page.CADDY),
                Arguments.of("openai localai", Page.NGINX, Page.APACHE),
                Arguments.of("openai localai", Page.NGINX, Page.HAPROXY),
                Arguments.of("openai localai", Page.ENVOY_HUNG_UP, Page.ENVOY),
                Arguments.of("openai localai", Page.TOO_LATE, Page.CLOUDFLARE));
        return Stream.concat(SERVERS.stream().map(server -> Arguments.of(server, Page.NGINX, Page.NGINX)), proxies);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("deaths")
    void where_the_server_ended_while_it_drew_the_next_one_draws_at_once(String name, Page midway, Page from)
            throws Exception {
        try (Loopback server = Loopback.start(name);
                FakeProxy proxy = new FakeProxy(server.address()).dyingAt(BehindProxyTest::draws, midway, from)) {
            proxy.listen();
            try (Backends backends = backends(server, proxy)) {
                assertThat(SeveralServers.draw(backends, SeveralServers.ANYTHING)
                                .backend())
                        .isEqualTo("other");
            }
            assertThat(other.requests()).hasSize(1);
        }
    }

    /** Where the server tells by itself what is left of the request, that is asked. */
    @ParameterizedTest
    @ValueSource(strings = {"kobold_cpp kontext", "sd_cpp_jobs sdxl", "openai localai", "openai vllm", "blockentropy"})
    void where_only_the_proxy_gave_up_nobody_else_draws(String name) throws Exception {
        for (Page page : List.of(Page.TOO_LATE, Page.NGINX, Page.ENVOY_HUNG_UP)) {
            try (Loopback server = Loopback.start(name);
                    FakeProxy proxy = new FakeProxy(server.address()).givingUpAt(BehindProxyTest::draws, page)) {
                proxy.listen();
                try (Backends backends = backends(server, proxy)) {
                    BackendException failure = failure(backends);

                    assertThat(failure.next()).as("%s", page).isEqualTo(Next.NOWHERE);
                    assertThat(failure.userText()).contains("may still be drawing");
                }
            }
        }
        assertThat(other.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Page.class,
            mode = Mode.EXCLUDE,
            names = {"TOO_LATE", "ENVOY_HUNG_UP"})
    void a_server_that_was_never_there_is_told_to_be_started(Page page) throws Exception {
        try (Loopback server = Loopback.start("openai localai");
                FakeProxy proxy = new FakeProxy(server.address()).dyingAt(call -> true, page, page)) {
            proxy.listen();
            try (ImageBackend backend = through(server, proxy)) {
                assertThat(backend.diagnose().fixes())
                        .singleElement()
                        .asString()
                        .startsWith("start the server");
            }
        }
    }

    /** Its queue is its own, and is gone with it. */
    @ParameterizedTest
    @ValueSource(strings = {"sd_cpp_jobs sdxl", "comfyui sdxl"})
    void a_job_whose_server_ended_meanwhile_is_drawn_by_the_next_one_at_once(String name) throws Exception {
        try (Loopback server = Loopback.start(name);
                FakeProxy proxy =
                        new FakeProxy(server.address()).dyingAt(BehindProxyTest::looks, Page.NGINX, Page.NGINX)) {
            proxy.listen();
            try (Backends backends = backends(server, proxy)) {
                assertThat(SeveralServers.draw(backends, SeveralServers.ANYTHING)
                                .backend())
                        .isEqualTo("other");
            }
        }
        assertThat(other.requests()).hasSize(1);
    }

    @Test
    void a_proxy_that_limits_how_often_it_is_asked_is_no_sign_that_the_server_is_gone() throws Exception {
        String limited = "<html><head><title>503 Service Temporarily Unavailable</title></head></html>";
        try (Loopback server = Loopback.start("openai localai");
                FakeProxy proxy = new FakeProxy(server.address()).givingUpAt(BehindProxyTest::draws, Page.TOO_LATE)) {
            proxy.override(request ->
                    request.getUrl().encodedPath().equals("/v1/") ? FakeProxy.text(503, "text/html", limited) : null);
            proxy.listen();
            try (Backends backends = backends(server, proxy)) {
                assertThat(failure(backends).next()).isEqualTo(Next.NOWHERE);
            }
        }
        assertThat(other.requests()).isEmpty();
    }

    static boolean draws(String call) {
        return call.startsWith("POST ")
                && (call.endsWith("/txt2img")
                        || call.endsWith("/img_gen")
                        || call.endsWith("/prompt")
                        || call.endsWith("/generate/async")
                        || call.endsWith(":generateContent")
                        || call.contains("/v1/flux")
                        || call.contains("/images/"));
    }

    private static boolean looks(String call) {
        return call.startsWith("GET ") && (call.contains("/jobs/") || call.contains("/history/"));
    }

    private Backends backends(Loopback server, FakeProxy proxy) {
        return new Backends(List.of(through(server, proxy), other), SeveralServers.NEVER, SeveralServers.NEVER);
    }

    private static ImageBackend through(Loopback server, FakeProxy proxy) {
        return new Loopback(server.kind(), proxy.address(), server.key(), server.model(), server.server())
                .backend(new OkHttpClient(), JobBook.NONE);
    }

    private static BackendException failure(Backends backends) {
        return Objects.requireNonNull(catchThrowableOfType(
                BackendException.class, () -> SeveralServers.draw(backends, SeveralServers.ANYTHING)));
    }
}
