package dev.limner.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The REST API, and what may go wrong with it. Thread-safe. */
public final class Rest extends Dispatcher {
    private static final String BASE = "/api/v10/";

    private final Discordia world;
    private final Gate gate;
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final Map<Pattern, Duration> slow = new ConcurrentHashMap<>();
    private final Queue<String> calls = new ConcurrentLinkedQueue<>();

    private volatile Duration slowness = Duration.ZERO;

    Rest(Discordia world, Gate gate) {
        this.world = world;
        this.gate = gate;
    }

    /** The next call of this kind is answered so; the server does nothing, or does it all the same. */
    private record Fault(Pattern call, MockResponse answer, boolean done, Runnable meanwhile) {
        Fault(Pattern call, MockResponse answer, boolean done) {
            this(call, answer, done, () -> {});
        }
    }

    /**
     * The next call of this kind meets something that happens before or after it is done, and gets no useful answer.
     *
     * @param call as in {@link #failNext}, and with {@code  files} behind it when it brings some
     */
    public void interruptNext(String call, boolean done, Runnable meanwhile) {
        faults.add(new Fault(Pattern.compile(call), plain(500, Json.object().put("message", "no")), done, meanwhile));
    }

    /** @param call as a pattern of {@code METHOD path}, without the base */
    public void failNext(String call, int status) {
        faults.add(new Fault(Pattern.compile(call), plain(status, Json.object().put("message", "no")), false));
    }

    /** The next call of this kind is cut off without an answer. */
    public void cutNext(String call) {
        MockResponse cut = new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
        faults.add(new Fault(Pattern.compile(call), cut, false));
    }

    /** What was asked is done, but the answer says that the server stumbled. */
    public void failNextAfterDoing(String call, int status) {
        faults.add(new Fault(Pattern.compile(call), plain(status, Json.object().put("message", "no")), true));
    }

    /** @param seconds to wait */
    public void tooFast(String call, int seconds) {
        ObjectNode body = Json.object()
                .put("message", "You are being rate limited.")
                .put("retry_after", (double) seconds)
                .put("global", false);
        MockResponse answer = plain(429, body)
                .newBuilder()
                .addHeader("Retry-After", Integer.toString(seconds))
                .addHeader("via", "1.1 google")
                .addHeader("X-RateLimit-Scope", "user")
                .build();
        faults.add(new Fault(Pattern.compile(call), answer, false));
    }

    /** From now on each call takes so long before it is done, as over a network. */
    public void takeTime(Duration each) {
        slowness = each;
    }

    /** From now on each call of this kind takes so long before it is done. @param call as in {@link #failNext} */
    public void takeTime(String call, Duration each) {
        slow.put(Pattern.compile(call), each);
    }

    /** {@code METHOD path} of all calls, without the base. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        if (path.startsWith("/gateway")) {
            return new MockResponse.Builder().webSocketUpgrade(gate.accept()).build();
        }
        if (path.startsWith("/attachments/")) {
            return attachment(path + "?" + request.getUrl().encodedQuery());
        }
        if (!path.startsWith(BASE)) {
            return plain(404, Json.object());
        }
        String call = request.getMethod() + " " + path.substring(BASE.length());
        calls.add(call);
        boolean files = String.valueOf(request.getHeaders().get("Content-Type")).startsWith("multipart");
        Fault fault = take(call + (files ? " files" : ""));
        if (fault == null) {
            return answer(request, call);
        }
        if (fault.done()) {
            var unused = answer(request, call);
        }
        fault.meanwhile().run();
        return fault.answer();
    }

    private @Nullable Fault take(String call) {
        for (Fault fault : faults) {
            if (fault.call().matcher(call).matches() && faults.remove(fault)) {
                return fault;
            }
        }
        return null;
    }

    private MockResponse answer(RecordedRequest request, String call) {
        pause(slowness);
        slow.forEach((kind, time) -> {
            if (kind.matcher(call).matches()) {
                pause(time);
            }
        });
        if (call.contains("interactions/")
                || call.contains("webhooks/")
                || world.takes(request.getHeaders().get("Authorization"))) {
            try {
                JsonNode body = route(call.split("[ /]"), query(request), Body.read(request));
                return body == null ? new MockResponse.Builder().code(204).build() : plain(200, body);
            } catch (Refusal e) {
                return plain(
                        e.status, Json.object().put("code", e.code).put("message", String.valueOf(e.getMessage())));
            } catch (IOException e) {
                return plain(400, Json.object().put("message", "unreadable"));
            }
        }
        return plain(401, Json.object().put("message", "401: Unauthorized").put("code", 0));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> query(RecordedRequest request) {
        Map<String, String> query = new HashMap<>();
        request.getUrl()
                .queryParameterNames()
                .forEach(name -> query.put(name, request.getUrl().queryParameter(name)));
        return query;
    }

    /** @return null for no content */
    private @Nullable JsonNode route(String[] call, Map<String, String> query, Body body) {
        return switch (call[1]) {
            case "applications" -> application(call, body, "true".equals(query.get("with_localizations")));
            case "gateway" -> gatewayBot();
            case "users" -> users(call, query, body);
            case "channels" -> channel(call, body);
            case "interactions" -> callback(call, body);
            case "webhooks" -> webhook(call, body);
            default -> throw new Refusal(404, 0, "404: Not Found");
        };
    }

