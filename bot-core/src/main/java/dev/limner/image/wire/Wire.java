package dev.limner.image.wire;

import com.fasterxml.jackson.databind.JsonNode;
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
import okhttp3.RequestBody;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/**
 * Calls to one service: each can be interrupted, its answer is of bounded size, redirects are not followed, since they
 * would take the key and people's stories to a place that nobody configured. Thread-safe; threads of its own, until it
 * is closed.
 */
public final class Wire implements AutoCloseable {
    /** Bytes; many times what a picture of several megapixels takes. */
    public static final int LARGEST_ANSWER = 64 << 20;

    private static final Duration SHORT = Duration.ofSeconds(10);
    /** A file comes without pauses. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final Duration PING = Duration.ofSeconds(20);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** Servers keep a connection for 5 s and more: uvicorn, cpp-httplib and Node for 5, aiohttp and nginx for 75. */
    private static final Duration KEPT_FOR = Duration.ofSeconds(2);
    /** So many times its limit without a byte may a call take that keeps sending. */
    private static final int DRIPS = 4;

    private static final int CALLS_AT_ONCE = 64;

    private final Endpoint endpoint;
    private final OkHttpClient brief;
    private final OkHttpClient fetching;
    private final OkHttpClient patient;
    private final OkHttpClient talking;
    private volatile boolean closed;

