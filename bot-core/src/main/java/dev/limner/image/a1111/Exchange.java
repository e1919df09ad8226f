package dev.limner.image.a1111;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/** One call under way. Waiting for it can be interrupted, which a blocking call of the HTTP client cannot. */
final class Exchange implements Callback {
    private static final int CHUNK = 64 * 1024;

    private final Call call;
    private final String name;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();

    /** Begins at once. */
    @SuppressWarnings("this-escape")
    Exchange(OkHttpClient http, Request request) {
        this.call = http.newCall(request);
        this.name = request.method() + " " + request.url();
        call.enqueue(this);
    }

    /** Breaks it off when it is still under way. */
    void cancel() {
        call.cancel();
    }

    /** Waits for the answer; breaks the call off when interrupted. */
    Reply await() throws ServerFault, InterruptedException {
        try {
            return reply.get();
        } catch (ExecutionException e) {
            throw fault(e);
        } catch (InterruptedException e) {
            cancel();
            throw e;
        }
    }

    /** Waits for the answer so long; empty when it is not there by then. */
    Optional<Reply> await(Duration time) throws ServerFault, InterruptedException {
        try {
            return Optional.of(reply.get(time.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw fault(e);
        }
    }

    @Override
    public void onFailure(Call failed, IOException e) {
        reply.completeExceptionally(e);
    }

    @Override
    public void onResponse(Call answered, Response response) {
        try (response) {
            reply.complete(new Reply(name, response.code(), read(response.body().source())));
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            reply.completeExceptionally(e);
        }
    }

    private static byte[] read(BufferedSource source) throws IOException {
        Buffer body = new Buffer();
        while (source.read(body, CHUNK) >= 0) {
            if (body.size() > SdApi.LARGEST_ANSWER) {
                throw new AnswerTooLargeException();
            }
        }
        return body.readByteArray();
    }

    private ServerFault fault(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new ServerFault(kind(cause), name + ": " + cause, cause);
    }

    private Fault kind(Throwable cause) {
        if (cause instanceof AnswerTooLargeException) {
            return Fault.TOO_LARGE;
        }
        boolean neverThere = cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof SSLException
                || cause instanceof InterruptedIOException;
        return neverThere ? Fault.UNREACHABLE : Fault.BROKEN_OFF;
    }

    private static final class AnswerTooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        AnswerTooLargeException() {
            super("the answer is larger than " + (SdApi.LARGEST_ANSWER >> 20) + " MB");
        }
    }
}
