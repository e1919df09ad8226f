package dev.limner.gateway.http;

import dev.limner.chat.Content;
import dev.limner.gateway.desk.Caller;
import dev.limner.gateway.http.BodyBudget.Claim;
import dev.limner.gateway.http.Reply.Piece;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.stream.ChunkedInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A reply's body, made chunk by chunk as the client takes it, so that no picture stands in memory as text, and one at a
 * time at all. Pictures are opened by a worker, as they may have to be read from a disk.
 */
final class PieceInput implements ChunkedInput<ByteBuf> {
    /** A multiple of 3, so that base64 needs padding at the very end only. */
    private static final int CHUNK = 48 * 1024;

    private final Iterator<Piece> pieces;
    private final long length;
    private final BodyBudget budget;
    private final Caller caller;
    private final Executor workers;
    private final Runnable goOn;
    /** Of the piece that is open or about to be. */
    private @Nullable Claim room;

    private @Nullable CompletableFuture<InputStream> opening;
    private @Nullable InputStream open;
    private boolean base64;
    private long sent;

    /**
     * @param budget of the memory for pictures that are open, of which those that clients read slowly are many
     * @param goOn asks for the next chunk, after there was none yet; run on any thread
     */
    PieceInput(List<Piece> pieces, long length, BodyBudget budget, Caller caller, Executor workers, Runnable goOn) {
        this.budget = budget;
        this.caller = caller;
        this.workers = workers;
        this.goOn = goOn;
        this.pieces = pieces.iterator();
        this.length = length;
    }

    @Override
    public boolean isEndOfInput() {
        return sent >= length;
    }

    @Override
    public void close() throws IOException {
        leaveRoom();
        if (open != null) {
            open.close();
        }
    }

    private void leaveRoom() {
        Claim held = room;
        room = null;
        if (held != null) {
            held.release();
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
            if (in == null) {
                return null;
            }
            byte[] bytes = in.readNBytes(CHUNK);
            if (bytes.length == 0) {
                in.close();
                open = null;
                leaveRoom();
                continue;
            }
            byte[] out = base64 ? Base64.getEncoder().encode(bytes) : bytes;
            sent += out.length;
            return allocator.buffer(out.length).writeBytes(out);
        }
        return null;
    }

    /** @return null when it is not opened yet */
    private @Nullable InputStream next() throws IOException {
        CompletableFuture<InputStream> coming = opening;
        if (coming == null) {
            if (!pieces.hasNext()) {
                throw new IOException("a body shorter than it was said to be");
            }
            Piece piece = pieces.next();
            base64 = piece instanceof Reply.Base64;
            coming = opened(piece);
            opening = coming;
            if (!coming.isDone()) {
                var unused = coming.whenComplete((in, fault) -> goOn.run());
            }
        }
        if (!coming.isDone()) {
            return null;
        }
        opening = null;
        try {
            open = coming.join();
        } catch (CompletionException e) {
            throw new IOException("a piece could not be opened", e.getCause());
        }
        return open;
    }

    private CompletableFuture<InputStream> opened(Piece piece) {
        if (piece instanceof Reply.Bytes plain) {
            return CompletableFuture.completedFuture(new ByteArrayInputStream(plain.bytes()));
        }
        Content content = piece instanceof Reply.Base64 encoded ? encoded.content() : ((Reply.Plain) piece).content();
        CompletableFuture<Void> granted = new CompletableFuture<>();
        Claim claim = budget.claim(caller, content.size(), () -> granted.complete(null));
        room = claim;
        if (budget.isGranted(claim)) {
            granted.complete(null);
        }
        return granted.thenApplyAsync(
                there -> {
                    try {
                        return content.open();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                workers);
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
