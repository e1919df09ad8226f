package dev.limner.image.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
public final class Exchange implements Callback {
    private static final int CHUNK = 64 * 1024;

    private final Call call;
    private final String name;
    private final Stage stage = new Stage();
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();

    public Exchange(OkHttpClient http, Request request) {
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

    /** Sends it; the answer is waited for by another call. */
    public Exchange begin() {
        call.enqueue(this);
        return this;
    }

    /** Breaks it off when it is still under way. */
    public void cancel() {
        call.cancel();
    }

    /** Sends it and waits for the answer; breaks it off when interrupted. */
    public Reply run() throws WireFault, InterruptedException {
        begin();
        try {
            return reply.get();
        } catch (ExecutionException e) {
            throw fault(e);
        } catch (InterruptedException e) {
            cancel();
            throw e;
        }
    }

    /** Waits so long for the answer of what was begun; empty when it is not there by then. */
    public Optional<Reply> await(Duration time) throws WireFault, InterruptedException {
        try {
            return Optional.of(reply.get(time.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw fault(e);
        }
    }

    private WireFault fault(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new WireFault(kind(cause), name + ": " + cause, null, cause);
    }

    @Override
    public void onFailure(Call failed, IOException e) {
        reply.completeExceptionally(e);
    }

    @Override
    public void onResponse(Call answered, Response response) {
        try (response) {
            Headers headers = response.headers();
            reply.complete(new Reply(name, response.code(), headers, read(response)));
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            reply.completeExceptionally(e);
        }
    }

    /** A refusal counts as far as it came: what it says stands at its beginning. */
    private static byte[] read(Response response) throws IOException {
        Buffer body = new Buffer();
        try {
            if (response.body().contentLength() > Wire.LARGEST_ANSWER) {
                throw new AnswerTooLargeException();
            }
            readInto(body, response.body().source());
        } catch (IOException e) {
            if (response.isSuccessful()) {
                throw e;
            }
        }
        return body.readByteArray();
    }

    private static void readInto(Buffer body, BufferedSource source) throws IOException {
        while (source.read(body, CHUNK) >= 0) {
            if (body.size() > Wire.LARGEST_ANSWER) {
                throw new AnswerTooLargeException();
            }
        }
    }

    private Fault kind(Throwable cause) {
        if (cause instanceof AnswerTooLargeException) {
            return Fault.TOO_LARGE;
        }
        if (stage.answered()) {
            return Fault.GARBLED;
        }
        if (!stage.sent()) {
            return stage.refused() ? Fault.DOWN : Fault.UNREACHABLE;
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
