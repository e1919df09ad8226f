package dev.limner.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.chat.Content;
import dev.limner.gateway.desk.Caller;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PieceInputTest {
    private static final int SIZE = 900_000;
    private static final Caller MIRA = Caller.of("mira", null);
    private static final Caller TOBIN = Caller.of("tobin", null);

    /** Room for two pictures, and for one of each caller's. */
    private final BodyBudget budget = new BodyBudget(2_000_000);

    private final AtomicInteger continued = new AtomicInteger();

    @Test
    void a_picture_waits_to_be_opened_while_its_callers_others_are_read_slowly() throws IOException {
        PieceInput slow = picture(MIRA);
        PieceInput next = picture(MIRA);

        assertThat(chunk(slow)).isPositive();
        assertThat(chunk(next)).isZero();
        assertThat(chunk(picture(TOBIN))).isPositive();

        slow.close();
        assertThat(continued).hasValue(1);
        assertThat(chunk(next)).isPositive();
    }

    @Test
    void one_that_is_sent_or_given_up_makes_room_for_the_next() throws IOException {
        PieceInput sent = picture(MIRA);
        while (!sent.isEndOfInput()) {
            assertThat(chunk(sent)).isPositive();
        }
        sent.close();
        PieceInput open = picture(MIRA);
        assertThat(chunk(open)).isPositive();
        PieceInput givenUp = picture(MIRA);
        assertThat(chunk(givenUp)).isZero();
        givenUp.close();
        open.close();

        assertThat(chunk(picture(MIRA))).isPositive();
    }

    private PieceInput picture(Caller caller) {
        Content content = Content.of(new byte[SIZE]);
        return new PieceInput(
                List.of(new Reply.Plain(content)), SIZE, budget, caller, Runnable::run, continued::incrementAndGet);
    }

    /** How many bytes there are now. */
    private static int chunk(PieceInput input) throws IOException {
        ByteBuf chunk = input.readChunk(UnpooledByteBufAllocator.DEFAULT);
        if (chunk == null) {
            return 0;
        }
        int size = chunk.readableBytes();
        chunk.release();
        return size;
    }
}
