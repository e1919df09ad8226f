package dev.limner.image.comfyui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.MultipartReader;
import okio.Buffer;
import okio.ByteString;

/** The input folder of a ComfyUI, which its nodes choose images from. */
final class FakeInputs {
    private final FakeNodes nodes;
    private final Map<String, ByteString> files = new HashMap<>();

    FakeInputs(FakeNodes nodes) {
        this.nodes = nodes;
    }

    ByteString file(String name) {
        return Objects.requireNonNull(files.get(name));
    }

    void clear() {
        files.clear();
        nodes.emptyInput();
    }

    /** A file of the same name and other content gets another name. */
    ObjectNode upload(RecordedRequest request) throws IOException {
        String boundary =
                Objects.requireNonNull(request.getHeaders().get("Content-Type")).replaceAll(".*boundary=", "");
        Map<String, ByteString> fields = new HashMap<>();
        String name = "";
        try (MultipartReader reader =
                new MultipartReader(new Buffer().write(Objects.requireNonNull(request.getBody())), boundary)) {
            for (MultipartReader.Part part = reader.nextPart(); part != null; part = reader.nextPart()) {
                Headers headers = part.headers();
                String disposition = Objects.requireNonNull(headers.get("Content-Disposition"));
                String field = disposition.replaceAll(".*; name=\"([^\"]*)\".*", "$1");
                if (field.equals("image")) {
                    name = disposition.replaceAll(".*filename=\"([^\"]*)\".*", "$1");
                }
                fields.put(field, part.body().readByteString());
            }
        }
        String folder = fields.getOrDefault("subfolder", ByteString.EMPTY).utf8();
        String stored = store(folder.isEmpty() ? "" : folder + "/", name, Objects.requireNonNull(fields.get("image")));
        return FakeComfy.JSON
                .createObjectNode()
                .put("name", stored)
                .put("subfolder", folder)
                .put("type", "input");
    }

    private String store(String folder, String name, ByteString bytes) {
        String stored = name;
        for (int i = 1; !files.getOrDefault(folder + stored, bytes).equals(bytes); i++) {
            stored = name.replaceFirst("\\.", " (" + i + ").");
        }
        if (files.put(folder + stored, bytes) == null) {
            nodes.uploaded(folder + stored);
        }
        return stored;
    }
}
