package dev.limner.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limner.gateway.desk.Caller;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpContent;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTest {
    private static final int MOST = 1_000_000;
    private static final int PIECE = 8_192;

    @ParameterizedTest
    @CsvSource({"0, 0", "5, 5", "70000, 70000", "1000000, 1000000", "5, -1", "70000, -1", "1000000, -1"})
    void a_body_is_whole_whether_its_length_was_told_or_not(int size, int told) throws Refusal {
        byte[] sent = new byte[size];
        new Random(3).nextBytes(sent);

        assertThat(read(sent, told).bytes()).isEqualTo(sent);
    }

    @Test
    void one_whose_length_was_told_is_not_copied_when_it_is_whole() throws Refusal {
        Body body = read(new byte[700_000], 700_000);

        assertThat(body.bytes()).isSameAs(body.bytes());
    }

    @Test
    void one_that_is_longer_than_may_be_is_refused() {
        assertThatThrownBy(() -> read(new byte[MOST + 1], -1)).isInstanceOf(Refusal.class);
    }

    private static Body read(byte[] sent, int told) throws Refusal {
        Route route = new Route("POST", "/asked", List.of(), MOST, request -> Answering.now(Reply.json(200, sent)));
        Body body = new Body(route, new BodyBudget(MOST).claim(Caller.of("mira", null), MOST, () -> {}), told);
        for (int at = 0; at < sent.length; at += PIECE) {
            body.keep(new DefaultHttpContent(Unpooled.wrappedBuffer(sent, at, Math.min(PIECE, sent.length - at))));
        }
        return body;
    }
}
