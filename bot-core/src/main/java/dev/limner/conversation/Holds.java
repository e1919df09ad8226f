package dev.limner.conversation;

import dev.limner.chat.ChannelLanes;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.chat.ChatException;
import dev.limner.chat.MessageLookup;
import dev.limner.chat.MessageRef;
import dev.limner.illustration.Platforms;
import dev.limner.story.Capture;
import dev.limner.story.StoryLog;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides that held messages stay: those that were not deleted in time, and, after the death of a process, those of which
 * the platform says that they still stand. Thread-safe.
 */
final class Holds implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Holds.class);

    private final Capture capture;
    private final StoryLog story;
    private final Platforms platforms;
    private final ChannelLanes lanes;
    private final ScheduledExecutorService timer;

    Holds(Capture capture, StoryLog story, Platforms platforms, ChannelLanes lanes) {
        this.capture = capture;
        this.story = story;
        this.platforms = platforms;
        this.lanes = lanes;
        ScheduledThreadPoolExecutor one = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "holds");
            thread.setDaemon(true);
            return thread;
        });
        one.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.timer = one;
    }

    /**
     * To be called when a message was taken.
     *
     * @param stays run on the channel's lane when it is decided that the message stays, if it is still there
     */
    void begin(MessagePosted event, Runnable stays) {
        Duration hold = capture.hold(event);
        if (hold.isZero()) {
            return;
        }
        try {
            var unused = timer.schedule(
                    () -> onLane(event.message(), () -> release(event.message(), stays)),
                    hold.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            log.debug("{} is left held, to be decided after the next start", event.message());
        }
    }

    /** Takes up what an earlier process left undecided; to be called once the platforms run. */
    void recover() {
        story.held()
                .forEach(message -> onLane(message.ref(), () -> {
                    if (stands(message.ref())) {
                        return capture.decided(message.ref());
                    }
                    return story.remove(message.ref()).thenApply(wasThere -> null);
                }));
    }

    private CompletionStage<Void> release(MessageRef message, Runnable stays) {
        return capture.decided(message).thenRun(stays);
    }

    /** When it cannot be asked, a message that was in truth replaced is the smaller harm than one that is lost. */
    private boolean stands(MessageRef message) {
        try {
            Optional<MessageLookup> lookup =
                    platforms.get(message.channel().platform()).lookup();
            return lookup.isEmpty() || lookup.get().stands(message);
        } catch (ChatException e) {
            log.info("{} is taken to stand: {}", message, e.getMessage());
            return true;
        }
    }

    private void onLane(MessageRef message, Callable<CompletionStage<Void>> decision) {
        var unused = lanes.submit(message.channel(), decision);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
