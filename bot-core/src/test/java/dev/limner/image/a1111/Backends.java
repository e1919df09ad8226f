package dev.limner.image.a1111;

import dev.limner.image.JobBook;
import dev.limner.prompt.ModelFamily;
import java.net.URI;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Backends with the short intervals that tests want. */
final class Backends {
    private static final Duration PATIENT = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(10);

    private Backends() {}

    static A1111Backend of(FakeA1111 server) {
        return of(settings(server.address(), null, null, null));
    }

    static A1111Backend of(URI address) {
        return of(settings(address, null, null, null));
    }

    static A1111Backend withIpAdapter(URI address) {
        return of(new A1111Settings(address, null, null, null, true, PATIENT, POLL));
    }

    static A1111Backend of(A1111Settings settings) {
        return A1111Backend.of(settings, new OkHttpClient(), JobBook.NONE);
    }

    static A1111Settings settings(
            URI base, @Nullable String key, @Nullable ModelFamily family, @Nullable String model) {
        return new A1111Settings(base, key, family, model, false, PATIENT, POLL);
    }

    static A1111Backend impatient(FakeA1111 server) {
        return of(new A1111Settings(server.address(), null, null, null, false, Duration.ofMillis(300), POLL));
    }
}
