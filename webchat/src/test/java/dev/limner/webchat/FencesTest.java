package dev.limner.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.PlannedMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps other pages of the browser, and whoever sends too much, out of the room. */
class FencesTest extends AtThePage {
    private static final String MESSAGES = "/api/rooms/main/messages";
    private static final Map<String, String> HELLO = Map.of("person", "you", "text", "hello");

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1:1", "https://localhost"})
    void a_foreign_origin_changes_nothing(String origin) {
        var answer = browser.send(browser.own(MESSAGES).header("Origin", origin).post(Browser.json(HELLO)));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(events).isEmpty();
    }

    @Test
    void without_an_origin_nothing_changes() {
        assertThat(browser.send(browser.own(MESSAGES).removeHeader("Origin").post(Browser.json(HELLO)))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void another_page_of_the_browser_can_neither_read_nor_write(String site) {
        assertThat(browser.send(browser.own(MESSAGES).header("Sec-Fetch-Site", site))
                        .status())
                .isEqualTo(403);
        assertThat(browser.send(browser.own(MESSAGES)
                                .header("Sec-Fetch-Site", site)
                                .post(Browser.json(HELLO)))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_token_and_the_cookie_are_both_needed() {
        assertThat(browser.send(browser.own(MESSAGES)
                                .removeHeader("X-Limner-Token")
                                .post(Browser.json(HELLO)))
                        .status())
                .isEqualTo(401);
        assertThat(browser.send(browser.own(MESSAGES)
                                .header("X-Limner-Token", "guess")
                                .post(Browser.json(HELLO)))
                        .status())
                .isEqualTo(401);
        assertThat(browser.send(browser.own(MESSAGES).removeHeader("Cookie").post(Browser.json(HELLO)))
                        .status())
                .isEqualTo(401);
        assertThat(browser.send(browser.own(MESSAGES).removeHeader("Cookie")).status())
                .isEqualTo(401);
        assertThat(events).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "127.0.0.1", "127.0.0.1:1", "[::1]"})
    void a_name_that_was_made_to_point_here_is_not_answered(String host) {
        assertThat(browser.send(browser.request("/").header("Host", host)).status())
                .isEqualTo(421);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../db/webchat/V1__web_chat.sql",
                "/..%2f..%2fapplication.properties",
                "/%2e%2e/%2e%2e/etc/passwd",
                "//etc/passwd",
                "/static/index.html",
                "/api/files/..%2f..%2fetc%2fpasswd",
                "/api/images/../../x",
                "/api/notes/x"
            })
    void a_path_leads_nowhere_but_to_what_is_served(String path) throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), chat.address().getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:"
                            + chat.address().getPort() + "\r\nCookie: " + browser.cookie
                            + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 404 ").doesNotContain("create table", "root:");
        }
    }

    @Test
    void every_answer_carries_the_protections() {
        for (String path : List.of("/", "/main.js", "/api/session", "/nothing")) {
            var headers = browser.send(browser.own(path)).headers();
            assertThat(headers.get("Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.get("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(headers.get("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(headers.names()).noneMatch(name -> name.startsWith("access-control"));
        }
    }

    @Test
    void the_cookie_is_out_of_reach_and_of_this_port() {
        var answer = browser.send(browser.request("/api/session"));

        assertThat(answer.headers().get("Set-Cookie"))
                .startsWith("limner_session_" + chat.address().getPort() + "=")
                .contains("HttpOnly", "SameSite=Strict");
    }

    @Test
    void a_body_that_is_too_large_is_refused_whether_it_says_so_or_not() {
        byte[] large = ("{\"text\":\"" + "x".repeat(400_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        MediaType json = MediaType.parse("application/json");

        assertThat(browser.send(browser.own(MESSAGES).post(RequestBody.create(large, json)))
                        .status())
                .isEqualTo(413);
        RequestBody silent = new RequestBody() {
            @Override
            public MediaType contentType() {
                return json;
            }

            @Override
            public void writeTo(BufferedSink sink) throws java.io.IOException {
                sink.write(large);
            }
        };
        assertThat(browser.send(browser.own(MESSAGES).post(silent)).status()).isEqualTo(413);
    }

    @Test
    void a_file_over_32_megabytes_is_refused_with_the_reason() {
        var answer =
                browser.send(browser.own("/api/uploads?name=big.png").post(RequestBody.create(new byte[33 << 20])));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("32 MB");
    }

    @Test
    void clients_that_never_finish_what_they_send_keep_nobody_out() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), chat.address().getPort());
                slow.add(socket);
                String host = "Host: 127.0.0.1:" + chat.address().getPort() + "\r\n";
                String begun = i % 2 == 0
                        ? "GET / HTTP/1.1\r\n" + host
                        : "POST /api/uploads?name=a.png HTTP/1.1\r\n" + host + "Cookie: " + browser.cookie
                                + "\r\nOrigin: http://127.0.0.1:"
                                + chat.address().getPort()
                                + "\r\nX-Limner-Token: "
                                + browser.session.path("token").asText()
                                + "\r\nContent-Length: 1000000\r\n\r\nhalf";
                socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
            }
            await().until(() -> filesIn(folder.resolve("uploads")) == 50);

            assertThat(browser.post(MESSAGES, HELLO).status()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        await().until(() -> filesIn(folder.resolve("uploads")) == 0);
    }

    private static long filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void a_reader_that_does_not_read_is_dropped_and_holds_up_nobody() throws Exception {
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(4096);
            slow.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), chat.address().getPort()));
            slow.getOutputStream()
                    .write(("GET /api/rooms/main/events HTTP/1.1\r\nHost: 127.0.0.1:"
                                    + chat.address().getPort() + "\r\nCookie: " + browser.cookie + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            await().until(() -> writers() == 2);

            PlannedMessage large = new PlannedMessage("x".repeat(20_000), List.of(), List.of(), null, null);
            for (int i = 0; i < 800 && writers() == 2; i++) {
                chat.send(WebChat.MAIN, large);
            }

            await().atMost(Duration.ofSeconds(20)).until(() -> writers() == 1);
            assertThat(browser.post(MESSAGES, HELLO).status()).isEqualTo(200);
        }
    }

    private static long writers() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(e -> e.getKey().getName().startsWith("webchat-events"))
                .filter(e -> List.of(e.getValue()).toString().contains("EventStream.run"))
                .count();
    }
}
