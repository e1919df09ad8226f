package dev.limner.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limner.image.a1111.FakeA1111;
import dev.limner.image.a1111.FakeKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway as an operator starts it, in a process of its own. */
class GatewayProcessTest {
    private static final String KEY = "0123456789abcdef";

    @TempDir
    Path data;

    @Test
    void a_port_opens_it_for_those_who_have_a_key() throws Exception {
        Map<String, String> settings = Map.of("GATEWAY_PORT", "0", "GATEWAY_KEYS", "mira:" + KEY);
        try (LimnerProcess limner = LimnerProcess.start(data, "gateway", settings)) {
            URI address = URI.create(limner.place()).resolve("/sdapi/v1/txt2img");

            assertThat(asked(address, "Bearer " + KEY).statusCode()).isEqualTo(200);
            assertThat(asked(address, "Bearer " + KEY + "0").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void what_a_file_in_the_working_directory_sets_is_heeded() throws Exception {
        Files.writeString(data.resolve(".env"), "GATEWAY_PORT=0\nGATEWAY_KEYS=mira:" + KEY + "\n");

        try (LimnerProcess limner = LimnerProcess.start(data, "gateway", Map.of())) {
            URI address = URI.create(limner.place()).resolve("/sdapi/v1/txt2img");

            assertThat(asked(address, "Bearer " + KEY).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void it_does_not_start_where_others_reach_it_without_keys() {
        Map<String, String> settings = Map.of("GATEWAY_PORT", "0", "GATEWAY_HOST", "0.0.0.0");

        assertThatThrownBy(() -> LimnerProcess.start(data, "gateway", settings).close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_request_that_a_kill_interrupts_is_drawn_as_it_was_and_handed_to_whoever_sends_it_again() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (FakeA1111 painter = new FakeA1111(FakeKind.A1111).start()) {
            painter.pace(job -> go.await());
            Map<String, String> settings = Map.of(
                    "GATEWAY_PORT", "0",
                    "GATEWAY_KEYS", "mira:" + KEY,
                    "IMAGE_BACKENDS", "a1111=" + painter.address());
            try (LimnerProcess limner = LimnerProcess.start(data, "gateway", settings)) {
                URI address = URI.create(limner.place()).resolve("/sdapi/v1/txt2img");
                var unused = CompletableFuture.runAsync(() -> asked(address, "Bearer " + KEY));
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> !painter.requests().isEmpty());
            }
            go.countDown();
            try (LimnerProcess limner = LimnerProcess.start(data, "gateway", settings)) {
                URI address = URI.create(limner.place()).resolve("/sdapi/v1/txt2img");

                HttpResponse<String> again = asked(address, "Bearer " + KEY);
                HttpResponse<String> onceMore = asked(address, "Bearer " + KEY);

                assertThat(again.statusCode()).isEqualTo(200);
                assertThat(onceMore.body()).isEqualTo(again.body());
                assertThat(painter.requests())
                        .hasSizeGreaterThan(1)
                        .allSatisfy(request -> assertThat(request.path("seed"))
                                .isEqualTo(painter.requests().get(0).path("seed")));
            }
        }
    }

    private static HttpResponse<String> asked(URI address, String authorization) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", authorization)
                .header("Idempotency-Key", "the-fog")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"prompt\":\"a lantern in the fog\"}"))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException hungUp) {
            throw new UncheckedIOException(hungUp);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
