package dev.limner.conversation;

import dev.limner.chat.ChannelLanes;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatEvent.ChannelDeleted;
import dev.limner.chat.ChatEvent.CommunityLeft;
import dev.limner.story.Capture;
import dev.limner.story.ChannelStates;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * Ends the stories of places that are there no longer. Each ends in its own channel's turn, behind what was heard there
 * before. Thread-safe.
 */
final class Departures {
    private final Capture capture;
    private final Retention retention;
    private final ChannelStates channels;
    private final ChannelLanes lanes;

    Departures(Capture capture, Retention retention, ChannelStates channels, ChannelLanes lanes) {
        this.capture = capture;
        this.retention = retention;
        this.channels = channels;
        this.lanes = lanes;
    }

    CompletionStage<Void> deleted(ChannelDeleted event) {
        ChannelRef channel = event.place().channel();
        return end(Stream.concat(Stream.of(channel), channels.under(channel).stream()));
    }

    CompletionStage<Void> left(CommunityLeft event) {
        return end(channels.in(event.community()).stream());
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
