package dev.limner.image.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/** One call. Waiting for it can be interrupted, which a blocking call of the HTTP client cannot. */
final class Exchange implements Callback {
    private static final int CHUNK = 64 * 1024;

    private final Call call;
    private final String name;
    private final Stage stage = new Stage();
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();

    Exchange(OkHttpClient http, Request request) {
        this.call = http.newCall(request.newBuilder().tag(Stage.class, stage).build());
        this.name = request.method() + " " + bare(request.url());
    }

    /** Without what a signed address carries. */
    static String bare(HttpUrl url) {
        return url.newBuilder()
                .query(null)
                .fragment(null)
                .username("")
                .password("")
                .toString();
    }

    /** Sends it and waits for the answer; breaks it off when interrupted. */
    Reply run() throws WireFault, InterruptedException {
        call.enqueue(this);
        try {
            return reply.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new WireFault(kind(cause), name + ": " + cause, null, cause);
        } catch (InterruptedException e) {
            call.cancel();
            throw e;
        }
    }

    @Override
    public void onFailure(Call failed, IOException e) {
        reply.completeExceptionally(e);
    }

    @Override
    public void onResponse(Call answered, Response response) {
        try (response) {
            Headers headers = response.headers();
            reply.complete(new Reply(
                    name, response.code(), headers, read(response.body().source())));
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            reply.completeExceptionally(e);
        }
    }

    private static byte[] read(BufferedSource source) throws IOException {
        Buffer body = new Buffer();
        while (source.read(body, CHUNK) >= 0) {
            if (body.size() > Wire.LARGEST_ANSWER) {
                throw new AnswerTooLargeException();
            }
        }
        return body.readByteArray();
    }

    private Fault kind(Throwable cause) {
        if (cause instanceof AnswerTooLargeException) {
            return Fault.TOO_LARGE;
        }
        if (stage.answered()) {
            return Fault.GARBLED;
        }
        if (!stage.sent()) {
            return Fault.UNREACHABLE;
        }
        return cause instanceof InterruptedIOException ? Fault.STALLED : Fault.BROKEN_OFF;
    }

    private static final class AnswerTooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        AnswerTooLargeException() {
            super("the answer is larger than " + (Wire.LARGEST_ANSWER >> 20) + " MB");
        }
    }
}
