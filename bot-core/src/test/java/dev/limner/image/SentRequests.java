package dev.limner.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Interceptor;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;

/** What a backend sends, as it goes over the wire: JSON as it is, forms as an object of their fields. */
final class SentRequests implements Interceptor {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> bodies = new CopyOnWriteArrayList<>();

    OkHttpClient client() {
        return new OkHttpClient.Builder().addInterceptor(this).build();
    }

    /** The one that draws: the last that says what is to be drawn. */
    JsonNode drawing() {
        List<JsonNode> drawing = bodies.stream()
                .filter(body -> body.has("prompt") || body.has("contents"))
                .toList();
        return drawing.isEmpty() ? MissingNode.getInstance() : drawing.get(drawing.size() - 1);
    }

    /** All text in it that is not an image. */
    static List<String> texts(JsonNode body) {
        List<String> texts = new ArrayList<>();
        collect(body, texts);
        return texts;
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(child -> collect(child, texts));
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        RequestBody body = request.body();
        if (body instanceof MultipartBody form) {
            bodies.add(fields(form));
        } else if (body != null) {
            bodies.add(JSON.readTree(bytes(body)));
        }
        return chain.proceed(request);
    }

    private static ObjectNode fields(MultipartBody form) throws IOException {
        ObjectNode fields = JSON.createObjectNode();
        for (MultipartBody.Part part : form.parts()) {
            String disposition = String.valueOf(part.headers());
            String name = disposition.replaceAll("(?s).*?name=\"([^\"]*)\".*", "$1");
            if (disposition.contains("filename=")) {
                ArrayNode files = fields.withArray(name);
                files.add(JSON.getNodeFactory().binaryNode(bytes(part.body())));
            } else {
                fields.put(name, new String(bytes(part.body()), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static byte[] bytes(RequestBody body) throws IOException {
        Buffer buffer = new Buffer();
        body.writeTo(buffer);
        return buffer.readByteArray();
    }
}
