package dev.limner.image.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.Locale;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * How far a call came: only what was sent can have been drawn, and what was answered is no longer being drawn. A server of
 * HTTP/1.0 closes behind its answer without a word, so its connection is not kept for the next call.
 */
final class Stage extends EventListener {
    private volatile boolean sent;
    private volatile boolean answered;
    private volatile boolean closesBehind;
    private volatile boolean refused;
    private volatile boolean failedOtherwise;

    static EventListener of(Call call) {
        Stage stage = call.request().tag(Stage.class);
        return stage == null ? EventListener.NONE : stage;
    }

    /** Whether the server may have the whole request. */
    boolean sent() {
        return sent;
    }

    /** Whether its answer had begun. */
    boolean answered() {
        return answered;
    }

    /** Whether nothing listens there, at any of its addresses: whoever only cannot be reached may work on. */
    boolean refused() {
        return refused && !failedOtherwise;
    }

    @Override
    public void connectFailed(
            Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol, IOException e) {
        // of a proxy of ours that is down the server knows nothing
        boolean ended = proxy.type() == Proxy.Type.DIRECT && isRefusal(e);
        refused |= ended;
        failedOtherwise |= !ended;
    }

    /** The JDK has no type for it, only for whatever else keeps it from connecting as well. */
    private static boolean isRefusal(Throwable e) {
        if (e.getCause() != null) {
            return isRefusal(e.getCause());
        }
        return e instanceof ConnectException
                && String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("refused");
    }

    @Override
    public void requestHeadersEnd(Call call, Request request) {
        sent = request.body() == null;
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        sent = true;
    }

    @Override
    public void requestFailed(Call call, IOException e) {
        // a server that refuses early closes before it has read everything
        sent = false;
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        answered = true;
        closesBehind = response.protocol() == Protocol.HTTP_1_0;
    }

    @Override
    public void connectionReleased(Call call, Connection connection) {
        if (closesBehind) {
            try {
                connection.socket().close();
            } catch (IOException e) {
                // no worse than open
            }
        }
    }
}
