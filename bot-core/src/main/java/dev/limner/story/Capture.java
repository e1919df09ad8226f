package dev.limner.story;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limner.chat.Author;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatEvent.MessageDeleted;
import dev.limner.chat.ChatEvent.MessageEdited;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.chat.MessageRef;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * Follows the story where a moderator turned that on: keeps what is posted, and what is edited or deleted with it.
 * Thread-safe.
 */
public final class Capture {
    /** Longer than any platform's message; what is longer did not come from one. UTF-16 units. */
    private static final int LONGEST = 40_000;

    /**
     * Proxies delete a message after about a second (PluralKit waits that long, so that clients do not show a gap), and
     * a busy one takes longer.
     */
    private static final Duration HOLD = Duration.ofSeconds(2);

    private static final int CHANNELS_IN_MEMORY = 10_000;

    private final StoryLog story;
    private final ChannelStates states;
    private final Positions positions;
    private final InstantSource clock;
    private final Cache<ChannelRef, ChannelState> known =
            Caffeine.newBuilder().maximumSize(CHANNELS_IN_MEMORY).build();

    public Capture(StoryLog story, ChannelStates states, InstantSource clock) {
        this.story = story;
        this.states = states;
        this.clock = clock;
        this.positions = new Positions(clock);
    }

    public ChannelState state(ChannelRef channel) {
        return known.get(channel, c -> states.find(c).orElseGet(() -> ChannelState.initial(c)));
    }

    /** Changes what is known of a channel; durable on return. */
    public ChannelState change(ChannelRef channel, UnaryOperator<ChannelState> change) {
        return known.asMap().compute(channel, (c, old) -> {
            ChannelState changed = change.apply(states.find(c).orElseGet(() -> ChannelState.initial(c)));
            states.save(changed);
            return changed;
        });
    }

    /**
     * Keeps a message if its channel's story is followed; done when it is durable. One that a proxy may replace is kept
     * as held: it counts unless it is deleted within the hold, and whoever draws waits for that.
     */
    public CompletionStage<Void> posted(MessagePosted event) {
        if (!keeps(event)) {
            return done();
        }
        return story.append(new StoryMessage(
                event.message(),
                positions.next(),
                event.author(),
                shortened(event.text()),
                event.mentions(),
                event.at(),
                isHeld(event) ? clock.instant().plus(HOLD) : null));
    }

    /** Whether a message is kept at all. */
    public boolean keeps(MessagePosted event) {
        return state(event.place().channel()).capturing() && event.author().kind() != Author.Kind.BOT;
    }

    /** How long a message is held before {@link #decided} is to be called for it; zero for one that is not held. */
    public Duration hold(MessagePosted event) {
        return isHeld(event) && keeps(event) ? HOLD : Duration.ZERO;
    }

    /** A message that was held stays; done when that is durable. */
    public CompletionStage<Void> decided(MessageRef message) {
        return story.release(message);
    }

    private static boolean isHeld(MessagePosted event) {
        return event.mayBeReposted() && event.author().kind() == Author.Kind.PERSON;
    }

    /** An edit is followed even where capture was turned off since. */
    public CompletionStage<Void> edited(MessageEdited event) {
        return story.replace(event.message(), shortened(event.text()), event.mentions())
                .thenApply(wasThere -> null);
    }

    /** What was known of channels is read anew, since it was kept for others before. */
    public void moved(ChannelRef from, ChannelRef to) {
        known.invalidate(from);
        known.invalidate(to);
    }

    /** The story of a channel is over: what was kept is forgotten, and nothing more is kept. Blocks; durable on return. */
    public void end(ChannelRef channel) {
        known.asMap().compute(channel, (c, old) -> {
            states.forget(c);
            return ChannelState.initial(c);
        });
        story.forget(channel);
    }

    public CompletionStage<Void> deleted(MessageDeleted event) {
        return story.remove(event.message()).thenApply(wasThere -> null);
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end);
    }

    private static CompletionStage<Void> done() {
        return CompletableFuture.completedFuture(null);
    }

    /** Microseconds since 1970, but always growing, so that order is that of arrival even when the clock steps back. */
    private static final class Positions {
        private final InstantSource clock;
        private final AtomicLong last = new AtomicLong();

        private Positions(InstantSource clock) {
            this.clock = clock;
        }

        private long next() {
            long now = Math.multiplyExact(clock.millis(), 1000L);
            return last.updateAndGet(previous -> Math.max(previous + 1, now));
        }
    }
}
