package dev.limner.gateway.http;

import dev.limner.gateway.http.BodyBudget.Claim;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpContent;
import java.util.Arrays;

/**
 * A body on its way in, with the room that it was promised. One whose length was told takes no more memory than that, as
 * large ones would else be there twice when they are whole. Not thread-safe.
 */
final class Body {
    /** So much may come in before there is room for all of it. */
    private static final int SMALL = 64 << 10;

    private final Route route;
    private final Claim room;
    private final int length;
    private byte[] bytes = new byte[0];
    private int size;

    /** @param length as it was told; negative where it was not */
    Body(Route route, Claim room, long length) {
        this.route = route;
        this.room = room;
        this.length = (int) Math.min(length, route.most());
    }

    void keep(HttpContent content) throws Refusal {
        if (content.decoderResult().isFailure()) {
            throw new Refusal(400, "The body is not HTTP as it is read here.");
        }
        ByteBuf piece = content.content();
        int more = piece.readableBytes();
        if (size + (long) more > route.most()) {
            throw Front.tooLarge(route);
        }
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, capacity(size + more));
        }
        piece.readBytes(bytes, size, more);
        size += more;
    }

    private int capacity(int needed) {
        if (length >= needed) {
            return needed <= SMALL ? Math.min(SMALL, length) : length;
        }
        return Math.max(needed, (int) Math.min(route.most(), 2L * bytes.length));
    }

    byte[] bytes() {
        return bytes.length == size ? bytes : Arrays.copyOf(bytes, size);
    }

    /** What it was promised; to be released when the body is let go of. */
    Claim room() {
        return room;
    }
}
