package dev.limner.image.a1111;

import dev.limner.image.ImageBackend;
import dev.limner.image.ImageBackendContract;
import org.junit.jupiter.api.AfterEach;

/** SDXL with the IP-Adapter that the server was started with. */
class SdCppAdapterContractTest extends ImageBackendContract {
    private final FakeSdCpp server = new FakeSdCpp("sd_xl_base_1.0.safetensors");

    @Override
    protected ImageBackend backend() {
        return Backends.withIpAdapter(server.start().address());
    }

    @AfterEach
    void closeServer() {
        server.close();
    }
}
