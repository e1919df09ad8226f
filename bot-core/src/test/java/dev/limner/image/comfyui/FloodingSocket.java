package dev.limner.image.comfyui;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketHandler;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;
import okio.Okio;
import okio.Socket;

/** A websocket that means harm. Each connection is told the beginning of a message, and bytes of it without end. */
final class FloodingSocket implements SocketHandler {
    /** Bytes; by then whoever listens has had enough, or never will. */
    static final long MOST = 200L << 20;

    /** One message of a terabyte, and one in a gigabyte of pieces. */
    static final ByteString ONE_FRAME = ByteString.decodeHex("827f0000010000000000");

    static final ByteString IN_PIECES = ByteString.decodeHex("027f0000000000100000");
    /** Compressed, which nobody agreed to. */
    static final ByteString PACKED = ByteString.decodeHex("c27f0000010000000000");

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int PIECE = 1 << 20;

    private final ByteString first;
    private final AtomicLong most = new AtomicLong();
    private volatile boolean cut;
    private volatile boolean packs;

    FloodingSocket(ByteString first) {
        this.first = first;
    }

    MockResponse answer(RecordedRequest request) {
        String key = Objects.requireNonNull(request.getHeaders().get("Sec-WebSocket-Key"));
        packs |= request.getHeaders().get("Sec-WebSocket-Extensions") != null;
        MockResponse.Builder answer = new MockResponse.Builder()
                .code(101)
                .setHeader("Upgrade", "websocket")
                .setHeader("Connection", "Upgrade")
                .setHeader(
                        "Sec-WebSocket-Accept",
                        ByteString.encodeUtf8(key + MAGIC).sha1().base64());
        if (first.equals(PACKED)) {
            answer.setHeader("Sec-WebSocket-Extensions", "permessage-deflate");
        }
        return answer.socketHandler(this).build();
    }

    /** Whether a connection was ended by whoever listens. */
    boolean isCut() {
        return cut;
    }

    /** Bytes that were sent over one connection, at the most. */
    long most() {
        return most.get();
    }

    /** Whether compression was asked for. */
    boolean packs() {
        return packs;
    }

    @Override
    public void handle(Socket socket) {
        long sent = 0;
        try (BufferedSink sink = Okio.buffer(socket.getSink())) {
            sink.write(first);
            while (sent < MOST) {
                sink.write(new Buffer().write(new byte[PIECE]), PIECE);
                sent += PIECE;
                if (first.equals(IN_PIECES)) {
                    sink.write(ByteString.decodeHex("007f0000000000100000"));
                }
                sink.flush();
            }
        } catch (IOException e) {
            cut = true;
        }
        most.accumulateAndGet(sent, Math::max);
    }
}
