package dev.limner.image.openai;

import dev.limner.image.ImageBackend;
import dev.limner.image.ImageBackendContract;
import org.junit.jupiter.api.AfterEach;

class SelfHostedContractTest extends ImageBackendContract {
    private final FakeOpenAi server = new FakeOpenAi(FakeOpenAi.Kind.VLLM_OMNI, "Qwen/Qwen-Image-Edit-2509");

    @Override
    protected ImageBackend backend() {
        return Fixtures.backend(server.start(), null, null);
    }

    @AfterEach
    void closeServer() {
        server.close();
    }
}