    private JsonNode application(String[] call, Body body, boolean withTexts) {
        if (call[2].equals("@me")) {
            return Json.object()
                    .put("id", Payloads.BOT)
                    .put("name", "Limner")
                    .put("flags", world.servers().contentGranted() ? 1 << 19 : 0);
        }
        return call[0].equals("GET")
                ? world.menu().all(withTexts)
                : world.menu().replace(body.json());
    }

    private JsonNode gatewayBot() {
        ObjectNode answer = Json.object()
                .put("url", world.gatewayAddress())
                .put("shards", world.servers().shards());
        answer.putObject("session_start_limit")
                .put("total", 1000)
                .put("remaining", 999)
                .put("reset_after", 1000)
                .put("max_concurrency", 16);
        return answer;
    }

    private JsonNode users(String[] call, Map<String, String> query, Body body) {
        if (call.length > 3 && call[3].equals("guilds")) {
            return world.servers()
                    .list(
                            Long.parseLong(query.getOrDefault("after", "0")),
                            Integer.parseInt(query.getOrDefault("limit", "200")));
        }
        if (call.length > 3 && call[3].equals("channels")) {
            return world.people().openDirect(body.json().path("recipient_id").asText());
        }
        return Payloads.user(Payloads.BOT, "Limner", true);
    }

    private @Nullable JsonNode channel(String[] call, Body body) {
        String channel = call[2];
        return switch (call[0]) {
            case "POST" -> world.messages().create(channel, body);
            case "PATCH" -> world.messages().change(channel, call[4], body);
            case "DELETE" -> {
                world.messages().remove(channel, call[4]);
                yield null;
            }
            default -> world.messages().get(channel, call[4]);
        };
    }

    private JsonNode callback(String[] call, Body body) {
        Interaction interaction = world.asked().begun(call[2], call[3]);
        interaction.acknowledge(body.json());
        ObjectNode answer = Json.object();
        answer.putObject("interaction").put("id", interaction.id).put("type", 2);
        answer.putObject("resource").put("type", body.json().path("type").asInt());
        return answer;
    }

    private @Nullable JsonNode webhook(String[] call, Body body) {
        Interaction interaction = world.asked().open(call[3]);
        switch (call[0]) {
            case "POST" -> interaction.follow(body, world.servers().fileLimit());
            case "PATCH" -> interaction.edit(body, world.servers().fileLimit());
            default -> {
                interaction.delete();
                return null;
            }
        }
        Message message = new Message(
                world.newId(),
                Payloads.WRITING,
                Payloads.user(Payloads.BOT, "Limner", true),
                true,
                null,
                body.json().path("content").asText(""),
                null);
        return Payloads.message(message, Map.of());
    }

    private MockResponse attachment(String address) {
        byte[] bytes = world.files().fetch(address);
        return bytes == null
                ? new MockResponse.Builder().code(404).build()
                : new MockResponse.Builder()
                        .addHeader("Content-Type", "image/png")
                        .body(new Buffer().write(bytes))
                        .build();
    }

    private static MockResponse plain(int status, JsonNode body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body.toString())
                .build();
    }
}
