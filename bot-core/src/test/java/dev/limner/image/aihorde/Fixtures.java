package dev.limner.image.aihorde;

import dev.limner.image.JobBook;
import dev.limner.prompt.ModelFamily;
import java.net.URI;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Backends with the short intervals that tests want. */
final class Fixtures {
    private static final Duration PATIENT = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(5);

    private Fixtures() {}

    static HordeBackend backend(FakeHorde server) {
        return backend(settings(server.address(), null, null, null, PATIENT));
    }

    static HordeBackend backend(HordeSettings settings) {
        return HordeBackend.of(settings, new OkHttpClient(), JobBook.NONE);
    }

    static HordeSettings settings(
            URI base, @Nullable String key, @Nullable String model, @Nullable ModelFamily family, Duration timeout) {
        return new HordeSettings(base, key, model, family, false, timeout, POLL);
    }
}
