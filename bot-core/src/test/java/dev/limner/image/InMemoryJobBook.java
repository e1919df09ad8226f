package dev.limner.image;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

public final class InMemoryJobBook implements JobBook {
    private record Entry(String job, Instant begun) {}

    private final Map<List<String>, Entry> jobs = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public InMemoryJobBook(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Optional<String> find(String service, String request) {
        return Optional.ofNullable(jobs.get(List.of(service, request)))
                .filter(entry -> entry.begun().plus(Duration.ofDays(1)).isAfter(clock.instant()))
                .map(Entry::job);
    }

    @Override
    public void put(String service, String request, String job) {
        jobs.put(List.of(service, request), new Entry(job, clock.instant()));
    }

    @Override
    public void remove(String service, String request) {
        jobs.remove(List.of(service, request));
    }

    public boolean isEmpty() {
        return jobs.isEmpty();
    }
}
