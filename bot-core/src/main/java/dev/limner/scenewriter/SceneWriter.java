package dev.limner.scenewriter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limner.prompt.SceneMaterial;
import dev.limner.prompt.WrittenScene;
import java.io.IOException;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Asks a chat-completions server to word a scene, and at most once more where it wrote nothing usable; a question that it
 * rejects is put otherwise, which does not count. The time limit holds for all together. The same material gets the same answer as long as it is remembered, so that what {@code /prompt} shows is what
 * is drawn. Thread-safe; blocks.
 */
public final class SceneWriter {
    private static final MediaType JSON = MediaType.get("application/json");

    /** More of an answer is not read, bytes. */
    private static final long LONGEST_ANSWER = 256 << 10;

    /** Not allowed before JSON, and sent all the same by some. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final int REMEMBERED = 200;

    private final OkHttpClient http;
    private final HttpUrl address;
    private final String model;
    private final @Nullable String key;
    private final Duration limit;

    /** The manner in which it answered last, so that not each scene begins with what it does not take. */
    private volatile Manner learnt = Manner.USUAL;

    private final Cache<SceneMaterial, WrittenScene> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /**
     * @param base up to but without {@code /v1/chat/completions}; with {@code /v1} it is taken alike
     * @param model may be empty where the server has one only
     * @param limit for all attempts together
     */
    public SceneWriter(OkHttpClient http, HttpUrl base, String model, @Nullable String key, Duration limit) {
        this.http = http.newBuilder()
                .followRedirects(false)
                .retryOnConnectionFailure(false)
                .build();
        address = completions(base);
        this.model = model;
        this.key = key;
        this.limit = limit;
    }

    /** @throws SceneWriterException when there is no usable answer in time */
    public WrittenScene write(SceneMaterial material) throws SceneWriterException {
        WrittenScene known = remembered.getIfPresent(material);
        if (known != null) {
            return known;
        }
        long end = System.nanoTime() + limit.toNanos();
        Manner manner = learnt;
        boolean again = false;
        while (true) {
            try {
                WrittenScene written = attempt(material, manner, end);
                learnt = manner;
                remembered.put(material, written);
                return written;
            } catch (SceneWriterException e) {
                Cure cure = e.cure();
                Manner other = manner.after(cure);
                boolean helps = cure.isOfRejected() ? !other.equals(manner) : cure != Cure.NONE && !again;
                if (!helps || System.nanoTime() >= end) {
                    throw e;
                }
                again |= !cure.isOfRejected();
                manner = other;
            }
        }
    }

    private WrittenScene attempt(SceneMaterial material, Manner manner, long end) throws SceneWriterException {
        Duration left = Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
        OkHttpClient timed = http.newBuilder()
                .callTimeout(left)
                .connectTimeout(left)
                .readTimeout(left)
                .writeTimeout(left)
                .build();
        try (Response response = timed.newCall(request(material, manner)).execute()) {
            String body = text(response.body());
            if (!response.isSuccessful()) {
                throw SceneWriterException.status(response.code(), body);
            }
            return SceneAnswer.read(body, material);
        } catch (IOException e) {
            boolean late = System.nanoTime() >= end - 1_000_000;
            throw late
                    ? SceneWriterException.late()
                    : new SceneWriterException(
                            "cannot be reached (" + e.getClass().getSimpleName() + ")", Cure.AGAIN);
        }
    }

    private Request request(SceneMaterial material, Manner manner) {
        Request.Builder request = new Request.Builder()
                .url(address)
                .post(RequestBody.create(SceneQuestion.json(material, model, manner), JSON));
        return key == null
                ? request.build()
                : request.header("Authorization", "Bearer " + key).build();
    }

    private static String text(ResponseBody body) throws IOException, SceneWriterException {
        try (okio.BufferedSource source = body.source()) {
            source.request(LONGEST_ANSWER + 1);
            if (source.getBuffer().size() > LONGEST_ANSWER) {
                throw new SceneWriterException("gave an answer of more than 256 KiB", Cure.AGAIN);
            }
            String text = source.getBuffer().readUtf8();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        }
    }

    private static HttpUrl completions(HttpUrl base) {
        HttpUrl.Builder address = base.newBuilder().query(null).fragment(null);
        String path = base.encodedPath().replaceAll("/+$", "");
        if (path.endsWith("/chat/completions")) {
            return address.encodedPath(path).build();
        }
        return address.encodedPath(path + (path.endsWith("/v1") ? "" : "/v1") + "/chat/completions")
                .build();
    }
}
