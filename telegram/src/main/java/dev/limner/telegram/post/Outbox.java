package dev.limner.telegram.post;

import dev.limner.chat.ChatException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers that Telegram did not take at once. Those of a chat are sent in their order when it takes them again; nobody
 * waits for them meanwhile, nor for a chat whose answers Telegram leaves hanging, as long as there are no more than
 * {@value #THREADS} of those. What waits when the process ends is not sent: whoever asked sees no answer and asks again.
 * Thread-safe.
 */
public final class Outbox implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final int TRIES = 6;
    private static final int LONGEST_QUEUE = 100;
    /** In all chats together. */
    private static final int MOST_WAITING = 2000;
    /** Each chat takes one, and only while something of it is sent. */
    private static final int THREADS = 32;

    private static final Duration REST = Duration.ofSeconds(2);

    private final Map<String, Queue<Waiting>> waiting = new HashMap<>();
    private int waitingInAll;
    /** Makes its threads when they are needed. */
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "telegram-outbox");
        thread.setDaemon(true);
        return thread;
    });

    /** Sends something. */
    public interface Sending {
        void now() throws ChatException;
    }

    /** @param asked whom it asks something; null for what asks nothing */
    private record Waiting(Sending sending, @Nullable String asked) {}

    /** As {@link #ask}, for what asks nobody anything. */
    public void send(String chat, Sending sending) throws ChatException {
        send(chat, new Waiting(sending, null));
    }

    /**
     * Sends now, or later when the chat is to be left alone for a while.
     *
     * @param asked whom it asks something, for {@link #forget}
     * @throws ChatException when it will not be taken later either
     */
    public void ask(String chat, String asked, Sending sending) throws ChatException {
        send(chat, new Waiting(sending, asked));
    }

    /** Drops what waits to ask somebody something. */
    public void forget(String person) {
        synchronized (waiting) {
            for (Queue<Waiting> queue : waiting.values()) {
                int before = queue.size();
                queue.removeIf(one -> person.equals(one.asked()));
                waitingInAll -= before - queue.size();
            }
        }
    }

    private void send(String chat, Waiting one) throws ChatException {
        synchronized (waiting) {
            if (waiting.containsKey(chat)) {
                enqueue(chat, one);
                return;
            }
        }
        try {
            one.sending().now();
        } catch (ChatException e) {
            if (!e.mayRetry()) {
                throw e;
            }
            boolean first;
            synchronized (waiting) {
                first = !waiting.containsKey(chat);
                enqueue(chat, one);
            }
            // one resumes for all, or two would send the same answer
            if (first) {
                schedule(chat, e, 1);
            }
        }
    }

    /** Under the lock. */
    private void enqueue(String chat, Waiting one) throws ChatException {
        Queue<Waiting> behind = waiting.get(chat);
        if (waitingInAll >= MOST_WAITING || (behind != null && behind.size() >= LONGEST_QUEUE)) {
            throw new ChatException(ChatException.Kind.REFUSED, "too many answers wait for Telegram to take them");
        }
        waiting.computeIfAbsent(chat, c -> new ArrayDeque<>()).add(one);
        waitingInAll++;
    }

    private void schedule(String chat, ChatException fault, int tries) {
        Duration rest = fault.retryAfter().orElse(REST.multipliedBy(tries));
        try {
            var unused = later.schedule(() -> resume(chat, tries), rest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            log.debug("closing: answers in {} are not sent", chat);
        }
    }

    private void resume(String chat, int tries) {
        int failed = tries;
        for (Waiting next = peek(chat); next != null; next = peek(chat)) {
            try {
                next.sending().now();
                failed = 0;
            } catch (ChatException e) {
                if (e.mayRetry() && failed < TRIES) {
                    schedule(chat, e, failed + 1);
                    return;
                }
                log.warn("an answer was not delivered: {}", e.getMessage());
                failed = 0;
            } catch (RuntimeException | Error e) {
                // the chat's other answers would wait for ever
                log.error("an answer was not delivered", e);
            }
            remove(chat, next);
        }
    }

    private @Nullable Waiting peek(String chat) {
        synchronized (waiting) {
            Queue<Waiting> queue = waiting.get(chat);
            if (queue == null || queue.isEmpty()) {
                waiting.remove(chat);
                return null;
            }
            return queue.peek();
        }
    }

    private void remove(String chat, Waiting done) {
        synchronized (waiting) {
            Queue<Waiting> queue = waiting.get(chat);
            if (queue != null && queue.remove(done)) {
                waitingInAll--;
            }
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
