package dev.limner.illustration;

import dev.limner.chat.ChannelLanes;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatException;
import dev.limner.chat.MessageRef;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is to be shown on the status messages, and when: each is changed never faster than the platform allows; what could
 * not be shown in time is passed over, since only the newest counts. A channel that has to wait holds up no other.
 * Thread-safe.
 */
final class StatusBoard implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StatusBoard.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    /** So many channels may have to wait before others do. */
    private static final int THREADS = 16;

    private final StatusPosts posts;
    private final InstantSource clock;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final ChannelLanes lanes = new ChannelLanes(THREADS, Integer.MAX_VALUE);
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "status-board"));
    private volatile boolean closed;

    StatusBoard(StatusPosts posts, InstantSource clock) {
        this.posts = posts;
        this.clock = clock;
        var unused =
                looking.scheduleWithFixedDelay(this::showAll, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does something in a channel's chat, after what is to be done there already; returns at once. */
    void inTurn(ChannelRef channel, Runnable task) {
        var unused = lanes.submit(channel, () -> {
            run(task);
            return CompletableFuture.completedFuture(null);
        });
    }

    /** What is under way when this closes may find closed what it needs, which is no fault. */
    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            if (!closed) {
                throw e;
            }
            log.debug("a status was left as it stood when this closed", e);
        }
    }

    /** Posts the message that will be changed, and follows it. */
    MessageRef open(Illustration illustration, String text) throws ChatException {
        MessageRef message = posts.open(illustration, text);
        follow(illustration, message);
        return message;
    }

    /** Keeps what is to be shown on a message that is on its way to the chat, until it is settled. */
    void expect(Illustration illustration) {
        lines.computeIfAbsent(illustration.id(), id -> new Line(illustration)).onItsWay = true;
    }

    /** The message has come, or never will. */
    void settle(String illustrationId) {
        Line line = lines.get(illustrationId);
        if (line != null) {
            line.onItsWay = false;
        }
    }

    /** Whether there is a message, or one is expected. */
    boolean isFollowed(String illustrationId) {
        return lines.containsKey(illustrationId);
    }

    /** Whether a message is expected that may still come. */
    boolean isOnItsWay(String illustrationId) {
        Line line = lines.get(illustrationId);
        return line != null && line.onItsWay;
    }

    /** Takes up a message that was posted before, perhaps by a process that is no more. */
    void follow(Illustration illustration, MessageRef message) {
        lines.computeIfAbsent(illustration.id(), id -> new Line(illustration)).isAt(message);
    }

    /** Shows a text as soon as the pace allows; returns at once. Nothing happens for what is not followed. */
    void show(String illustrationId, String text) {
        Line line = lines.get(illustrationId);
        if (line != null) {
            line.begun = true;
            line.wanted = text;
        }
    }

    /** Shows a picture with the next text; only the newest counts. */
    void preview(String illustrationId, Preview preview) {
        Line line = lines.get(illustrationId);
        if (line != null && line.takesPreviews) {
            line.preview = preview;
        }
    }

    /** Shows a place in the queue, unless more than that was shown already. */
    void showPlace(String illustrationId, int place) {
        Line line = lines.get(illustrationId);
        if (line != null && !line.begun) {
            line.wanted = Speech.accepted(line.illustration, place);
        }
    }

    /** Ids of those that wait in the queue, as far as this process knows. */
    List<String> waiting() {
        return lines.entrySet().stream()
                .filter(entry -> entry.getValue().message != null && !entry.getValue().begun)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The status message of an illustration that is followed. */
    Optional<MessageRef> messageOf(String illustrationId) {
        return Optional.ofNullable(lines.get(illustrationId)).map(line -> line.message);
    }

    /** Shows nothing more of it. */
    void stopFollowing(String id) {
        Line line = lines.remove(id);
        if (line != null) {
            line.end();
        }
    }

    private void showAll() {
        for (Line line : lines.values()) {
            if (line.isNew() && line.inTurn.compareAndSet(false, true)) {
                inTurn(line.illustration.place().channel(), () -> show(line));
            }
        }
    }

    private static void show(Line line) {
        try {
            line.showIfDue();
        } catch (ChatException e) {
            log.debug("status of {} not shown: {}", line.illustration.id(), e.getMessage());
        } finally {
            line.inTurn.set(false);
        }
    }

    @Override
    public void close() {
        closed = true;
        looking.shutdownNow();
        lanes.close(Duration.ZERO);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** One status message. */
    private final class Line {
        private final Illustration illustration;
        private volatile @Nullable MessageRef message;
        private volatile boolean onItsWay;
        private volatile @Nullable String wanted;
        private volatile Preview preview = Preview.NONE;
        private volatile boolean takesPreviews = true;
        private volatile boolean begun;
        private final AtomicBoolean inTurn = new AtomicBoolean();
        private volatile @Nullable String shown;
        private volatile Preview shownPreview = Preview.NONE;
        private Instant lastEdit = Instant.MIN;
        private boolean ended;

        private Line(Illustration illustration) {
            this.illustration = illustration;
        }

        private synchronized void isAt(MessageRef posted) {
            if (message == null) {
                message = posted;
                lastEdit = clock.instant();
            }
        }

        boolean isNew() {
            String text = wanted;
            return message != null && text != null && !(text.equals(shown) && preview == shownPreview);
        }

        /** Holds its lock while it edits, so that nothing is shown after the end. */
        private synchronized void showIfDue() throws ChatException {
            String text = wanted;
            Preview looks = preview;
            MessageRef at = message;
            if (ended || at == null || text == null || (text.equals(shown) && looks == shownPreview)) {
                return;
            }
            Optional<Duration> interval = posts.editInterval(at);
            if (interval.isEmpty() || clock.instant().isBefore(lastEdit.plus(interval.get()))) {
                return;
            }
            lastEdit = clock.instant();
            shown = text;
            shownPreview = looks;
            edit(at, text, looks);
        }

        /** Where no preview is taken, as without the right to attach files, the text is shown all the same. */
        private void edit(MessageRef at, String text, Preview looks) throws ChatException {
            try {
                posts.edit(illustration, at, text, looks);
            } catch (ChatException e) {
                if (looks == Preview.NONE || e.mayRetry() || e.kind() == ChatException.Kind.GONE) {
                    throw e;
                }
                takesPreviews = false;
                posts.edit(illustration, at, text, Preview.NONE);
            }
        }

        private synchronized void end() {
            ended = true;
        }
    }
}
