package dev.limner.image.bfl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.PictureCheck;
import dev.limner.image.Pictures;
import dev.limner.image.UnusablePictureException;
import dev.limner.image.wire.FakeService;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** Black Forest Labs' service on loopback: submit, ask at another path, fetch from an address without the key. */
public final class FakeBfl extends FakeService {
    private static final Set<String> FLUX2 =
            Set.of("prompt", "seed", "width", "height", "safety_tolerance", "output_format");
    private static final Set<String> KONTEXT =
            Set.of("prompt", "seed", "aspect_ratio", "safety_tolerance", "output_format", "prompt_upsampling");

    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private final Map<String, byte[]> pictures = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> looks = new ConcurrentHashMap<>();
    private volatile String key = "right";
    private volatile String end = "Ready";
    private volatile @Nullable String pollingUrl;

    public FakeBfl start() {
        listen();
        return this;
    }

    FakeBfl key(String wanted) {
        key = wanted;
        return this;
    }

    FakeBfl endingAs(String status) {
        end = status;
        return this;
    }

    FakeBfl pollingAt(String url) {
        pollingUrl = url;
        return this;
    }

    List<JsonNode> taken() {
        return taken;
    }

    @Override
    protected MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        String given = request.getHeaders().get("x-key");
        if (path.startsWith("/delivery/")) {
            byte[] png = pictures.get(path.substring("/delivery/".length()));
            return png == null || request.getUrl().queryParameter("sig") == null
                    ? text(403, "text/xml", "<Error/>")
                    : bytes("image/png", png);
        }
        if (!key.equals(given)) {
            return status(403, "{\"detail\":\"Not authenticated: " + given + "\"}");
        }
        if (path.equals("/v1/credits")) {
            return status(200, "{\"credits\":42.5}");
        }
        if (path.startsWith("/poll/") || path.equals("/v1/get_result")) {
            return poll(
                    path.startsWith("/poll/")
                            ? path.substring("/poll/".length())
                            : String.valueOf(request.getUrl().queryParameter("id")));
        }
        boolean model = path.matches("/v1/flux-(?:2-(?:pro|max|flex|klein-[49]b)|kontext-(?:pro|max))");
        return model && request.getMethod().equals("POST")
                ? submit(path, object(request))
                : status(404, "{\"detail\":\"Not Found\"}");
    }

    private MockResponse submit(String path, @Nullable ObjectNode body) {
        String fault = body == null ? "body" : fault(path, body);
        if (fault != null || body == null) {
            return status(422, "{\"detail\":[{\"loc\":[\"body\",\"" + fault + "\"],\"msg\":\"invalid\"}]}");
        }
        taken.add(body);
        String id = "task-" + taken.size();
        pictures.put(
                id,
                Pictures.png(body.path("width").asInt(512), body.path("height").asInt(512)));
        looks.put(id, new AtomicInteger());
        String given = pollingUrl;
        return json(
                200,
                JSON.createObjectNode()
                        .put("id", id)
                        .put("polling_url", given == null ? url("/poll/" + id) : given)
                        .put("cost", 3.0));
    }

    private static @Nullable String fault(String path, ObjectNode body) {
        boolean kontext = path.contains("kontext");
        int most = kontext || path.contains("klein") ? 4 : 8;
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            String name = field.getKey();
            if (name.startsWith("input_image")) {
                int number = name.equals("input_image") ? 1 : Integer.parseInt(name.substring("input_image_".length()));
                if (number > most || !isImage(field.getValue())) {
                    return name;
                }
            } else if (!(kontext ? KONTEXT : FLUX2).contains(name)) {
                return name;
            }
        }
        for (String side : List.of("width", "height")) {
            int pixels = body.path(side).asInt(64);
            if (pixels < 64 || pixels % 16 != 0) {
                return side;
            }
        }
        return body.path("prompt").asText("").isBlank() || !body.path("seed").isIntegralNumber() ? "prompt" : null;
    }

    private static boolean isImage(JsonNode node) {
        try {
            PictureCheck.of(Base64.getDecoder().decode(node.asText()));
            return true;
        } catch (IllegalArgumentException | UnusablePictureException e) {
            return false;
        }
    }

    private MockResponse poll(String id) {
        AtomicInteger seen = looks.get(id);
        ObjectNode answer = JSON.createObjectNode().put("id", id);
        if (seen == null) {
            return json(200, answer.put("status", "Task not found"));
        }
        if (seen.incrementAndGet() < 2) {
            return json(
                    200, answer.put("status", "Pending").put("progress", 0.4).putNull("result"));
        }
        answer.put("status", end);
        if (end.equals("Ready")) {
            answer.putObject("result").put("sample", url("/delivery/" + id) + "?sig=hush-signature");
        }
        return json(200, answer);
    }
}
