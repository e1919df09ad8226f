package dev.limner.image.comfyui;

import dev.limner.image.ImageBackend;
import dev.limner.image.ImageBackendContract;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;

class ComfyContractTest extends ImageBackendContract {
    private final FakeComfy server = new FakeComfy(FakeComfy.sdxl());

    @Override
    protected ImageBackend backend() throws Exception {
        return ComfyBackend.of(ComfySettings.of(server.start().address()), new OkHttpClient());
    }

    @Override
    protected Optional<SlowBackend> slowBackend() throws Exception {
        ImageBackend backend = backend();
        server.worker().hold();
        return Optional.of(new SlowBackend() {
            @Override
            public ImageBackend backend() {
                return backend;
            }

            @Override
            public boolean isDrawing() {
                return server.worker().isDrawing();
            }
        });
    }

    @AfterEach
    void closeServer() {
        server.close();
    }
}
