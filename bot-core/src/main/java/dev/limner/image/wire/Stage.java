package dev.limner.image.wire;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * How far a call came: only what was sent can have been drawn, and what was answered is no longer being drawn. A server of
 * HTTP/1.0 closes behind its answer without a word, so its connection is not kept for the next call.
 */
final class Stage extends EventListener {
    private volatile boolean sent;
    private volatile boolean answered;
    private volatile boolean closesBehind;

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
