package dev.limner.image.a1111;

import dev.limner.image.ImageBackend;
import dev.limner.image.ImageBackendContract;
import org.junit.jupiter.api.AfterEach;

/** With ControlNet and an adapter for each kind. */
class A1111AdaptersContractTest extends ImageBackendContract {
    private final FakeA1111 server = new FakeA1111(FakeKind.FORGE);

    @Override
    protected ImageBackend backend() throws Exception {
        return Backends.of(server.withAdapters().pace(FakePace.atOnce()).start());
    }

    @AfterEach
    void closeServer() {
        server.close();
    }
}
