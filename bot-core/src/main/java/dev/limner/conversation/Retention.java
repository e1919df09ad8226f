package dev.limner.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limner.character.Settings;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.Place;
import dev.limner.story.ChannelStates;
import dev.limner.story.StoryLog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what is older than a channel's retention: when something is said there, at most once an hour, and every hour
 * in all channels, so that a silent one keeps nothing for longer either. Thread-safe.
 */
final class Retention implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final Duration PACE = Duration.ofHours(1);

    private final StoryLog story;
    private final ChannelStates channels;
    private final Settings settings;
    private final InstantSource clock;
    private final Cache<ChannelRef, Boolean> lookedAt =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(PACE).build();
    private final ScheduledExecutorService sweeping = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "retention");
        thread.setDaemon(true);
        return thread;
    });

    Retention(StoryLog story, ChannelStates channels, Settings settings, InstantSource clock) {
        this.story = story;
        this.channels = channels;
        this.settings = settings;
        this.clock = clock;
    }

    void start() {
        var unused = sweeping.scheduleWithFixedDelay(this::sweep, 1, PACE.toMinutes(), TimeUnit.MINUTES);
    }

    /** Remembers the place, and deletes there what is too old; blocks meanwhile. */
    void keep(Place place) {
        if (lookedAt.asMap().putIfAbsent(place.channel(), Boolean.TRUE) == null) {
            channels.remember(place);
            forget(place);
        }
    }

    /** A place that is over is remembered anew when it begins again. */
    void leave(ChannelRef channel) {
        lookedAt.invalidate(channel);
    }

    /** Looks at every channel; blocks. A channel that fails does not keep the others from their turn. */
    void sweep() {
        try {
            channels.places().forEach(this::tryToForget);
        } catch (RuntimeException e) {
            log.warn("retention: the channels cannot be listed", e);
        }
    }

    private void tryToForget(Place place) {
        try {
            forget(place);
        } catch (RuntimeException e) {
            log.warn("retention: {} was not looked at", place.channel(), e);
        }
    }

    private void forget(Place place) {
        Integer days = settings.of(place).retentionDays();
        if (days != null) {
            story.forgetOlderThan(place.channel(), clock.instant().minus(Duration.ofDays(days)));
        }
    }

    @Override
    public void close() {
        sweeping.shutdownNow();
    }
}
