package dev.limner.image.a1111;

import dev.limner.image.ImageBackend;
import dev.limner.image.ImageBackendContract;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class A1111ContractTest extends ImageBackendContract {
    private final FakeA1111 server = new FakeA1111(FakeKind.A1111);

    @Override
    protected ImageBackend backend() throws Exception {
        return Backends.of(server.pace(FakePace.atOnce()).start());
    }

    @Override
    protected Optional<SlowBackend> slowBackend() throws Exception {
        ImageBackend backend = Backends.of(server.pace(FakePace.held()).start());
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
