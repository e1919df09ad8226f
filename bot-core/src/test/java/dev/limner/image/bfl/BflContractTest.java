package dev.limner.image.bfl;

import dev.limner.image.ImageBackend;
import dev.limner.image.ImageBackendContract;
import org.junit.jupiter.api.AfterEach;

class BflContractTest extends ImageBackendContract {
    private final FakeBfl server = new FakeBfl();

    @Override
    protected ImageBackend backend() {
        return BflBackendTest.backend(server.start(), "right", "flux-2-pro", BflBackendTest.PATIENT);
    }

    @AfterEach
    void closeServer() {
        server.close();
    }
}
