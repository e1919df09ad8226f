package dev.limner.app.monitor;

import dev.limner.avatar.ImageStore.StoredImage;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.MessageRef;
import dev.limner.chat.UserRef;
import dev.limner.illustration.Illustration;
import dev.limner.illustration.IllustrationRepository;
import dev.limner.illustration.State;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Illustrations as they are kept, with the states that they come to counted. */
final class CountedIllustrations implements IllustrationRepository {
    private final IllustrationRepository kept;
    private final MeterRegistry registry;

    CountedIllustrations(IllustrationRepository kept, MeterRegistry registry) {
        this.kept = kept;
        this.registry = registry;
    }

    @Override
    public void add(Illustration illustration) {
        kept.add(illustration);
        count(illustration);
    }

    @Override
    public void settle() {
        kept.settle();
    }

    @Override
    public boolean replace(State expected, Illustration illustration) {
        return counted(expected, illustration, kept.replace(expected, illustration));
    }

    @Override
    public CompletableFuture<Boolean> replace(State expected, Illustration illustration, StoredImage picture) {
        return kept.replace(expected, illustration, picture).thenApply(done -> counted(expected, illustration, done));
    }

    @Override
    public void note(State expected, Illustration illustration) {
        kept.note(expected, illustration);
        counted(expected, illustration, true);
    }

    private boolean counted(State expected, Illustration illustration, boolean done) {
        if (done && illustration.state() != expected) {
            count(illustration);
        }
        return done;
    }

    private void count(Illustration illustration) {
        String platform = illustration.place().channel().platform().value();
        String state = illustration.state().name().toLowerCase(Locale.ROOT);
        registry.counter("limner.illustrations", "platform", platform, "state", state)
                .increment();
        if (illustration.state().isFinal()) {
            Timer.builder("limner.illustration")
                    .description("From the request to its end")
                    .tag("platform", platform)
                    .tag("state", state)
                    .register(registry)
                    .record(Duration.between(illustration.accepted(), illustration.changed()));
        }
    }

    @Override
    public Optional<Illustration> find(String id) {
        return kept.find(id);
    }

    @Override
    public Optional<Illustration> next(UserRef requester) {
        return kept.next(requester);
    }

    @Override
    public void noteStatus(String id, MessageRef status) {
        kept.noteStatus(id, status);
    }

    @Override
    public List<UserRef> waiting() {
        return kept.waiting();
    }

    @Override
    public int open(UserRef requester) {
        return kept.open(requester);
    }

    @Override
    public int unfinished(UserRef requester) {
        return kept.unfinished(requester);
    }

    @Override
    public int placeOf(String id) {
        return kept.placeOf(id);
    }

    @Override
    public List<Illustration> latest(ChannelRef channel, int limit) {
        return kept.latest(channel, limit);
    }

    @Override
    public boolean isOf(UserRef requester, String event) {
        return kept.isOf(requester, event);
    }

    @Override
    public List<Illustration> requestedBy(UserRef requester, int limit) {
        return kept.requestedBy(requester, limit);
    }

    @Override
    public int forgetBy(UserRef requester) {
        return kept.forgetBy(requester);
    }
}
