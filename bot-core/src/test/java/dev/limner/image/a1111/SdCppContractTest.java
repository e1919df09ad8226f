package dev.limner.image.a1111;

import dev.limner.image.ImageBackend;
import dev.limner.image.ImageBackendContract;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class SdCppContractTest extends ImageBackendContract {
    private final FakeSdCpp server = new FakeSdCpp("flux1-kontext-dev-Q4_0.gguf");

    @Override
    protected ImageBackend backend() {
        return Backends.of(server.start().address());
    }

    @Override
    protected Optional<SlowBackend> slowBackend() {
        ImageBackend backend = Backends.of(server.held().start().address());
        return Optional.of(new SlowBackend() {
            @Override
            public ImageBackend backend() {
                return backend;
            }

            @Override
            public boolean isDrawing() {
                return server.isDrawing();
            }
        });
    }

    @AfterEach
    void closeServer() {
        server.close();
    }
}
