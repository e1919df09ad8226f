package dev.limner.image.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.loopback.PromptSockets;
import dev.limner.loopback.Recorded;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.MediaType;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** What the loopback services of tests have in common. */
public abstract class FakeService implements AutoCloseable {
    public static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final MockWebServer server = new MockWebServer();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile @Nullable Function<RecordedRequest, @Nullable MockResponse> override;

    protected FakeService() {
        server.setServerSocketFactory(new PromptSockets());
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                calls.add(request.getMethod() + " " + request.getUrl().encodedPath());
                Function<RecordedRequest, @Nullable MockResponse> replaced = override;
                MockResponse instead = replaced == null ? null : replaced.apply(request);
                return instead == null ? answer(request) : instead;
            }
        });
    }

    protected abstract MockResponse answer(RecordedRequest request) throws InterruptedException;

    public void listen() {
        listen(0);
    }

    public void listen(int port) {
        try {
            server.start(InetAddress.getLoopbackAddress(), port);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers in its place; it answers itself where that gives null. */
    public void override(Function<RecordedRequest, @Nullable MockResponse> function) {
        override = function;
    }

    public URI address() {
        return server.url("/").uri();
    }

    public String url(String path) {
        return server.url(path).toString();
    }

    /** Methods and paths of what was asked, in order. */
    public List<String> calls() {
        return calls;
    }

    /** Lets go of what it was asked for. */
    public void forget() {
        calls.clear();
        Recorded.forget(server);
    }

    @Override
    public void close() {
        server.close();
    }

    /** Null when the body is not a JSON object that is sent as such. */
    protected static @Nullable ObjectNode object(RecordedRequest request) {
        MediaType type = MediaType.parse(String.valueOf(request.getHeaders().get("Content-Type")));
        if (type == null || !(type.type() + "/" + type.subtype()).equals("application/json")) {
            return null;
        }
        try {
            JsonNode body = request.getBody() == null
                    ? null
                    : JSON.readTree(request.getBody().utf8());
            return body instanceof ObjectNode object ? object : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    public static MockResponse json(int status, JsonNode body) {
        return text(status, "application/json", body.toString());
    }

    public static MockResponse status(int status, String body) {
        return text(status, "application/json", body);
    }

    public static MockResponse text(int status, String type, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", type)
                .body(body)
                .build();
    }

    public static MockResponse bytes(String type, byte[] bytes) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", type)
                .body(new Buffer().write(bytes))
                .build();
    }

    /** Takes the request and breaks off without a word. */
    public static MockResponse brokenOff() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    /** Begins an answer and breaks off in its midst. */
    public static MockResponse brokenMidway() {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body("{\"a\":\"" + "x".repeat(200_000))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build();
    }

    /** Takes the request and never answers. */
    public static MockResponse hanging() {
        return new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build();
    }
}
