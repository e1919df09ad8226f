package dev.limner.gateway.http;

import dev.limner.gateway.http.Reply.Piece;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.stream.ChunkedInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reply's body, made chunk by chunk as the client takes it, so that no picture stands in memory as text. */
final class PieceInput implements ChunkedInput<ByteBuf> {
    /** A multiple of 3, so that base64 needs padding at the very end only. */
    private static final int CHUNK = 48 * 1024;

    private final Iterator<Piece> pieces;
    private final long length;
    private @Nullable InputStream open;
    private boolean base64;
    private long sent;

    PieceInput(List<Piece> pieces, long length) {
        this.pieces = pieces.iterator();
        this.length = length;
    }

    @Override
    public boolean isEndOfInput() {
        return sent >= length;
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
        }
    }

    /** Names the old signature, which Netty still declares. */
    @Override
    @Deprecated
    public @Nullable ByteBuf readChunk(ChannelHandlerContext context) throws IOException {
        return readChunk(context.alloc());
    }

    @Override
    public @Nullable ByteBuf readChunk(ByteBufAllocator allocator) throws IOException {
        while (!isEndOfInput()) {
            InputStream in = open == null ? next() : open;
            byte[] bytes = in.readNBytes(CHUNK);
            if (bytes.length == 0) {
                in.close();
                open = null;
                continue;
            }
            byte[] out = base64 ? Base64.getEncoder().encode(bytes) : bytes;
            sent += out.length;
            return allocator.buffer(out.length).writeBytes(out);
        }
        return null;
    }

    private InputStream next() throws IOException {
        if (!pieces.hasNext()) {
            throw new IOException("a body shorter than it was said to be");
        }
        Piece piece = pieces.next();
        base64 = piece instanceof Reply.Base64;
        InputStream opened;
        if (piece instanceof Reply.Base64 encoded) {
            opened = encoded.content().open();
        } else if (piece instanceof Reply.Plain plain) {
            opened = plain.content().open();
        } else {
            opened = new ByteArrayInputStream(((Reply.Bytes) piece).bytes());
        }
        open = opened;
        return opened;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public long progress() {
        return sent;
    }
}
