package dev.limner.image.openai;

import java.time.Duration;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Backends for tests. */
final class Fixtures {
    private static final Duration PATIENT = Duration.ofMinutes(5);

    private Fixtures() {}

    static OpenAiBackend backend(FakeOpenAi server, @Nullable String key, @Nullable String model) {
        return backend(server, key, model, PATIENT);
    }

    static OpenAiBackend backend(FakeOpenAi server, @Nullable String key, @Nullable String model, Duration timeout) {
        return OpenAiBackend.of(
                new OpenAiSettings(server.address(), key, model, "auto", null, timeout), new OkHttpClient());
    }
}
