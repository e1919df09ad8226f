package dev.limner.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
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
    void it_does_not_start_where_others_reach_it_without_keys() {
        Map<String, String> settings = Map.of("GATEWAY_PORT", "0", "GATEWAY_HOST", "0.0.0.0");

        assertThatThrownBy(() -> LimnerProcess.start(data, "gateway", settings).close())
                .isInstanceOf(IOException.class);
    }

    private static HttpResponse<String> asked(URI address, String authorization)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"prompt\":\"a lantern in the fog\"}"))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
