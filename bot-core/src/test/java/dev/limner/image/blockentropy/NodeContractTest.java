package dev.limner.image.blockentropy;

import dev.limner.image.ImageBackend;
import dev.limner.image.ImageBackendContract;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;

class NodeContractTest extends ImageBackendContract {
    private final FakeNode server = new FakeNode();

    @Override
    protected ImageBackend backend() {
        return NodeBackend.of(
                new NodeSettings(server.start().address(), null, null, null, Duration.ofMinutes(5)),
                new OkHttpClient());
    }

    @AfterEach
    void closeServer() {
        server.close();
    }
}
