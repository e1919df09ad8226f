package dev.limner.scenewriter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.prompt.Composer;
import dev.limner.prompt.Composition;
import dev.limner.prompt.CompositionInput;
import dev.limner.prompt.WrittenScene;
import java.io.IOException;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;

/** A chat-completions server on loopback that answers what it is told to, and what composes with it. */
final class ChatServer implements AutoCloseable {
    static final String SCENE =
            "{\"description\":\"A lantern swings over dark water.\",\"present\":[\"Mira\"],\"place\":\"a flooded crypt\",\"mood\":\"tense\",\"shot\":\"low angle\"}";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MockWebServer server = new MockWebServer();
    private final Composer composer = new Composer();

    ChatServer() throws IOException {
        server.start();
    }

    void says(String content) {
        answers(JSON.createObjectNode().put("role", "assistant").put("content", content), "stop");
    }

    void breaksOff(String content) {
        answers(JSON.createObjectNode().put("role", "assistant").put("content", content), "length");
    }

    void answers(ObjectNode message, String finish) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("choices").addObject().put("finish_reason", finish).set("message", message);
        server.enqueue(new MockResponse.Builder().body(body.toString()).build());
    }

    void sends(String body) {
        server.enqueue(new MockResponse.Builder().body(body).build());
    }

    void rejects(int status, String error) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error").put("message", error);
        server.enqueue(
                new MockResponse.Builder().code(status).body(body.toString()).build());
    }

    SceneWriter writer() {
        return writer(20);
    }

    SceneWriter writer(int seconds) {
        return new SceneWriter(new OkHttpClient(), server.url("/"), "tiny", "key", Duration.ofSeconds(seconds));
    }

    WrittenScene write(CompositionInput story) throws Exception {
        return writer().write(composer.material(story));
    }

    WrittenScene write(SceneWriter writer, CompositionInput story) throws Exception {
        return writer.write(composer.material(story));
    }

    Composition compose(CompositionInput story) throws Exception {
        return composer.compose(story, write(story));
    }

    JsonNode asked() throws Exception {
        RecordedRequest request = server.takeRequest();
        assertThat(request.getUrl().encodedPath()).isEqualTo("/v1/chat/completions");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer key");
        return JSON.readTree(request.getBody().utf8());
    }

    int times() {
        return server.getRequestCount();
    }

    @Override
    public void close() {
        server.close();
    }
}
