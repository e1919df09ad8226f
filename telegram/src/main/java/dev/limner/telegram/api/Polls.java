package dev.limner.telegram.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.limner.chat.ChatException;
import dev.limner.http.Http;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Asks for updates, by HTTP: the library reads a batch of them as a whole, so that one it cannot read hides the others.
 * Thread-safe; blocks.
 */
public final class Polls implements AutoCloseable {
    /** How long a poll waits for something to happen. Telegram allows up to 50 s. */
    private static final Duration LONG_POLL = Duration.ofSeconds(50);

    /** How long a poll may be late before its line is taken to be dead. */
    private static final Duration LATE = Duration.ofSeconds(15);

    private static final List<String> ALLOWED =
            List.of("message", "edited_message", "callback_query", "my_chat_member", "chat_member");

    private final BotAddress address;
    private final Duration longPoll;
    private final ObjectMapper json = new ObjectMapper();
    private final OkHttpClient http;

    public Polls(BotAddress address) {
        this(address, LONG_POLL, LATE);
    }

    /** @param longPoll how long a poll waits, whole seconds */
    Polls(BotAddress address, Duration longPoll, Duration late) {
        this.address = address;
        this.longPoll = longPoll;
        this.http = Http.client()
                .followRedirects(false)
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(longPoll.plus(late))
                .build();
    }

    /**
     * Waits for updates, each of which is left as it is.
     *
     * @param offset acknowledges all before it; null acknowledges nothing
     * @param limit at most so many
     * @throws IOException also when what came is no answer to a poll
     */
    Updates next(@Nullable Long offset, int limit) throws ChatException, IOException {
        Map<String, Object> parameters =
                new HashMap<>(Map.of("timeout", longPoll.toSeconds(), "limit", limit, "allowed_updates", ALLOWED));
        if (offset != null) {
            parameters.put("offset", offset);
        }
        Request request = new Request.Builder()
                .url(address.method("getUpdates"))
                .post(RequestBody.create(json.writeValueAsBytes(parameters), MediaType.get("application/json")))
                .build();
        try (Response response = http.newCall(request).execute()) {
            String body = response.body().string();
            if (!response.isSuccessful()) {
                throw fault(response.code(), body);
            }
            return Updates.read(body, json);
        }
    }

    private ChatException fault(int status, String body) {
        try {
            JsonNode answer = json.readTree(body);
            JsonNode rest = answer.path("parameters").path("retry_after");
            return Faults.of(
                    status, answer.path("description").asText(""), rest.isNumber() ? (Integer) rest.asInt() : null);
        } catch (IOException notJson) {
            return Faults.of(status, "", null);
        }
    }

    /** Ends the poll that waits. */
    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
