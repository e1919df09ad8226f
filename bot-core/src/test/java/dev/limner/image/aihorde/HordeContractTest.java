package dev.limner.image.aihorde;

import dev.limner.image.ImageBackend;
import dev.limner.image.ImageBackendContract;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class HordeContractTest extends ImageBackendContract {
    private final FakeHorde server = new FakeHorde();

    @Override
    protected ImageBackend backend() {
        return Fixtures.backend(server.start());
    }

    @Override
    protected Optional<SlowBackend> slowBackend() {
        ImageBackend backend =
                Fixtures.backend(server.looksNeeded(Integer.MAX_VALUE).start());
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
