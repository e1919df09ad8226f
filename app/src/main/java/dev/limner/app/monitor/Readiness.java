package dev.limner.app.monitor;

import dev.limner.chat.ChatPlatform;
import dev.limner.illustration.IllustrationRepository;
import dev.limner.image.ImageBackend;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether requests can be heard, kept and drawn now. Thread-safe; blocks for a few seconds at the most. */
final class Readiness {
    private static final Logger log = LoggerFactory.getLogger(Readiness.class);
    /** Image servers are asked no more often than this, whoever asks here. */
    private static final Duration LOOK = Duration.ofSeconds(15);

    private final IllustrationRepository illustrations;
    private final List<ImageBackend> backends;
    private final List<ChatPlatform> platforms;
    private final InstantSource clock;
    private Instant looked = Instant.MIN;
    private boolean drawing;

    Readiness(
            IllustrationRepository illustrations,
            List<ImageBackend> backends,
            List<ChatPlatform> platforms,
            InstantSource clock) {
        this.illustrations = illustrations;
        this.platforms = List.copyOf(platforms);
        this.backends = List.copyOf(backends);
        this.clock = clock;
    }

    /** Nothing when it is ready; else what is wrong. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        try {
            var unused = illustrations.waiting();
        } catch (RuntimeException e) {
            log.warn("the database does not answer", e);
            faults.add("the database does not answer");
        }
        if (!mayDraw()) {
            faults.add("no image server answers");
        }
        for (ChatPlatform platform : platforms) {
            platform.outage().ifPresent(why -> faults.add(platform.id().value() + ": " + why));
        }
        return faults;
    }

    private synchronized boolean mayDraw() {
        Instant now = clock.instant();
        if (looked.isBefore(now.minus(LOOK))) {
            drawing = backends.stream().anyMatch(ImageBackend::isWell);
            looked = now;
        }
        return drawing;
    }
}
