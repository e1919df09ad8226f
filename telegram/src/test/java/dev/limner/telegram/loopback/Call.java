package dev.limner.telegram.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okio.Okio;

/**
 * One call of a method.
 *
 * @param parameters as given; those of a form are text, of which JSON is read
 * @param files uploaded, by the name of their part
 */
public record Call(String method, ObjectNode parameters, Map<String, Upload> files) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("(?<!file)name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("filename=\"([^\"]*)\"");

    /** A file. */
    @SuppressWarnings("ArrayRecordComponent") // compared by its parts
    public record Upload(String name, byte[] bytes) {}

    static Call read(String method, HttpExchange exchange) throws IOException {
        String type = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Content-Type"), "");
        if (type.startsWith("multipart/")) {
            return form(method, type, exchange);
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        JsonNode given = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        return new Call(method, (ObjectNode) given, Map.of());
    }

    private static Call form(String method, String type, HttpExchange exchange) throws IOException {
        ObjectNode parameters = JSON.createObjectNode();
        Map<String, Upload> files = new HashMap<>();
        String boundary = Objects.requireNonNull(MediaType.get(type).parameter("boundary"));
        try (MultipartReader reader =
                new MultipartReader(Okio.buffer(Okio.source(exchange.getRequestBody())), boundary)) {
            for (MultipartReader.Part part = reader.nextPart(); part != null; part = reader.nextPart()) {
                String disposition = String.valueOf(part.headers().get("Content-Disposition"));
                byte[] bytes = part.body().readByteArray();
                String name = group(NAME, disposition);
                if (disposition.contains("filename=")) {
                    files.put(name, new Upload(group(FILE, disposition), bytes));
                } else {
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    parameters.set(name, value(text));
                }
            }
        }
        return new Call(method, parameters, files);
    }

    private static JsonNode value(String text) {
        if (text.startsWith("{") || text.startsWith("[")) {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                return JSON.getNodeFactory().textNode(text);
            }
        }
        return JSON.getNodeFactory().textNode(text);
    }

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? String.valueOf(matcher.group(1)) : "";
    }

    public String text(String name) {
        return parameters.path(name).asText("");
    }

    public long number(String name) {
        return parameters.path(name).asLong();
    }

    public boolean has(String name) {
        return parameters.hasNonNull(name);
    }

    public String chat() {
        return text("chat_id");
    }
}
