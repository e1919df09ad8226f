package dev.limner.image.wire;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A body that the HTTP client sends once only: it repeats others of its own accord, such as after a 503 that allows it. */
final class Once extends RequestBody {
    private final RequestBody body;

    private Once(RequestBody body) {
        this.body = body;
    }

    static Request of(Request request) {
        RequestBody body = request.body();
        return body == null
                ? request
                : request.newBuilder().method(request.method(), new Once(body)).build();
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public MediaType contentType() {
        return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
        return body.contentLength();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        body.writeTo(sink);
    }
}
