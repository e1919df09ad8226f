package dev.limner.image.gemini;

import dev.limner.image.ImageBackend;
import dev.limner.image.ImageBackendContract;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;

class GeminiContractTest extends ImageBackendContract {
    private final FakeGemini server = new FakeGemini(GeminiSettings.DEFAULT_MODEL).key("right");

    @Override
    protected ImageBackend backend() {
        return GeminiBackend.of(
                new GeminiSettings(
                        server.start().address(), "right", GeminiSettings.DEFAULT_MODEL, Duration.ofMinutes(5)),
                new OkHttpClient());
    }

    @AfterEach
    void closeServer() {
        server.close();
    }
}
