package dev.limner.image.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.limner.image.wire.Reply;
import dev.limner.image.wire.Wire;
import dev.limner.image.wire.WireFault;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The websocket of one server: it tells of the jobs that this process submitted. Opened when a job begins, and again
 * when it was lost; without it jobs are followed by asking. Thread-safe.
 */
final class Feed implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Feed.class);
    private static final String FEATURES = "{\"type\":\"feature_flags\",\"data\":{\"supports_preview_metadata\":true}}";
    private static final long OPENING_SECONDS = 5;

    private final Wire wire;
    private final String clientId;
    private final Map<String, Follower> followers = new ConcurrentHashMap<>();
    private @Nullable Line line;
    private volatile String executing = "";

    Feed(Wire wire, String clientId) {
        this.wire = wire;
        this.clientId = clientId;
    }

    void follow(String id, Follower follower) {
        followers.put(id, follower);
    }

    void unfollow(String id) {
        followers.remove(id);
    }

    /** Opens the line if it is down. Messages go to whoever is connected when a job is submitted, so this comes before. */
    void open() throws InterruptedException {
        Line current;
        synchronized (this) {
            if (line == null || line.isDown()) {
                line = dial();
            }
            current = line;
        }
        if (current != null) {
            current.awaitOpen();
        }
    }

    private @Nullable Line dial() {
        HttpUrl url = wire.url("ws")
                .newBuilder()
                .addQueryParameter("clientId", clientId)
                .build();
        try {
            Line dialled = new Line();
            dialled.socket = wire.socket(url, dialled);
            return dialled;
        } catch (WireFault e) {
            return null;
        }
    }

    @Override
    public synchronized void close() {
        followers.clear();
        if (line != null) {
            line.hangUp();
        }
    }

    private void onText(String text) {
        // extensions send what they like
        JsonNode message = Reply.parse(text).orElse(MissingNode.getInstance());
        JsonNode data = message.path("data");
        String id = data.path("prompt_id").asText("");
        Follower follower = followers.get(id);
        if (follower != null) {
            executing = id;
            follower.onMessage(message.path("type").asText(""), data);
        }
    }

    private void onPreview(Preview preview) {
        Follower follower = followers.get(preview.job().isEmpty() ? executing : preview.job());
        if (follower != null) {
            follower.onPreview(preview.bytes(), preview.mediaType());
        }
    }

    /** One connection. */
    private final class Line extends WebSocketListener {
        private final CountDownLatch settled = new CountDownLatch(1);
        private volatile boolean down;
        private volatile @Nullable WebSocket socket;

        boolean isDown() {
            return down;
        }

        void awaitOpen() throws InterruptedException {
            if (!settled.await(OPENING_SECONDS, TimeUnit.SECONDS)) {
                log.info("the websocket of {} does not open; asking instead", wire.endpoint());
            }
        }

        void hangUp() {
            down = true;
            WebSocket open = socket;
            if (open != null && !open.close(1000, null)) {
                open.cancel();
            }
        }

        @Override
        public void onOpen(WebSocket opened, Response response) {
            opened.send(FEATURES);
            settled.countDown();
        }

        @Override
        public void onMessage(WebSocket from, String text) {
            onText(text);
        }

        @Override
        public void onMessage(WebSocket from, ByteString bytes) {
            Preview.of(bytes).ifPresent(Feed.this::onPreview);
        }

        @Override
        public void onClosing(WebSocket from, int code, String reason) {
            from.close(1000, null);
            lost();
        }

        @Override
        public void onFailure(WebSocket from, Throwable cause, @Nullable Response response) {
            log.debug("the websocket of {} was lost: {}", wire.endpoint(), cause.toString());
            lost();
        }

        private void lost() {
            down = true;
            settled.countDown();
        }
    }
}
