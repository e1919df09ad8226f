package dev.limner.image.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.wire.Delivery;
import dev.limner.image.wire.Fault;
import dev.limner.image.wire.Reply;
import dev.limner.image.wire.Verdict;
import dev.limner.image.wire.Wire;
import dev.limner.image.wire.WireFault;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;

/** The calls of one ComfyUI server. Thread-safe; blocks, and can be interrupted. */
final class ComfyApi {
    /** Uploads have a folder of their own below the server's input folder. */
    private static final String FOLDER = "limner";

    private final Wire wire;

    ComfyApi(Wire wire) {
        this.wire = wire;
    }

    String address() {
        return wire.endpoint().base().toString();
    }

    ObjectInfo objectInfo() throws WireFault, InterruptedException {
        return ObjectInfo.of(object(wire.get(wire.url("object_info"))));
    }

    /** The server's version and machine. */
    JsonNode stats() throws WireFault, InterruptedException {
        return object(wire.get(wire.url("system_stats")));
    }

    /** Textual inversions, without ending; empty when the server does not tell. */
    List<String> embeddings() throws WireFault, InterruptedException {
        List<String> names = new ArrayList<>();
        Reply reply = wire.get(wire.url("embeddings"));
        if (reply.isSuccess()) {
            reply.json().orElse(MissingNode.getInstance()).forEach(name -> names.add(name.asText("")));
        }
        return names;
    }

    /** @return the name under which a graph finds it */
    String upload(String name, byte[] bytes, String mediaType) throws WireFault, InterruptedException {
        RequestBody file = RequestBody.create(bytes, MediaType.get(mediaType));
        RequestBody body = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("image", name, file)
                .addFormDataPart("subfolder", FOLDER)
                .addFormDataPart("type", "input")
                .build();
        JsonNode answer = object(wire.upload(wire.url("upload/image"), body));
        String stored = answer.path("name").asText("");
        if (stored.isEmpty()) {
            throw new WireFault(Fault.GARBLED, "the server took a reference image and did not say where it is");
        }
        String folder = answer.path("subfolder").asText("");
        return folder.isEmpty() ? stored : folder + "/" + stored;
    }

    /** @return the answer whatever its status, since refusals are read closely */
    Reply submit(String id, String clientId, ObjectNode graph) throws WireFault, InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("prompt", graph);
        body.put("client_id", clientId).put("prompt_id", id);
        return wire.draw(wire.url("prompt"), Wire.json(body));
    }

    /** Missing until the job has ended. */
    JsonNode history(String id) throws WireFault, InterruptedException {
        return object(wire.get(wire.url("history/" + id))).path(id);
    }

    /** {@code queue_running} and {@code queue_pending}. */
    Queue queue() throws WireFault, InterruptedException {
        return Queue.of(object(wire.get(wire.url("queue"))));
    }

    /** Takes this job, and no other, from the server. */
    void cancel(String id) throws WireFault, InterruptedException {
        ObjectNode pending = JsonNodeFactory.instance.objectNode();
        pending.putArray("delete").add(id);
        wire.post(wire.url("queue"), Wire.json(pending));
        // Servers from before 2025 overlook the id and stop whatever runs, which may be somebody else's.
        if (queue().isRunning(id)) {
            ObjectNode running = JsonNodeFactory.instance.objectNode().put("prompt_id", id);
            wire.post(wire.url("interrupt"), Wire.json(running));
        }
    }

    /** @param image {@code filename}, {@code subfolder} and {@code type} as a job's outputs name them */
    byte[] view(JsonNode image) throws WireFault, InterruptedException {
        HttpUrl url = wire.url("view")
                .newBuilder()
                .addQueryParameter("filename", image.path("filename").asText(""))
                .addQueryParameter("subfolder", image.path("subfolder").asText(""))
                .addQueryParameter("type", image.path("type").asText("output"))
                .build();
        return Delivery.of(() -> {
            Reply reply = wire.fetch(url);
            if (reply.status() == 404) {
                throw new WireFault(Fault.EXPIRED, reply.describe());
            }
            if (!reply.isSuccess()) {
                throw Verdict.of(reply);
            }
            return reply.body();
        });
    }

    private static JsonNode object(Reply reply) throws WireFault {
        if (!reply.isSuccess()) {
            throw Verdict.of(reply);
        }
        return reply.json()
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new WireFault(Fault.OTHER_SERVER, reply.describe()));
    }
}
