package dev.limner.gateway.desk;

import dev.limner.image.BackendException;
import dev.limner.image.BackendProfile;
import dev.limner.image.ImageBackend;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What backends can do, as far as they say so in time. One that is silent costs a wait once: until it answers again it is
 * asked now and then, and nobody waits for it. Thread-safe; blocks for {@link #PATIENCE} at most.
 */
final class Profiles {
    static final Duration AGAIN = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Logger log = LoggerFactory.getLogger(Profiles.class);

    private final InstantSource clock;
    private final Map<ImageBackend, Asked> asked = new ConcurrentHashMap<>();
    private final Executor threads = Executors.newCachedThreadPool(task -> {
        Thread made = new Thread(task, "gateway-profiles");
        made.setDaemon(true);
        return made;
    });

    Profiles(InstantSource clock) {
        this.clock = clock;
    }

    /** One backend with what it said last. */
    private static final class Asked {
        private Optional<BackendProfile> last = Optional.empty();
        private @Nullable Instant silentSince;
        private @Nullable CompletableFuture<Void> running;
    }

    /** Begins to ask, if that is due, and waits for nothing. */
    void ask(ImageBackend backend) {
        var unused = begin(backend, of(backend));
    }

    /** Empty for one that does not say it, or did not lately. */
    Optional<BackendProfile> profile(ImageBackend backend) {
        Asked one = of(backend);
        CompletableFuture<Void> running = begin(backend, one);
        if (running != null) {
            await(backend, one, running);
        }
        return known(backend);
    }

    /** What it said last, without asking it. */
    Optional<BackendProfile> known(ImageBackend backend) {
        Asked one = of(backend);
        synchronized (one) {
            return one.last;
        }
    }

    private Asked of(ImageBackend backend) {
        return asked.computeIfAbsent(backend, any -> new Asked());
    }

    /** @return what to wait for; null when it was silent and is not to be waited for */
    private @Nullable CompletableFuture<Void> begin(ImageBackend backend, Asked one) {
        synchronized (one) {
            Instant since = one.silentSince;
            boolean resting = since != null && clock.instant().isBefore(since.plus(AGAIN));
            if (one.running == null && !resting) {
                CompletableFuture<Void> begun = new CompletableFuture<>();
                one.running = begun;
                threads.execute(() -> run(backend, one, begun));
            }
            return since == null ? one.running : null;
        }
    }

    private void run(ImageBackend backend, Asked one, CompletableFuture<Void> begun) {
        Optional<BackendProfile> said = Optional.empty();
        try {
            said = Optional.of(backend.profile());
        } catch (BackendException unreachable) {
            log.debug("{} offers no model: {}", backend.name(), unreachable.detail());
        } finally {
            synchronized (one) {
                one.last = said;
                one.silentSince = said.isPresent() ? null : clock.instant();
                one.running = null;
            }
            begun.complete(null);
        }
    }

    private void await(ImageBackend backend, Asked one, CompletableFuture<Void> running) {
        CompletableFuture<Boolean> ended =
                running.thenApply(done -> true).completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended.join()) {
            log.debug("{} does not say what it offers", backend.name());
            synchronized (one) {
                if (running.equals(one.running)) {
                    one.silentSince = clock.instant();
                }
            }
        }
    }
}
