package dev.limner.image.openai;

import dev.limner.image.ImageBackend;
import dev.limner.image.ImageBackendContract;
import org.junit.jupiter.api.AfterEach;

class OpenAiContractTest extends ImageBackendContract {
    private final FakeOpenAi server = new FakeOpenAi(FakeOpenAi.Kind.OPENAI, "gpt-image-1").key("sk-right");

    @Override
    protected ImageBackend backend() {
        return Fixtures.backend(server.start(), "sk-right", "gpt-image-1");
    }

    @AfterEach
    void closeServer() {
        server.close();
    }
}
