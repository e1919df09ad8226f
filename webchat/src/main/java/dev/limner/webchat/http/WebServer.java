package dev.limner.webchat.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.limner.command.CommandCatalog;
import dev.limner.webchat.room.Audience;
import dev.limner.webchat.room.People;
import dev.limner.webchat.room.Room;
import dev.limner.webchat.room.RoomException;
import dev.limner.webchat.room.RoomView;
import dev.limner.webchat.transcript.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The web chat's server, on loopback and nowhere else. Thread-safe. */
public final class WebServer implements Audience, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    /** A client that is slow to send keeps one until its request is given up, so there are many. */
    private static final int THREADS = 256;

    private static final Duration IDLE = Duration.ofSeconds(30);
    /** For a whole answer to be read. */
    private static final int READING_SECONDS = 60;

    /**
     * After so long a tab is asked to connect again. One that is gone without a word, as behind a tunnel that broke, takes
     * what is written to it for as long as the system's buffers and patience last, and would keep its place till then.
     */
    public static final Duration STREAM_LIFE = Duration.ofMinutes(10);

    private static final int SESSIONS = 64;
    private static final int STREAMS = 64;
    private static final int TOO_LARGE = 413;
    private static final long DRAINED = 64L << 20;

    private final HttpServer server;
    private final ExecutorService requests;
    private final ExecutorService writers = Executors.newCachedThreadPool(threads("webchat-events"));
    private final Duration streamLife;
    private final Gate gate;
    private final Sessions sessions;
    private final Uploads uploads;
    private final StaticFiles files = new StaticFiles();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicInteger streams = new AtomicInteger();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(threads("webchat-watch"));
    private volatile @Nullable Routes routes;

    /**
     * Takes the port, but does not answer yet.
     *
     * @param port 0 for a free one
     * @param uploads folder for files on their way, nobody else's
     * @param streamLife after which a tab is asked to connect again
     * @throws IOException when the port is taken, or the folder cannot be used
     */
    public WebServer(int port, Path uploads, Duration streamLife) throws IOException {
        this.streamLife = streamLife;
        // Without this, an answer of two packets waits 40 ms for the browser's delayed acknowledgement.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        // Seconds for a whole request to arrive; without it, clients that never finish theirs take every thread for
        // good.
        if (System.getProperty("sun.net.httpserver.maxReqTime") == null) {
            System.setProperty("sun.net.httpserver.maxReqTime", "30");
        }
        InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
        this.server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
        this.requests = new ThreadPoolExecutor(
                0, THREADS, IDLE.toSeconds(), TimeUnit.SECONDS, new SynchronousQueue<>(), threads("webchat"));
        int taken = server.getAddress().getPort();
        this.gate = new Gate(taken);
        this.sessions = new Sessions(taken, SESSIONS);
        this.uploads = new Uploads(uploads);
    }

    /** Begins to answer. */
    public void start(Room room, People people, RoomView view, Transcript transcript, CommandCatalog commands) {
        Api api = new Api(room, people, commands);
        Panel panel = new Panel(room, people, view);
        this.routes = new Routes(api, panel, people, transcript, commands, sessions, uploads, room);
        server.setExecutor(requests);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void tellEveryone(String event, Object data) {
        EventStream.Event told = new EventStream.Event(event, data);
        sessions.all().forEach(session -> session.streams().forEach(stream -> stream.offer(told)));
    }

    @Override
    public void forget(String person) {
        sessions.all().forEach(session -> session.forget(person));
    }

    /** Ends what runs, in well under a second; the pages notice and wait for the next start. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        sessions.all().forEach(session -> session.streams().forEach(EventStream::drop));
        server.stop(0);
        requests.shutdownNow();
        writers.shutdownNow();
        watch.shutdownNow();
        uploads.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Optional<Reply> answer = answer(exchange);
        if (answer.isPresent()) {
            send(exchange, answer.get());
            exchange.close();
        }
    }

    /** The interrupt closes the channel under a write that hangs, for a client that does not read. */
    private void send(HttpExchange exchange, Reply reply) throws IOException {
        Future<?> limit = watch.schedule(Thread.currentThread()::interrupt, READING_SECONDS, TimeUnit.SECONDS);
        try {
            reply.send(exchange);
        } finally {
            limit.cancel(false);
        }
    }

    /** @return empty where the exchange goes on as a stream of events */
    private Optional<Reply> answer(HttpExchange exchange) throws IOException {
        try {
            gate.admit(exchange);
            String path = exchange.getRequestURI().getPath();
            if (path.equals(Routes.EVENTS) && exchange.getRequestMethod().equals("GET")) {
                listen(exchange);
                return Optional.empty();
            }
            return Optional.of(reply(exchange, path));
        } catch (Refusal refusal) {
            if (refusal.status() == TOO_LARGE) {
                drain(exchange);
            }
            return Optional.of(Reply.error(refusal));
        } catch (RoomException e) {
            return Optional.of(Reply.error(new Refusal(status(e.kind()), String.valueOf(e.getMessage()))));
        } catch (RuntimeException e) {
            LOG.error(
                    "a request failed: {} {}",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    e);
            return Optional.of(Reply.error(new Refusal(500, "Limner failed at this; its log says more.")));
        }
    }

    /** A client that is still sending when the connection closes never reads why. */
    private static void drain(HttpExchange exchange) throws IOException {
        InputStream rest = exchange.getRequestBody();
        byte[] buffer = new byte[1 << 16];
        long left = DRAINED;
        for (int n = rest.read(buffer); n >= 0 && left > 0; n = rest.read(buffer)) {
            left -= n;
        }
    }

    private Reply reply(HttpExchange exchange, String path) throws IOException, Refusal, RoomException {
        if (path.startsWith("/api/")) {
            return Objects.requireNonNull(routes).reply(exchange, path);
        }
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            throw new Refusal(405, "This address can only be read.");
        }
        return files.get(path, exchange.getRequestHeaders().getFirst("If-None-Match"))
                .orElseThrow(() -> new Refusal(404, "There is nothing here."));
    }

    private void listen(HttpExchange exchange) throws Refusal {
        Session session = sessions.known(exchange);
        if (streams.incrementAndGet() > STREAMS) {
            streams.decrementAndGet();
            throw new Refusal(503, "Too many pages are open. Close some.");
        }
        List<Future<?>> ends = new CopyOnWriteArrayList<>();
        EventStream[] self = new EventStream[1];
        EventStream stream = new EventStream(exchange, () -> {
            ends.forEach(end -> end.cancel(false));
            streams.decrementAndGet();
            session.remove(Objects.requireNonNull(self[0]));
        });
        self[0] = stream;
        ends.add(after(streamLife, stream::renew));
        ends.add(after(streamLife.plusSeconds(READING_SECONDS), stream::drop));
        stream.offer(new EventStream.Event("hello", ""));
        session.add(stream);
        writers.execute(stream);
    }

    private Future<?> after(Duration rest, Runnable work) {
        return watch.schedule(work, rest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static int status(RoomException.Kind kind) {
        return switch (kind) {
            case NOT_THERE -> 404;
            case NOT_ALLOWED -> 403;
            case INVALID -> 422;
            case NOT_KEPT -> 503;
        };
    }

    private static ThreadFactory threads(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
