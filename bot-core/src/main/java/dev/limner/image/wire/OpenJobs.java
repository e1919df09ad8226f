package dev.limner.image.wire;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limner.image.GenerationRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * Jobs that a service may still be working on, by the request that they draw: a request that is tried once more finds
 * its job again in place of beginning a second one. Thread-safe.
 *
 * @param <J> what a job is known by at the service
 */
public final class OpenJobs<J> {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private record Open<J>(GenerationRequest request, J job) {}

    private final Cache<String, Open<J>> jobs =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    /** The job that draws just this, if there is one. */
    public Optional<J> of(GenerationRequest request) {
        Open<J> open = jobs.getIfPresent(request.id());
        return open == null || !open.request().composition().equals(request.composition())
                ? Optional.empty()
                : Optional.of(open.job());
    }

    public void began(GenerationRequest request, J job) {
        jobs.put(request.id(), new Open<>(request, job));
    }

    public void ended(GenerationRequest request) {
        jobs.invalidate(request.id());
    }
}
