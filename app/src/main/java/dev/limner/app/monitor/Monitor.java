package dev.limner.app.monitor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.limner.chat.ChatPlatform;
import dev.limner.illustration.IllustrationRepository;
import dev.limner.image.ImageBackend;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code /metrics} in Prometheus' text format; {@code /health/live}, which answers 200 while the process does; and {@code
 * /health/ready}, which answers 503 with the reasons while requests cannot be heard, kept or drawn.
 */
public final class Monitor implements AutoCloseable {
    private static final int THREADS = 4;
    private static final String TEXT = "text/plain; charset=utf-8";

    private final HttpServer server;
    private final ExecutorService threads;
    private final Meters meters;
    private final Readiness readiness;

    /**
     * Listens from now on.
     *
     * @throws IOException when the port is taken or the address is not this machine's
     */
    public Monitor(
            MonitorSettings settings,
            Meters meters,
            IllustrationRepository illustrations,
            List<ImageBackend> backends,
            List<ChatPlatform> platforms,
            InstantSource clock)
            throws IOException {
        this.meters = meters;
        this.readiness = new Readiness(illustrations, backends, platforms, clock);
        AtomicInteger count = new AtomicInteger();
        threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "monitor-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        server = HttpServer.create(new InetSocketAddress(settings.host(), settings.port()), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Of the figures. */
    public URI address() {
        InetAddress host = server.getAddress().getAddress();
        String name = host.getAddress().length > 4 ? "[" + host.getHostAddress() + "]" : host.getHostAddress();
        return URI.create("http://" + name + ":" + server.getAddress().getPort() + "/metrics");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, 405, TEXT, "Only GET and HEAD are answered here.\n");
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/metrics" -> send(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", meters.scrape());
                case "/health/live" -> send(exchange, 200, TEXT, "alive\n");
                case "/health/ready" -> ready(exchange);
                default -> send(exchange, 404, TEXT, "There are /metrics, /health/live and /health/ready.\n");
            }
        }
    }

    private void ready(HttpExchange exchange) throws IOException {
        List<String> faults = readiness.faults();
        if (faults.isEmpty()) {
            send(exchange, 200, TEXT, "ready\n");
        } else {
            send(exchange, 503, TEXT, String.join("\n", faults) + "\n");
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
