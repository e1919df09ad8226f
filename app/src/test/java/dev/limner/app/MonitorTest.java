package dev.limner.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.limner.discord.loopback.Discordia;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator can ask of a running bot. */
class MonitorTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path data;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void what_is_drawn_is_counted_and_names_nobody() throws Exception {
        try (Installation limner = Installation.start(data, "METRICS_PORT=0")) {
            Visitor visitor = new Visitor(limner.webchat().toString());
            visitor.command("/imagine a lighthouse called Aldebaran");

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(get(limner, "/metrics").body())
                            .contains("limner_illustrations_total{platform=\"webchat\",state=\"done\"} 1.0"));
            String figures = get(limner, "/metrics").body();
            assertThat(figures)
                    .contains(
                            "limner_illustrations_total{platform=\"webchat\",state=\"accepted\"} 1.0",
                            "limner_backend_requests_seconds_count{backend=\"storyboard\",outcome=\"drawn\"} 1",
                            "limner_illustration_seconds_count{platform=\"webchat\",state=\"done\"} 1",
                            "limner_chat_events_total{kind=\"CommandInvoked\",platform=\"webchat\"} 1.0",
                            "limner_requesters_waiting",
                            "jvm_memory_used_bytes")
                    .doesNotContainIgnoringCase("aldebaran")
                    .doesNotContain("main", "local");
        }
    }

    @Test
    void the_gateways_answers_are_counted_by_route_and_status_and_name_nobody() throws Exception {
        try (Installation limner = Installation.start(data, "METRICS_PORT=0", "GATEWAY_PORT=0")) {
            for (String path : new String[] {"/v1/models/storyboard", "/v1/models/aldebaran", "/aldebaran"}) {
                client.send(
                        HttpRequest.newBuilder(limner.gateway().resolve(path)).build(),
                        HttpResponse.BodyHandlers.ofString());
            }

            assertThat(get(limner, "/metrics").body())
                    .contains(
                            "limner_gateway_requests_seconds_count{route=\"GET /v1/models/*\",status=\"200\"} 1",
                            "limner_gateway_requests_seconds_count{route=\"GET /v1/models/*\",status=\"404\"} 1",
                            "limner_gateway_requests_seconds_count{route=\"none\",status=\"404\"} 1")
                    .doesNotContain("aldebaran");
        }
    }

    @Test
    void it_is_alive_and_ready_when_requests_can_be_drawn() throws Exception {
        try (Installation limner = Installation.start(data, "METRICS_PORT=0")) {
            assertThat(get(limner, "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(limner, "/health/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void it_is_alive_but_not_ready_while_no_image_server_answers() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        try (Installation limner =
                Installation.start(data, "METRICS_PORT=0", "IMAGE_BACKENDS=a1111=http://127.0.0.1:" + nobody + "/")) {
            HttpResponse<String> ready = get(limner, "/health/ready");

            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).isEqualTo("no image server answers\n");
            assertThat(get(limner, "/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void it_is_not_ready_while_a_platform_is_not_heard_and_says_which_and_why() throws Exception {
        try (Discordia world = Discordia.open();
                Installation limner = Installation.start(
                        data,
                        "METRICS_PORT=0",
                        "DISCORD_TOKEN=" + Discordia.TOKEN,
                        "DISCORD_API_URL=" + world.api(),
                        "DISCORD_CDN_HOSTS=" + world.cdn())) {
            assertThat(get(limner, "/health/ready").statusCode()).isEqualTo(200);
            assertThat(get(limner, "/metrics").body()).contains("limner_chat_connected{platform=\"discord\"} 1.0");

            world.line().resetToken();

            await().atMost(PATIENCE).untilAsserted(() -> {
                HttpResponse<String> ready = get(limner, "/health/ready");
                assertThat(ready.statusCode()).isEqualTo(503);
                assertThat(ready.body())
                        .startsWith("discord: ")
                        .contains("DISCORD_TOKEN", "developer portal")
                        .doesNotContain(Discordia.TOKEN);
            });
            assertThat(get(limner, "/metrics").body())
                    .contains(
                            "limner_chat_connected{platform=\"discord\"} 0.0",
                            "limner_chat_connected{platform=\"webchat\"} 1.0");
        }
    }

    @Test
    void other_addresses_and_methods_are_refused_with_what_there_is() throws Exception {
        try (Installation limner = Installation.start(data, "METRICS_PORT=0")) {
            HttpResponse<String> other = get(limner, "/");
            HttpResponse<String> post = client.send(
                    HttpRequest.newBuilder(limner.metrics())
                            .POST(HttpRequest.BodyPublishers.ofString("x"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(other.statusCode()).isEqualTo(404);
            assertThat(other.body()).contains("/metrics", "/health/live", "/health/ready");
            assertThat(post.statusCode()).isEqualTo(405);
            assertThat(post.headers().firstValue("Allow")).hasValue("GET, HEAD");
        }
    }

    @Test
    void a_port_that_is_taken_is_named_with_its_key() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(StartException.class)
                    .isThrownBy(() -> Installation.start(data, "METRICS_PORT=" + taken.getLocalPort()))
                    .withMessageStartingWith("METRICS_PORT " + taken.getLocalPort() + " at 127.0.0.1 ")
                    .withMessageEndingWith("set METRICS_PORT to a free port");
        }
    }

    private HttpResponse<String> get(Installation limner, String path) throws Exception {
        URI address = limner.metrics().resolve(path);
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
