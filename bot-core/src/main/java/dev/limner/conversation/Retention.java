package dev.limner.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limner.character.Settings;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.Place;
import dev.limner.story.StoryLog;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Deletes what is older than a channel's retention, when something is said there, at most once an hour. A channel in
 * which nothing is said any more keeps its last days until {@code /story forget}.
 */
final class Retention {
    private static final Duration PACE = Duration.ofHours(1);

    private final StoryLog story;
    private final Settings settings;
    private final InstantSource clock;
    private final Cache<ChannelRef, Boolean> lookedAt =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(PACE).build();

    Retention(StoryLog story, Settings settings, InstantSource clock) {
        this.story = story;
        this.settings = settings;
        this.clock = clock;
    }

    /** Blocks while it deletes. */
    void keep(Place place) {
        if (lookedAt.asMap().putIfAbsent(place.channel(), Boolean.TRUE) != null) {
            return;
        }
        Integer days = settings.of(place).retentionDays();
        if (days != null) {
            story.forgetOlderThan(place.channel(), clock.instant().minus(Duration.ofDays(days)));
        }
    }
}
