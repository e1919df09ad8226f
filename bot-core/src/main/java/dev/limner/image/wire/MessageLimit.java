package dev.limner.image.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the messages of one websocket. The HTTP client keeps a message until it is complete, however large it grows, and
 * has no setting for that, so what comes over the socket is counted from one message to the next; and messages are not
 * compressed, since nobody knows beforehand what comes out of them. Does not see through a SOCKS proxy.
 */
final class MessageLimit extends SocketFactory {
    /** Bytes; many times what a preview, or word of a failure, takes. */
    static final int LARGEST = 16 << 20;

    private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

    private final AtomicLong sinceMessage = new AtomicLong();

    /** Opens a websocket whose connection ends when a message is too large. */
    static WebSocket open(OkHttpClient http, Request request, WebSocketListener listener) {
        MessageLimit limit = new MessageLimit();
        return http.newBuilder()
                .socketFactory(limit)
                .addInterceptor(MessageLimit::withoutExtensions)
                .build()
                .newWebSocket(request, limit.counting(listener));
    }

    private static Response withoutExtensions(Interceptor.Chain chain) throws IOException {
        Request plain = chain.request().newBuilder().removeHeader(EXTENSIONS).build();
        return chain.proceed(plain).newBuilder().removeHeader(EXTENSIONS).build();
    }

    private WebSocketListener counting(WebSocketListener listener) {
        return new WebSocketListener() {
            @Override
            public void onOpen(WebSocket socket, Response response) {
                sinceMessage.set(0);
                listener.onOpen(socket, response);
            }

            @Override
            public void onMessage(WebSocket socket, String text) {
                sinceMessage.set(0);
                listener.onMessage(socket, text);
            }

            @Override
            public void onMessage(WebSocket socket, ByteString bytes) {
                sinceMessage.set(0);
                listener.onMessage(socket, bytes);
            }

            @Override
            public void onClosing(WebSocket socket, int code, String reason) {
                listener.onClosing(socket, code, reason);
            }

            @Override
            public void onClosed(WebSocket socket, int code, String reason) {
                listener.onClosed(socket, code, reason);
            }

            @Override
            public void onFailure(WebSocket socket, Throwable cause, @Nullable Response response) {
                listener.onFailure(socket, cause, response);
            }
        };
    }

    private int counted(int bytes) throws IOException {
        if (bytes > 0 && sinceMessage.addAndGet(bytes) > LARGEST) {
            throw new IOException("a message is larger than " + (LARGEST >> 20) + " MB");
        }
        return bytes;
    }

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = new Counted();
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw connected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        throw connected();
    }

    private static UnsupportedOperationException connected() {
        return new UnsupportedOperationException("the HTTP client connects its sockets itself");
    }

    private final class Counted extends Socket {
        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    int read = super.read();
                    counted(read < 0 ? 0 : 1);
                    return read;
                }

                @Override
                public int read(byte[] into, int at, int most) throws IOException {
                    return counted(super.read(into, at, most));
                }
            };
        }
    }
}
