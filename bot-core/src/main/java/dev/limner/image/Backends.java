package dev.limner.image;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limner.image.BackendException.Next;
import dev.limner.image.Ranking.Ranked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The image servers of this installation, in order of preference. Chooses for each request the one that is up and can do
 * what it needs, lets equal ones share, and asks the next one when one fails, but never while the picture may still be
 * drawn by another. Thread-safe.
 */
public final class Backends implements AutoCloseable {
    private static final Duration LOOK_WHILE_DOWN = Duration.ofSeconds(15);
    private static final Duration LOOK_WHILE_UP = Duration.ofSeconds(60);
    private static final Duration FOUND_AGAIN_WITHIN = Duration.ofHours(1);
    private static final int MOST_FOUND_AGAIN = 10_000;

    private final List<Server> servers;
    private final Turns turns = new Turns();
    private final Health health;
    /** Where work on a request may still be going on, by the request's id. */
    private final Cache<String, Server> underWay = Caffeine.newBuilder()
            .expireAfterWrite(FOUND_AGAIN_WITHIN)
            .maximumSize(MOST_FOUND_AGAIN)
            .build();

    /** @param backends one or more; those of the same name are addresses of the same kind of server */
    public Backends(List<ImageBackend> backends) {
        this(backends, LOOK_WHILE_DOWN, LOOK_WHILE_UP);
    }

    Backends(List<ImageBackend> backends, Duration lookWhileDown, Duration lookWhileUp) {
        if (backends.isEmpty()) {
            throw new IllegalArgumentException("no image backend");
        }
        this.servers = IntStream.range(0, backends.size())
                .mapToObj(i -> new Server(backends.get(i), i))
                .toList();
        this.health = new Health(servers, lookWhileDown, lookWhileUp);
    }

    /** What would draw, and what it can do. */
    public record Candidate(String name, BackendProfile profile) {}

    /** A request's end, and who brought it about. */
    public record Drawn(String backend, GenerationOutcome outcome) {}

    /** In order of preference. */
    public List<ImageBackend> all() {
        return servers.stream().map(Server::backend).toList();
    }

    /** Each once, in order of preference. */
    public List<String> names() {
        return servers.stream().map(Server::name).distinct().toList();
    }

    /**
     * Who would draw that now; whoever is preferred, when nobody is up.
     *
     * @throws BackendException when nobody is up and that one was never reached
     */
    public Candidate best(Need need) throws BackendException {
        List<Ranked> available = Ranking.available(servers, need, Set.of());
        if (!available.isEmpty()) {
            return new Candidate(available.get(0).name(), available.get(0).profile());
        }
        Server preferred = Ranking.preferred(servers, need).get(0);
        return new Candidate(preferred.name(), preferred.ask());
    }

    /** The name of who would draw that now, or of whoever is preferred, when nobody is up. */
    public String likely(Need need) {
        try {
            return best(need).name();
        } catch (BackendException e) {
            return Ranking.preferred(servers, need).get(0).name();
        }
    }

    /**
     * Draws a picture, by whoever suits best, one after another when some fail.
     *
     * @throws BackendException of the one that failed first, or that may be tried again, when nobody drew it
     */
    public Drawn draw(Need need, GenerationRequest request, ProgressListener progress)
            throws BackendException, InterruptedException {
        Map<Server, BackendException> failures = new LinkedHashMap<>();
        findAgain(request);
        while (true) {
            Optional<Server> taken = turns.take(() -> suited(need, request.id(), failures));
            if (taken.isEmpty()) {
                throw mostHopeful(failures);
            }
            Server server = taken.get();
            try {
                boolean admitted = server.admits();
                if (!admitted && !mayBeForced(server, need, request.id(), failures)) {
                    continue;
                }
                GenerationOutcome outcome =
                        NetworkPlan.withUntold(generate(server, admitted, request, progress), request.networks());
                return new Drawn(server.name(), Reasons.noted(outcome, server, servers, need, failures.keySet()));
            } catch (BackendException e) {
                if (!e.mayGoElsewhere()) {
                    throw e;
                }
                failures.put(server, e);
            } finally {
                turns.give(server);
            }
        }
    }

    /** Work of a process that ended is known to the backend that began it. */
    private void findAgain(GenerationRequest request) {
        if (request.perhapsBegun() && underWay.getIfPresent(request.id()) == null) {
            servers.stream()
                    .filter(server -> server.backend().hasBegun(request))
                    .findFirst()
                    .ifPresent(server -> underWay.put(request.id(), server));
        }
    }

    private GenerationOutcome generate(
            Server server, boolean admitted, GenerationRequest request, ProgressListener progress)
            throws BackendException, InterruptedException {
        boolean answered = false;
        progress.onBegun();
        try {
            GenerationOutcome outcome = server.backend().generate(request, progress);
            answered = true;
            server.succeeded(admitted);
            underWay.invalidate(request.id());
            return outcome;
        } catch (BackendException e) {
            answered = true;
            server.failed(e, admitted);
            health.suspect(server);
            if (e.next() == Next.RESUME) {
                underWay.put(request.id(), server);
            } else {
                underWay.invalidate(request.id());
            }
            throw e;
        } finally {
            if (!answered) {
                server.leftAlone(admitted);
            }
        }
    }

    /** Equal servers that would do; those that are down only when nobody is up, and only as the first to be asked. */
    private List<Server> suited(Need need, String id, Map<Server, BackendException> failures) {
        Server working = underWay.getIfPresent(id);
        if (working != null && !failures.containsKey(working)) {
            return List.of(working);
        }
        List<Ranked> available = Ranking.available(servers, need, failures.keySet());
        if (!available.isEmpty()) {
            return Ranking.equalOnes(available);
        }
        return failures.isEmpty() ? List.of(Ranking.preferred(servers, need).get(0)) : List.of();
    }

    /** Somebody has to be asked when nobody is up, and only one can find work that is under way. */
    private boolean mayBeForced(Server server, Need need, String id, Map<Server, BackendException> failures) {
        return server.equals(underWay.getIfPresent(id))
                || (failures.isEmpty()
                        && Ranking.available(servers, need, Set.of()).isEmpty());
    }

    /** One that may be tried again is worth more than one that may not, and that more than one that never may. */
    private static BackendException mostHopeful(Map<Server, BackendException> failures) {
        List<BackendException> all = new ArrayList<>(failures.values());
        return all.stream()
                .filter(BackendException::mayRetry)
                .findFirst()
                .or(() -> all.stream().filter(BackendException::mayEverSucceed).findFirst())
                .orElseGet(() -> all.get(0));
    }

    @Override
    public void close() {
        health.close();
        servers.forEach(server -> server.backend().close());
    }
}
