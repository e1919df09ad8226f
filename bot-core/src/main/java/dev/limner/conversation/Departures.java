package dev.limner.conversation;

import dev.limner.chat.ChannelLanes;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatEvent.ChannelDeleted;
import dev.limner.chat.ChatEvent.CommunityLeft;
import dev.limner.chat.ChatException;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.Place;
import dev.limner.chat.PlatformId;
import dev.limner.illustration.Platforms;
import dev.limner.story.Capture;
import dev.limner.story.ChannelStates;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the stories of places that are there no longer. Each ends in its own channel's turn, behind what was heard there
 * before. Thread-safe.
 */
final class Departures {
    private static final Logger log = LoggerFactory.getLogger(Departures.class);

    private final Capture capture;
    private final Retention retention;
    private final ChannelStates channels;
    private final ChannelLanes lanes;
    private final Platforms platforms;

    Departures(Capture capture, Retention retention, ChannelStates channels, ChannelLanes lanes, Platforms platforms) {
        this.capture = capture;
        this.retention = retention;
        this.channels = channels;
        this.lanes = lanes;
        this.platforms = platforms;
    }

    CompletionStage<Void> deleted(ChannelDeleted event) {
        ChannelRef channel = event.place().channel();
        return end(Stream.concat(Stream.of(channel), channels.under(channel).stream()));
    }

    CompletionStage<Void> left(CommunityLeft event) {
        return end(channels.in(event.community()).stream());
    }

    /** Asks after all communities that are remembered, since the bot may have been taken out of one unheard. Blocks. */
    void lookAround() {
        Map<PlatformId, Set<CommunityRef>> known = channels.places().stream()
                .map(Place::community)
                .collect(Collectors.groupingBy(CommunityRef::platform, Collectors.toSet()));
        known.forEach(this::lookAround);
    }

    private void lookAround(PlatformId platform, Set<CommunityRef> known) {
        try {
            for (CommunityRef community : platforms.get(platform).left(known)) {
                log.info("no longer in {}: its stories are forgotten", community);
                var unused = left(new CommunityLeft(community));
            }
        } catch (ChatException e) {
            log.info("not known which communities of {} were left: {}", platform, e.getMessage());
        }
    }

    private CompletionStage<Void> end(Stream<ChannelRef> over) {
        return CompletableFuture.allOf(over.map(channel -> lanes.submit(channel, () -> end(channel)))
                .map(CompletionStage::toCompletableFuture)
                .toArray(CompletableFuture[]::new));
    }

    private CompletionStage<Void> end(ChannelRef channel) {
        capture.end(channel);
        retention.leave(channel);
        return CompletableFuture.completedFuture(null);
    }
}
