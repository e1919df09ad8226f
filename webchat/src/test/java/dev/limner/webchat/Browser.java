package dev.limner.webchat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/** A browser with the page open: it keeps the cookie, shows the token, and reads the events. */
final class Browser implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final MediaType TYPE = Objects.requireNonNull(MediaType.parse("application/json"));

    private final URI address;
    private final OkHttpClient client = new OkHttpClient.Builder()
            .readTimeout(Duration.ofSeconds(30))
            .retryOnConnectionFailure(false)
            .build();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final Call stream;
    private final Thread reader;
    final String cookie;
    final JsonNode session;

    record Event(String type, JsonNode data) {}

    Browser(URI address) {
        this.address = address;
        try (Response response = client.newCall(request("/api/session").build()).execute()) {
            this.cookie = Objects.requireNonNull(response.header("Set-Cookie")).split(";")[0];
            this.session = JSON.readTree(response.body().string());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.stream = client.newCall(
                request("/api/rooms/main/events").header("Cookie", cookie).build());
        this.reader = new Thread(this::listen, "browser");
        reader.start();
    }

    Request.Builder request(String path) {
        return new Request.Builder().url(address.resolve(path).toString());
    }

    /** A request as the page makes it. */
    Request.Builder own(String path) {
        String url = address.toString();
        return request(path)
                .header("Cookie", cookie)
                .header("Origin", url.substring(0, url.length() - 1))
                .header("Sec-Fetch-Site", "same-origin")
                .header("X-Limner-Token", session.path("token").asText());
    }

    Answer send(Request.Builder request) {
        try (Response response = client.newCall(request.build()).execute()) {
            return new Answer(
                    response.code(), response.headers(), response.body().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer post(String path, Map<String, ?> body) {
        return send(own(path).post(json(body)));
    }

    JsonNode get(String path) {
        return send(own(path)).json();
    }

    static RequestBody json(Object body) {
        try {
            return RequestBody.create(JSON.writeValueAsBytes(body), TYPE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came by the stream so far. */
    List<JsonNode> told(String type) {
        return events.stream()
                .filter(e -> e.type().equals(type))
                .map(Event::data)
                .toList();
    }

    private void listen() {
        try (Response response = stream.execute()) {
            BufferedSource source = response.body().source();
            String type = "";
            for (String line = source.readUtf8Line(); line != null; line = source.readUtf8Line()) {
                if (line.startsWith("event: ")) {
                    type = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    events.add(new Event(type, JSON.readTree(line.substring(6))));
                }
            }
        } catch (IOException ended) {
            // The stream ends with the server or with this browser.
        }
    }

    @Override
    public void close() {
        stream.cancel();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Answer(int status, okhttp3.Headers headers, byte[] body) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
