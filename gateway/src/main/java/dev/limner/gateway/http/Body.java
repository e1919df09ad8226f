package dev.limner.gateway.http;

import dev.limner.gateway.http.BodyBudget.Claim;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A body on its way in, with the room that it was promised. Not thread-safe. */
final class Body {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Route route;
    private final Claim room;

    Body(Route route, Claim room) {
        this.route = route;
        this.room = room;
    }

    void keep(HttpContent content) throws Refusal {
        if (content.decoderResult().isFailure()) {
            throw new Refusal(400, "The body is not HTTP as it is read here.");
        }
        ByteBuf piece = content.content();
        int size = piece.readableBytes();
        if (bytes.size() + (long) size > route.most()) {
            throw Front.tooLarge(route);
        }
        try {
            piece.readBytes(bytes, size);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail so", e);
        }
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** What it was promised; to be released when the body is let go of. */
    Claim room() {
        return room;
    }
}
