package dev.limner.image;

import java.net.URI;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The contract against a server that somebody runs: see {@code dev/try-backend}. */
@EnabledIfSystemProperty(named = "limner.backend.url", matches = ".+")
class RealServerContractTest extends ImageBackendContract {

    @Override
    protected ImageBackend backend() {
        ByAddress server = new ByAddress(
                URI.create(System.getProperty("limner.backend.url")),
                // in the environment, since everybody on the machine can read command lines
                given(System.getenv("BACKEND_KEY")),
                given(System.getProperty("limner.backend.model")),
                Duration.ofMinutes(5),
                Duration.ofSeconds(3));
        return server.of(System.getProperty("limner.backend.kind", "a1111"), new OkHttpClient());
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
