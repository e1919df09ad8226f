package dev.limner.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.gateway.http.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectionsTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int CONNECTIONS = 8;
    private static final String ASK =
            "GET /sdapi/v1/cmd-flags HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + House.MIRA + "\r\n\r\n";

    @RegisterExtension
    final House house = new House(true, new Limits(CONNECTIONS, 64L << 20, LONG, LONG, LONG, LONG, LONG));

    @Test
    void connections_that_one_key_leaves_open_between_its_requests_keep_no_other_out() throws Exception {
        List<Wire> open = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                Wire wire = new Wire(house.address()).send(ASK);
                open.add(wire);
                answer(wire);
            }

            assertThat(house.as(House.TOBIN).get("/sdapi/v1/cmd-flags").status())
                    .isEqualTo(200);

            // the oldest made room, and no other
            assertThat(open.get(0).in().read()).isNegative();
            assertThat(answer(open.get(1).send(ASK))).startsWith("HTTP/1.1 200");
        } finally {
            for (Wire wire : open) {
                wire.close();
            }
        }
    }

    /** One without a body but for an empty object. */
    private static String answer(Wire wire) throws IOException {
        InputStream in = wire.in();
        StringBuilder read = new StringBuilder();
        while (!read.toString().endsWith("{}")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            read.append((char) next);
        }
        return read.toString();
    }
}