    /**
     * @param http whose proxies and certificates are taken; threads and connections are not shared with it
     * @param limit how long a service may work on a picture without a sign
     */
    public Wire(Endpoint endpoint, OkHttpClient http, Duration limit) {
        this.endpoint = endpoint;
        Dispatcher dispatcher = new Dispatcher(threads(endpoint.kind()));
        dispatcher.setMaxRequestsPerHost(CALLS_AT_ONCE);
        OkHttpClient common = watched(http.newBuilder())
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(4, 30, TimeUnit.SECONDS))
                .connectTimeout(CONNECT)
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
        this.brief = common.newBuilder().callTimeout(SHORT).readTimeout(SHORT).build();
        this.fetching = common.newBuilder()
                .readTimeout(limit.compareTo(SILENCE) < 0 ? limit : SILENCE)
                .callTimeout(limit.multipliedBy(DRIPS))
                .build();
        this.talking = common.newBuilder()
                .readTimeout(Duration.ZERO)
                .pingInterval(PING)
                .build();
        this.patient = sentOnce(common.newBuilder())
                .readTimeout(limit)
                .writeTimeout(limit)
                .callTimeout(limit.multipliedBy(DRIPS))
                .build();
    }

    /**
     * For requests that are drawn twice when they are sent twice: never sent again by the HTTP client, and never over a
     * connection that the server may have closed meanwhile, on which they would be lost.
     */
    public static OkHttpClient.Builder sentOnce(OkHttpClient.Builder http) {
        return watched(http)
                .connectionPool(new ConnectionPool(4, KEPT_FOR.toMillis(), TimeUnit.MILLISECONDS))
                .retryOnConnectionFailure(false)
                .addInterceptor(chain -> chain.proceed(Once.of(chain.request())));
    }

    /** For calls whose failures tell how far they came. */
    public static OkHttpClient.Builder watched(OkHttpClient.Builder http) {
        return http.eventListenerFactory(Stage::of);
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /** @param path below the service's base, such as {@code v1/images/edits} */
    public HttpUrl url(String path) {
        return endpoint.base().newBuilder().addPathSegments(path).build();
    }

    /** @param body whose images are binary nodes; not to be changed any more */
    public static RequestBody json(JsonNode body) {
        return new StreamedJson(body);
    }

    /** A call that answers within seconds, and does no harm when it is made twice. */
    public Reply get(HttpUrl url) throws WireFault, InterruptedException {
        return asked(brief, ours(url).get().build());
    }

    /** Without a body, for what does no harm when it is said twice, such as that a job is to be cancelled. */
    public Reply post(HttpUrl url) throws WireFault, InterruptedException {
        return post(url, RequestBody.create(new byte[0]));
    }

    /** For what does no harm when it is said twice. */
    public Reply post(HttpUrl url, RequestBody body) throws WireFault, InterruptedException {
        return asked(brief, ours(url).post(body).build());
    }

    /** Hands over a file, which does no harm when it is done twice; once more when the connection is lost meanwhile. */
    public Reply upload(HttpUrl url, RequestBody body) throws WireFault, InterruptedException {
        Request request = ours(url).post(body).build();
        try {
            return asked(fetching, request);
        } catch (WireFault e) {
            if (e.fault() != Fault.UNREACHABLE && e.fault() != Fault.DOWN) {
                throw e;
            }
            return asked(fetching, request);
        }
    }

    public Reply delete(HttpUrl url) throws WireFault, InterruptedException {
        return asked(brief, ours(url).delete().build());
    }

    /** Fetches a file, however large: as long as its bytes keep coming it may take its time. */
    public Reply fetch(HttpUrl url) throws WireFault, InterruptedException {
        return asked(fetching, ours(url).get().build());
    }

    /** The same without what the service wants to see of us, for addresses of others. */
    public Reply fetchBare(HttpUrl url) throws WireFault, InterruptedException {
        return asked(fetching, new Request.Builder().url(url).get().build());
    }

    /**
     * Asks for a picture: sent once only, answered whenever it is drawn.
     *
     * @throws WireFault {@link Fault#BROKEN_OFF} or {@link Fault#STALLED} when the work may still be going on,
     *     {@link Fault#NOT_RECEIVED} when the answer broke off and drawing it again would be charged for
     */
    public Reply draw(HttpUrl url, RequestBody body) throws WireFault, InterruptedException {
        return Delivery.once(endpoint, () -> ask(url, body));
    }

    /**
     * Hands over work that goes on behind the answer, which names it: without that name it cannot be asked after.
     *
     * @throws WireFault {@link Fault#UNTRACED} when the answer broke off, otherwise as {@link #draw} does
     */
    public Reply submit(HttpUrl url, RequestBody body) throws WireFault, InterruptedException {
        try {
            return ask(url, body);
        } catch (WireFault e) {
            throw e.fault() == Fault.GARBLED ? e.as(Fault.UNTRACED) : e;
        }
    }

    private Reply ask(HttpUrl url, RequestBody body) throws WireFault, InterruptedException {
        requireOpen();
        try {
            Reply reply = new Exchange(patient, ours(url).post(body).build()).run();
            if (reply.isGivenUpBetween()) {
                throw Verdict.as(Fault.BROKEN_OFF, reply);
            }
            return reply;
        } catch (WireFault e) {
            requireOpen();
            // of who charges, one machine that ended says nothing of what was taken
            if (e.fault() == Fault.BROKEN_OFF && !endpoint.charges() && isGone()) {
                throw e.as(Fault.GONE);
            }
            throw e;
        }
    }

    /**
     * Opens a websocket; what comes of it is told to the listener, on a thread of this wire. A message of more than 16 MB
     * ends it.
     *
     * @param url of http or https
     */
    public WebSocket socket(HttpUrl url, WebSocketListener listener) throws WireFault {
        requireOpen();
        return MessageLimit.open(talking, ours(url).build(), listener);
    }

    private Reply asked(OkHttpClient client, Request request) throws WireFault, InterruptedException {
        requireOpen();
        try {
            return new Exchange(client, request).run();
        } catch (WireFault e) {
            requireOpen();
            throw e.fault() == Fault.BROKEN_OFF || e.fault() == Fault.STALLED ? e.as(Fault.UNREACHABLE) : e;
        }
    }

    private boolean isGone() throws InterruptedException {
        return Absence.of(patient, ours(endpoint.base()).get().build(), SHORT);
    }

    private Request.Builder ours(HttpUrl url) {
        Request.Builder request = new Request.Builder().url(url);
        endpoint.headers().forEach(request::header);
        return request;
    }

    private void requireOpen() throws WireFault {
        if (closed) {
            throw new WireFault(Fault.CLOSED, endpoint + " is no longer used");
        }
    }

    /** Breaks off all that is under way. */
    @Override
    public void close() {
        closed = true;
        Dispatcher dispatcher = brief.dispatcher();
        dispatcher.cancelAll();
        dispatcher.executorService().shutdown();
        brief.connectionPool().evictAll();
        patient.connectionPool().evictAll();
    }

    private static ExecutorService threads(String kind) {
        AtomicInteger count = new AtomicInteger();
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "limner-" + kind + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
