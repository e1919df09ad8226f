package dev.limner.webchat.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The Server-Sent Events of one tab. Events wait in a bounded queue for a thread that writes them; a tab that does not
 * read fast enough is dropped, and takes up the thread of things when it connects again.
 */
final class EventStream implements Runnable {
    /** How many events may wait for a slow tab. */
    static final int QUEUE = 256;

    private static final int KEEP_ALIVE_SECONDS = 15;
    private static final byte[] KEEP_ALIVE = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final HttpExchange exchange;
    private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Runnable whenGone;
    private volatile boolean finishing;
    private volatile @Nullable Thread writer;

    /** @param whenGone called once, when nothing more is written */
    EventStream(HttpExchange exchange, Runnable whenGone) {
        this.exchange = exchange;
        this.whenGone = whenGone;
    }

    /** Something to be written: its kind, and a value that becomes JSON. */
    record Event(String type, Object data) {
        private byte[] bytes() {
            return ("event: " + type + "\ndata: " + Json.text(data) + "\n\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Takes an event for writing; never waits. */
    void offer(Event event) {
        if (!queue.offer(event)) {
            drop();
        }
    }

    /** Ends the stream after what waits was written. */
    void finish() {
        finishing = true;
        offer(new Event("end", ""));
    }

    /** Ends the stream as {@link #finish} does, and lets the tab know that it may connect again at once. */
    void renew() {
        offer(new Event("again", ""));
        finish();
    }

    /** Ends the stream now: the interrupt closes the channel under a write that hangs. */
    void drop() {
        finishing = true;
        Thread current = writer;
        if (current != null) {
            current.interrupt();
        }
    }

    @Override
    public void run() {
        writer = Thread.currentThread();
        try {
            Reply.protect(exchange);
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write("retry: 1000\n\n".getBytes(StandardCharsets.UTF_8));
            while (!finishing || !queue.isEmpty()) {
                Event event = queue.poll(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
                out.write(event == null ? KEEP_ALIVE : event.bytes());
                out.flush();
            }
        } catch (IOException | InterruptedException gone) {
            finishing = true;
        } finally {
            whenGone.run();
            exchange.close();
        }
    }
}
