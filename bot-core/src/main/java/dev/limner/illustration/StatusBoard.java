package dev.limner.illustration;

import dev.limner.chat.Attachment;
import dev.limner.chat.Button;
import dev.limner.chat.Capabilities;
import dev.limner.chat.ChannelLanes;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatPlatform;
import dev.limner.chat.MessageEditor;
import dev.limner.chat.MessagePlanner;
import dev.limner.chat.MessageRef;
import dev.limner.chat.OutgoingPost;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.PrivateLine;
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
 * The one message by which a requester sees how far their picture is. It is edited, never faster than the platform
 * allows; what could not be shown in time is passed over, since only the newest counts. A channel that has to wait holds
 * up no other. Thread-safe.
 */
final class StatusBoard implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StatusBoard.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    /** So many channels may have to wait before others do. */
    private static final int THREADS = 16;

    private final Platforms platforms;
    private final MessagePlanner planner;
    private final InstantSource clock;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final ChannelLanes lanes = new ChannelLanes(THREADS, Integer.MAX_VALUE);
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "status-board"));
    private volatile boolean closed;

    public StatusBoard(Platforms platforms, MessagePlanner planner, InstantSource clock) {
        this.platforms = platforms;
        this.planner = planner;
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

    /** Posts the message that will be edited. Repeating it does not show it twice where the platform can prevent that. */
    MessageRef open(Illustration illustration, String text) throws ChatException {
        ChannelRef channel = illustration.place().channel();
        ChatPlatform platform = platforms.get(channel.platform());
        Capabilities limits = platform.capabilities(channel);
        PlannedMessage first = planned(illustration, text, List.of(), limits);
        MessageRef message = sent(platform, channel, first, limits.postsOnce());
        follow(illustration, message);
        return message;
    }

    /** A message that perhaps stands there is asked for again, or nobody could take it away. */
    private static MessageRef sent(ChatPlatform platform, ChannelRef channel, PlannedMessage message, boolean postsOnce)
            throws ChatException {
        try {
            return platform.send(channel, message);
        } catch (ChatException e) {
            if (e.perhapsDelivered() && postsOnce) {
                return platform.send(channel, message);
            }
            throw e;
        }
    }

    /** Whether opening it again finds the message that stands there, instead of posting another. */
    boolean opensOnce(Illustration illustration) throws ChatException {
        ChannelRef channel = illustration.place().channel();
        return platforms.get(channel.platform()).capabilities(channel).postsOnce();
    }

    /** Whether a message can be shown otherwise later, so that it is worth remembering. */
    boolean mayChange(MessageRef message) throws ChatException {
        return platforms.get(message.channel().platform()).editor().isPresent();
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
        if (line != null) {
            line.preview = preview;
        }
    }

    /** How a picture looks so far, made fit when it is shown. */
    interface Preview {
        /** @return nothing when it cannot be shown */
        List<Attachment> within(long maxBytes);
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

    /** Shows the last text there will be, at once, or posts it where there is no message to edit. */
    void close(Illustration illustration, String text, boolean mayTryAgain) throws ChatException {
        ChatPlatform platform = platforms.get(illustration.place().channel().platform());
        PlannedMessage last = ending(
                illustration,
                text,
                mayTryAgain,
                platform.capabilities(illustration.place().channel()));
        Optional<MessageEditor> editor = platform.editor();
        MessageRef status = illustration.status();
        stopFollowing(illustration.id());
        if (status != null && editor.isPresent()) {
            try {
                editor.get().edit(status, last);
                return;
            } catch (ChatException e) {
                if (e.kind() != ChatException.Kind.GONE) {
                    throw e;
                }
            }
        }
        platform.send(illustration.place().channel(), last);
    }

    /** Tells the requester outside of the channel, where the platform can. */
    void tellPrivately(Illustration illustration, String text) throws ChatException {
        ChatPlatform platform = platforms.get(illustration.requester().platform());
        PrivateLine line = platform.privateLine()
                .orElseThrow(() -> new ChatException(ChatException.Kind.REFUSED, "there is no other way here"));
        for (PlannedMessage part :
                planner.plan(OutgoingPost.text(text), line.capabilities()).messages()) {
            line.tell(illustration.requester(), part);
        }
    }

    /** Takes the message away, since the picture speaks for itself. */
    void remove(Illustration illustration) throws ChatException {
        stopFollowing(illustration.id());
        MessageRef status = illustration.status();
        if (status != null) {
            Optional<MessageEditor> editor =
                    platforms.get(status.channel().platform()).editor();
            if (editor.isPresent()) {
                editor.get().delete(status);
            }
        }
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

    /** Can be cancelled as long as it stands. */
    private PlannedMessage planned(
            Illustration illustration, String text, List<Attachment> preview, Capabilities limits) {
        List<Button> buttons = List.of(PictureButton.CANCEL.on(illustration.id()));
        return planner.plan(
                        new OutgoingPost(text, preview, buttons, illustration.askedIn(), illustration.id() + "s"),
                        limits)
                .messages()
                .get(0);
    }

    private PlannedMessage ending(Illustration illustration, String text, boolean mayTryAgain, Capabilities limits) {
        List<Button> buttons = mayTryAgain ? List.of(PictureButton.TRY_AGAIN.on(illustration.id())) : List.of();
        return planner.plan(
                        new OutgoingPost(text, List.of(), buttons, illustration.askedIn(), illustration.id() + "f"),
                        limits)
                .messages()
                .get(0);
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
        private volatile @Nullable Preview preview;
        private volatile boolean begun;
        private final AtomicBoolean inTurn = new AtomicBoolean();
        private volatile @Nullable String shown;
        private volatile @Nullable Preview shownPreview;
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
            ChatPlatform platform = platforms.get(at.channel().platform());
            Optional<MessageEditor> editor = platform.editor();
            Capabilities limits = platform.capabilities(at.channel());
            if (editor.isEmpty() || clock.instant().isBefore(lastEdit.plus(limits.editInterval()))) {
                return;
            }
            lastEdit = clock.instant();
            shown = text;
            shownPreview = looks;
            List<Attachment> files = looks == null ? List.of() : looks.within(limits.attachmentBytes());
            editor.get().edit(at, planned(illustration, text, files, limits));
        }

        private synchronized void end() {
            ended = true;
        }
    }
}
