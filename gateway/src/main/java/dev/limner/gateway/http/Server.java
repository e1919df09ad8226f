package dev.limner.gateway.http;

import dev.limner.gateway.GatewaySettings;
import dev.limner.gateway.desk.Caller;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.stream.ChunkedWriteHandler;
import io.netty.handler.timeout.WriteTimeoutHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway's server. Nobody who waits for a picture holds a thread, and a client that hangs up is noticed at once.
 * Thread-safe.
 */
public final class Server implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Server.class);
    private static final int EVENT_LOOPS = 2;
    private static final int WORKERS = 8;
    private static final int BACKLOG = 512;
    private static final int LONGEST_LINE = 4_096;
    private static final int LONGEST_HEADERS = 16_384;
    private static final int TOO_BUSY = 503;

    private final GatewaySettings settings;
    private final Limits limits;
    private final BodyBudget budget;
    /** Of pictures that are being sent. */
    private final BodyBudget sending;

    private final Gate gate;
    private final BiFunction<String, Refusal, Reply> faults;
    private final Answered answered;
    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
            EVENT_LOOPS, new DefaultThreadFactory("gateway", true), NioIoHandler.newFactory());
    private final Connections connections;
    private final Lines lines = new Lines();
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            WORKERS,
            WORKERS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(BACKLOG),
            new DefaultThreadFactory("gateway-work", true));
    private volatile @Nullable Front front;
    private volatile @Nullable Channel listening;
    private volatile boolean closing;

    /** @param faults tells a refusal in the words of the API that was asked, by its path */
    public Server(
            GatewaySettings settings, Limits limits, BiFunction<String, Refusal, Reply> faults, Answered answered) {
        this.settings = settings;
        this.limits = limits;
        this.connections = new Connections(limits.connections());
        this.budget = new BodyBudget(limits.bodies());
        this.sending = new BodyBudget(limits.bodies());
        this.gate = new Gate(settings);
        this.faults = faults;
        this.answered = answered;
    }

    /** Everyone who may come in. */
    public List<Caller> callers() {
        return gate.callers();
    }

    /** Where answers are made that take a while; by whoever asks, when there is too much to do. */
    public Executor workers() {
        return task -> {
            if (!work(task)) {
                task.run();
            }
        };
    }

    /** Does something after a while, on a worker. */
    public void later(Duration after, Runnable task) {
        var unused = loops.schedule(() -> workers().execute(task), after.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @throws IOException when the port cannot be taken */
    public void start(List<Route> routes) throws IOException {
        front = new Front(gate, routes);
        try {
            listening = new ServerBootstrap()
                    .group(loops)
                    .channel(NioServerSocketChannel.class)
                    .option(ChannelOption.SO_BACKLOG, BACKLOG)
                    .childOption(ChannelOption.TCP_NODELAY, true)
                    .childHandler(new ChannelInitializer<SocketChannel>() {
                        @Override
                        protected void initChannel(SocketChannel channel) {
                            welcome(channel);
                        }
                    })
                    .bind(new InetSocketAddress(settings.host(), settings.port()))
                    .syncUninterruptibly()
                    .channel();
        } catch (Exception e) {
            // Netty throws the checked cause unchecked
            throw new IOException(e.getMessage(), e);
        }
    }

    public URI address() {
        Channel channel = listening;
        if (channel == null) {
            throw new IllegalStateException("not started");
        }
        InetSocketAddress taken = (InetSocketAddress) channel.localAddress();
        String host = settings.host().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + taken.getPort() + "/");
    }

    private void welcome(SocketChannel channel) {
        if (closing || !connections.hold(channel)) {
            var unused = channel.close();
            return;
        }
        channel.pipeline()
                .addLast(new WriteTimeoutHandler(limits.writing().toMillis(), TimeUnit.MILLISECONDS))
                .addLast(new HttpServerCodec(new HttpDecoderConfig()
                        .setMaxInitialLineLength(LONGEST_LINE)
                        .setMaxHeaderSize(LONGEST_HEADERS)))
                .addLast(new ChunkedWriteHandler())
                .addLast(new Client(this));
    }

    /** How many connections are open now. */
    public int clients() {
        return connections.size();
    }

    Limits limits() {
        return limits;
    }

    Answered answered() {
        return answered;
    }

    Connections connections() {
        return connections;
    }

    BodyBudget budget() {
        return budget;
    }

    BodyBudget sending() {
        return sending;
    }

    Front front() {
        Front known = front;
        if (known == null) {
            throw new IllegalStateException("not started");
        }
        return known;
    }

    /** @return false when too much of this caller waits to be taken in, or too much of everybody to be done */
    boolean take(Caller caller, Route route, Runnable task) {
        return route.takesImages() ? lines.enter(caller, task) : work(task);
    }

    /** @return false when too much waits to be done */
    boolean work(Runnable task) {
        try {
            workers.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** Keeps hold of a request's path only, as its body may be large and its answer long in coming. */
    Answering answer(Request request, Route route, Exchange exchange) {
        String path = request.path();
        try {
            CompletableFuture<Reply> told = exchange.answer(request).reply().handle((reply, fault) -> {
                if (reply != null) {
                    return reply;
                }
                Throwable cause = fault != null && fault.getCause() != null ? fault.getCause() : fault;
                return cause instanceof Refusal refusal ? refused(path, refusal) : failed(route, path, cause);
            });
            return new Answering(told);
        } catch (Refusal refusal) {
            return Answering.now(refused(path, refusal));
        } catch (RuntimeException | OutOfMemoryError e) {
            return Answering.now(failed(route, path, e));
        }
    }

    private Reply failed(Route route, String path, @Nullable Throwable fault) {
        log.error("a request failed: {} {}", route.method(), path, fault);
        return faults.apply(path, new Refusal(500, "Limner failed at this; its log says more."));
    }

    Reply refused(String path, Refusal refusal) {
        Reply reply = faults.apply(path, refusal);
        String allow = refusal.allow();
        if (allow != null) {
            return reply.with("Allow", allow);
        }
        return switch (refusal.status()) {
            case 401 -> reply.with("WWW-Authenticate", "Basic realm=\"Limner\", Bearer");
            case 429, TOO_BUSY -> reply.with("Retry-After", "5");
            default -> reply;
        };
    }

    Reply fault(@Nullable Throwable fault) {
        log.error("an answer failed", fault);
        return faults.apply("/", new Refusal(500, "Limner failed at this; its log says more."));
    }

    /** A client hung up. When this server is closing it was not the client's wish, and what it asked for goes on. */
    void left(Exchange exchange) {
        if (!closing) {
            workers().execute(() -> {
                try {
                    exchange.left();
                } catch (RuntimeException e) {
                    log.warn("a request that nobody waits for was not taken back", e);
                }
            });
        }
    }

    /** Lets go of everybody, in about a second. */
    @Override
    public void close() {
        closing = true;
        Channel channel = listening;
        if (channel != null) {
            channel.close().awaitUninterruptibly(1, TimeUnit.SECONDS);
        }
        connections.close();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
        lines.close();
        workers.shutdownNow();
    }
}
