package dev.limner.image.wire;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limner.avatar.ImageHash;
import dev.limner.image.GenerationRequest;
import dev.limner.image.JobBook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Jobs that a service may still be working on, by the request that they draw: a request that is tried once more, even by
 * a process that was started anew, finds its job again in place of beginning a second one. Thread-safe; blocks.
 *
 * @param <J> a job
 */
public final class OpenJobs<J> {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST = 10_000;

    /** How a job is written down. */
    public interface Script<J> {
        String write(J job);

        /** Empty when it is not to be followed, such as one at an address that is no longer the service's. */
        Optional<J> read(String written);
    }

    private record Open<J>(GenerationRequest request, J job) {}

    private final Cache<String, Open<J>> jobs =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();
    private final JobBook book;
    private final String service;
    private final Script<J> script;

    public OpenJobs(JobBook book, Endpoint endpoint, Script<J> script) {
        this.book = book;
        this.service = endpoint.toString();
        this.script = script;
    }

    /** Of a service that names its work by the request: all there is to note is that the work is there. */
    public static OpenJobs<String> byRequest(JobBook book, Endpoint endpoint) {
        return new OpenJobs<>(book, endpoint, new Script<>() {
            @Override
            public String write(String job) {
                return job;
            }

            @Override
            public Optional<String> read(String written) {
                return Optional.of(written);
            }
        });
    }

    /** The job that draws just this, if there is one. */
    public Optional<J> of(GenerationRequest request) {
        Open<J> open = jobs.getIfPresent(request.id());
        if (open != null) {
            return open.request().composition().equals(request.composition())
                    ? Optional.of(open.job())
                    : Optional.empty();
        }
        return request.perhapsBegun() ? written(request) : Optional.empty();
    }

    public void began(GenerationRequest request, J job) {
        jobs.put(request.id(), new Open<>(request, job));
        book.put(service, request.id(), content(request) + " " + script.write(job));
    }

    public void ended(GenerationRequest request) {
        jobs.invalidate(request.id());
        book.remove(service, request.id());
    }

    private Optional<J> written(GenerationRequest request) {
        String drawsThis = content(request) + " ";
        return book.find(service, request.id())
                .filter(entry -> entry.startsWith(drawsThis))
                .flatMap(entry -> script.read(entry.substring(drawsThis.length())));
    }

    /** Short, and the same in every process. */
    private static String content(GenerationRequest request) {
        return ImageHash.of(request.composition().toString().getBytes(StandardCharsets.UTF_8))
                .value();
    }
}
