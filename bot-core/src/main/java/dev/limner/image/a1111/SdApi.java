package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.image.wire.Absence;
import dev.limner.image.wire.Endpoint;
import dev.limner.image.wire.Exchange;
import dev.limner.image.wire.Reply;
import dev.limner.image.wire.Wire;
import dev.limner.image.wire.WireFault;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Calls to one server. Thread-safe; threads of its own, until it is closed. */
final class SdApi implements AutoCloseable {
    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final int CALLS_AT_ONCE = 64;

    private final Endpoint endpoint;
    private final OkHttpClient brief;
    private final OkHttpClient patient;

    SdApi(A1111Settings settings, OkHttpClient http) {
        this.endpoint = settings.endpoint();
        Dispatcher dispatcher = new Dispatcher(threads());
        dispatcher.setMaxRequestsPerHost(CALLS_AT_ONCE);
        // A redirect would take the key, and people's stories, to a place that nobody configured.
        OkHttpClient common = Wire.watched(http.newBuilder())
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(4, 30, TimeUnit.SECONDS))
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
        this.brief = common.newBuilder().callTimeout(SHORT).build();
        this.patient = Wire.sentOnce(common.newBuilder())
                .connectTimeout(SHORT)
                .readTimeout(Duration.ZERO)
                .callTimeout(Duration.ZERO)
                .build();
    }

    /** The text with every secret made unreadable. */
    String withoutSecrets(String text) {
        return endpoint.withoutSecrets(text);
    }

    /** The address without credentials. */
    String address() {
        return endpoint.base().toString();
    }

    Reply get(String path) throws ServerFault, InterruptedException {
        return brief(request(path).get().build());
    }

    Reply post(String path, JsonNode body) throws ServerFault, InterruptedException {
        return brief(request(path).post(Wire.json(body)).build());
    }

    /** Whether nothing listens there any more. */
    boolean isGone() throws InterruptedException {
        return Absence.of(brief, request("").get().build(), SHORT);
    }

    private Reply brief(Request request) throws ServerFault, InterruptedException {
        try {
            return new Exchange(brief, request).run();
        } catch (WireFault e) {
            throw ServerFault.inPassing(e);
        }
    }

    /** Begins a call that may take as long as it likes. */
    Exchange begin(String path, JsonNode body) {
        return new Exchange(patient, request(path).post(Wire.json(body)).build()).begin();
    }

    /** Breaks off all that is under way. */
    @Override
    public void close() {
        Dispatcher dispatcher = brief.dispatcher();
        dispatcher.cancelAll();
        dispatcher.executorService().shutdown();
        brief.connectionPool().evictAll();
        patient.connectionPool().evictAll();
    }

    private Request.Builder request(String path) {
        String[] parts = path.split("\\?", 2);
        HttpUrl.Builder url = endpoint.base().newBuilder().addPathSegments(parts[0]);
        if (parts.length > 1) {
            url.encodedQuery(parts[1]);
        }
        Request.Builder request = new Request.Builder().url(url.build());
        endpoint.headers().forEach(request::header);
        return request;
    }

    private static ExecutorService threads() {
        AtomicInteger count = new AtomicInteger();
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "limner-a1111-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
