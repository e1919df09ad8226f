package dev.limner.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.chat.ChatUser.SeenFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okio.Buffer;
import okio.ByteString;

/** The body of a request: JSON alone, or in the company of files. */
record Body(JsonNode json, List<SeenFile> files) {
    private static final int LONGEST_CONTENT = 2000;
    private static final int LONGEST_ALT = 1024;

    static Body read(RecordedRequest request) throws IOException {
        ByteString bytes = request.getBody();
        String type = String.valueOf(request.getHeaders().get("Content-Type"));
        if (bytes == null || bytes.size() == 0) {
            return new Body(Json.object(), List.of());
        }
        if (!type.startsWith("multipart/form-data")) {
            return new Body(Json.read(bytes.utf8()), List.of());
        }
        Map<String, SeenFile> parts = new HashMap<>();
        JsonNode json = Json.object();
        String boundary = MediaType.get(type).parameter("boundary");
        try (MultipartReader reader = new MultipartReader(new Buffer().write(bytes), String.valueOf(boundary))) {
            for (MultipartReader.Part part = reader.nextPart(); part != null; part = reader.nextPart()) {
                String disposition = String.valueOf(part.headers().get("Content-Disposition"));
                String name = quoted(disposition, "name");
                if (name.equals("payload_json")) {
                    json = Json.read(part.body().readUtf8());
                } else {
                    parts.put(
                            name,
                            new SeenFile(
                                    quoted(disposition, "filename"), part.body().readByteArray(), ""));
                }
            }
        }
        List<SeenFile> files = new ArrayList<>();
        for (JsonNode attachment : json.path("attachments")) {
            SeenFile part = parts.get("files[" + attachment.path("id").asText() + "]");
            if (part != null) {
                files.add(new SeenFile(
                        part.name(),
                        part.bytes(),
                        attachment.path("description").asText("")));
            }
        }
        return new Body(json, files);
    }

    private static String quoted(String header, String key) {
        int start = header.indexOf(key + "=\"") + key.length() + 2;
        return header.substring(start, header.indexOf('"', start));
    }

    /** Refuses what Discord refuses of a message. */
    void check(long fileLimit) {
        String content = json.path("content").asText("");
        if (content.length() > LONGEST_CONTENT) {
            throw Refusal.invalid("content: Must be 2000 or fewer in length.");
        }
        if (content.isBlank() && files.isEmpty() && json.path("attachments").isEmpty()) {
            throw new Refusal(400, 50006, "Cannot send an empty message");
        }
        for (SeenFile file : files) {
            if (file.bytes().length > fileLimit) {
                throw new Refusal(413, 40005, "Request entity too large");
            }
            if (file.altText().length() > LONGEST_ALT) {
                throw Refusal.invalid("attachments.description");
            }
        }
        for (JsonNode row : json.path("components")) {
            if (row.path("components").size() > 5) {
                throw Refusal.invalid("components");
            }
            for (JsonNode button : row.path("components")) {
                int id = button.path("custom_id").asText().length();
                int label = button.path("label").asText().length();
                if (id < 1 || id > 100 || label < 1 || label > 80) {
                    throw Refusal.invalid("components.custom_id or label");
                }
            }
        }
    }

    /** Whether somebody is notified by a text, given what the sender allowed. */
    boolean pings() {
        String content = json.path("content").asText("");
        boolean names = content.contains("@everyone") || content.contains("@here") || content.contains("<@");
        JsonNode allowed = json.path("allowed_mentions");
        return names && (!allowed.isObject() || !allowed.path("parse").isEmpty());
    }
}
