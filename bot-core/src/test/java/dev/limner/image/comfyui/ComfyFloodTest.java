package dev.limner.image.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.image.GenerationOutcome;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.Requests;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import okio.ByteString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A websocket is a help, and never worth the memory of the bot. */
class ComfyFloodTest extends OnFakeComfy {
    /** Bytes: the limit of a message, and what waits in the buffers of both ends. */
    private static final long BOUND = 64L << 20;

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of("of a terabyte", FloodingSocket.ONE_FRAME),
                Arguments.of("of pieces without end", FloodingSocket.IN_PIECES),
                Arguments.of("compressed without being asked to", FloodingSocket.PACKED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void a_message_that_does_not_end_is_cut_off_and_the_picture_drawn(String what, ByteString first) throws Exception {
        FloodingSocket flood = new FloodingSocket(first);
        server.flooding(flood);
        server.worker().hold();

        FutureTask<GenerationOutcome> drawing = begin(backend(), Requests.of("r1"));
        await().until(() -> flood.isCut() || flood.most() >= FloodingSocket.MOST);
        server.worker().release();

        assertThat(drawing.get()).isInstanceOf(Generated.class);
        assertThat(flood.most()).isLessThan(BOUND);
        assertThat(flood.packs()).as("asks for compression").isFalse();
    }
}
