package dev.limner.image.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptConnectionsTest {
    private final Service server = new Service();
    private Wire wire;

    private static final class Service extends FakeService {
        private final List<Integer> connections = new CopyOnWriteArrayList<>();
        private volatile MockResponse response = status(200, "{}");

        @Override
        protected MockResponse answer(RecordedRequest request) {
            connections.add(request.getConnectionIndex());
            return response;
        }
    }

    @BeforeEach
    void start() {
        server.listen();
        wire = new Wire(
                Endpoint.of("test", server.address(), "TEST_API_KEY"), new OkHttpClient(), Duration.ofMinutes(5));
    }

    @Test
    void pictures_that_follow_each_other_share_a_connection() throws Exception {
        draw();
        draw();

        assertThat(server.connections).containsExactly(0, 0);
    }

    @Test
    void a_server_of_http_1_0_closes_behind_its_answer_and_is_asked_over_a_new_connection() throws Exception {
        server.response = new MockResponse.Builder()
                .status("HTTP/1.0 200 OK")
                .body("{}")
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build();

        draw();
        draw();

        assertThat(server.connections).containsExactly(0, 1);
    }

    @Test
    void a_picture_is_asked_for_once_whatever_becomes_of_its_connection() throws Exception {
        draw();
        server.response = FakeService.brokenOff();

        org.assertj.core.api.Assertions.assertThatThrownBy(this::draw)
                .isInstanceOfSatisfying(
                        WireFault.class, fault -> assertThat(fault.fault()).isEqualTo(Fault.BROKEN_OFF));
        assertThat(server.calls()).filteredOn("POST /draw"::equals).hasSize(2);
    }

    private void draw() throws WireFault, InterruptedException {
        Reply reply = wire.draw(wire.url("draw"), Wire.json(JsonNodeFactory.instance.objectNode()));
        assertThat(reply.status()).isEqualTo(200);
    }

    @AfterEach
    void close() {
        wire.close();
        server.close();
    }
}
