package dev.limner.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Somebody in a web chat, without a browser. */
final class Visitor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MediaType TYPE = Objects.requireNonNull(MediaType.parse("application/json"));

    private final String address;
    private final OkHttpClient client = new OkHttpClient.Builder()
            .readTimeout(Duration.ofSeconds(60))
            .retryOnConnectionFailure(false)
            .build();
    private final String cookie;
    private final String token;
    private final String person;

    /** @param address with a slash at its end */
    Visitor(String address) throws IOException {
        this.address = address;
        try (Response response = client.newCall(
                        new Request.Builder().url(address + "api/session").build())
                .execute()) {
            this.cookie = Objects.requireNonNull(response.header("Set-Cookie")).split(";")[0];
            JsonNode session = JSON.readTree(response.body().string());
            this.token = session.path("token").asText();
            this.person = session.path("people").path(0).path("id").asText();
        }
    }

    /** Returns when it is acknowledged. */
    void say(String text) throws IOException {
        post("api/rooms/main/messages", Map.of("person", person, "text", text));
    }

    /** Returns when it is acknowledged. */
    void command(String line) throws IOException {
        post("api/rooms/main/commands", Map.of("person", person, "text", line));
    }

    /** All that stands in the room, oldest first. */
    List<JsonNode> messages() throws IOException {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        String before = "";
        while (true) {
            JsonNode page = get("api/rooms/main/messages" + before);
            List<JsonNode> found = new ArrayList<>();
            page.path("messages").forEach(found::add);
            Map<String, JsonNode> older = new LinkedHashMap<>();
            found.forEach(m -> older.put(m.path("id").asText(), m));
            older.putAll(all);
            all = older;
            if (!page.path("more").asBoolean()) {
                return List.copyOf(all.values());
            }
            before = "?before=" + found.get(0).path("position").asText();
        }
    }

    private JsonNode get(String path) throws IOException {
        try (Response response = client.newCall(own(path).build()).execute()) {
            return JSON.readTree(response.body().string());
        }
    }

    private void post(String path, Map<String, String> body) throws IOException {
        Request request = own(path)
                .post(RequestBody.create(JSON.writeValueAsBytes(body), TYPE))
                .build();
        try (Response response = client.newCall(request).execute()) {
            if (response.code() != 200) {
                throw new IOException(
                        path + ": " + response.code() + " " + response.body().string());
            }
        }
    }

    private Request.Builder own(String path) {
        return new Request.Builder()
                .url(address + path)
                .header("Cookie", cookie)
                .header("Origin", address.substring(0, address.length() - 1))
                .header("Sec-Fetch-Site", "same-origin")
                .header("X-Limner-Token", token);
    }
}
