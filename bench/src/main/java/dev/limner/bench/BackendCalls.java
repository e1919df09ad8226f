package dev.limner.bench;

import dev.limner.http.Http;
import dev.limner.image.GenerationRequest;
import dev.limner.image.ImageBackend;
import dev.limner.image.PictureCheck;
import dev.limner.image.a1111.A1111Backend;
import dev.limner.image.a1111.A1111Settings;
import dev.limner.image.a1111.FakeA1111;
import dev.limner.image.a1111.FakeKind;
import dev.limner.image.comfyui.ComfyBackend;
import dev.limner.image.comfyui.ComfySettings;
import dev.limner.image.comfyui.FakeComfy;
import dev.limner.image.openai.FakeOpenAi;
import dev.limner.image.openai.OpenAiBackend;
import dev.limner.image.openai.OpenAiSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * From a prompt to the moment when the last byte of the call that draws it is written, and to that when its answer comes,
 * beside the same call with the same body made bare, to a server on loopback. What comes of the call (waiting, progress,
 * looking at the picture) is not in it. Both go over a connection that the call before left open, and take turns.
 */
public final class BackendCalls {
    /** Enough for the compiler, also on a machine that is busy with other things. */
    private static final int WARM_UP = 800;

    private static final int CALLS = 200;
    /** Of a reference as avatars are kept: 512 pixels a side, 780 kB. */
    private static final int SIDE = 512;

    private BackendCalls() {}

    public static void main(String[] args) throws Exception {
        try (FakeA1111 server = new FakeA1111(FakeKind.FORGE)
                .models("sd_xl_base_1.0.safetensors [31e35c80fc]")
                .withAdapters()
                .start()) {
            compare(
                    "a1111",
                    "/sdapi/v1/txt2img",
                    server.address(),
                    server::forget,
                    (address, http) -> A1111Backend.of(A1111Settings.of(address), http));
        }
        try (FakeComfy server = new FakeComfy(FakeComfy.sdxl())) {
            compare(
                    "comfyui",
                    "/prompt",
                    server.address(),
                    () -> {
                        server.forget();
                        awaitRest(server);
                    },
                    (address, http) -> ComfyBackend.of(ComfySettings.of(address), http));
        }
        try (FakeOpenAi server = new FakeOpenAi(FakeOpenAi.Kind.OPENAI, "gpt-image-1").start()) {
            compare(
                    "openai",
                    "/v1/images/edits",
                    server.address(),
                    server::forget,
                    (address, http) -> OpenAiBackend.of(
                            new OpenAiSettings(address, "sk-any", "gpt-image-1", "auto", null, Duration.ofMinutes(5)),
                            http));
        }
    }

    /** A job that nobody waited for, as that of a bare call, would keep the next call waiting. */
    private static void awaitRest(FakeComfy server) {
        while (server.isBusy()) {
            LockSupport.parkNanos(100_000);
        }
    }

    private static void compare(
            String kind,
            String path,
            URI address,
            Runnable forget,
            BiFunction<URI, OkHttpClient, ? extends ImageBackend> maker)
            throws Exception {
        Drawing drawing = new Drawing(path);
        OkHttpClient http = Http.client().addInterceptor(drawing).build();
        byte[] face = BackendPictures.noise(SIDE);
        Times whole = new Times();
        Times bare = new Times();
        try (ImageBackend backend = maker.apply(address, http)) {
            // in turn, so that both find caches and threads as a picture's decoding left them
            for (int i = -WARM_UP; i < CALLS; i++) {
                GenerationRequest request = BackendPictures.request("call" + i, face);
                long begun = System.nanoTime();
                backend.generate(request, fraction -> {});
                whole.add(i, drawing, begun);
                PictureCheck.of(face);
                begun = System.nanoTime();
                drawing.repeat(http);
                bare.add(i, drawing, begun);
                // the server keeps every body that it was sent
                forget.run();
            }
        }
        System.out.printf("%s, %d kB%n", kind, drawing.length() / 1000);
        print("to its last byte", whole.sent, bare.sent);
        print("to its answer", whole.answered, bare.answered);
    }

    private static void print(String what, double[] whole, double[] bare) {
        Arrays.sort(whole);
        Arrays.sort(bare);
        System.out.printf(
                "  %s: backend %.2f ms; bare %.2f ms; ratio %.2f%n",
                what, whole[CALLS / 2], bare[CALLS / 2], whole[CALLS / 2] / bare[CALLS / 2]);
    }

    /** Milliseconds since each call was begun. */
    private static final class Times {
        private final double[] sent = new double[CALLS];
        private final double[] answered = new double[CALLS];

        /** @param i below 0 while it is warming up */
        void add(int i, Drawing drawing, long begun) {
            if (i >= 0) {
                sent[i] = (drawing.sentAt - begun) / 1e6;
                answered[i] = (drawing.answeredAt - begun) / 1e6;
            }
        }
    }

    /** The call that draws: keeps the first of its bodies, and notes when each is written and answered. */
    private static final class Drawing implements Interceptor {
        private final String path;
        private volatile long sentAt;
        private volatile long answeredAt;
        private volatile @Nullable Request kept;

        Drawing(String path) {
            this.path = path;
        }

        long length() throws IOException {
            return Objects.requireNonNull(kept).body().contentLength();
        }

        void repeat(OkHttpClient http) throws IOException {
            try (Response response = http.newCall(Objects.requireNonNull(kept)).execute()) {
                response.body().bytes();
            }
        }

        @Override
        public Response intercept(Chain chain) throws IOException {
            Request request = chain.request();
            RequestBody body = request.body();
            if (body == null || !request.url().encodedPath().equals(path)) {
                return chain.proceed(request);
            }
            if (kept == null) {
                Buffer bytes = new Buffer();
                body.writeTo(bytes);
                kept = request.newBuilder()
                        .method(request.method(), RequestBody.create(bytes.readByteArray(), body.contentType()))
                        .build();
            }
            Response response = chain.proceed(
                    request.newBuilder().method(request.method(), noting(body)).build());
            answeredAt = System.nanoTime();
            return response;
        }

        private RequestBody noting(RequestBody body) {
            return new RequestBody() {
                @Override
                public @Nullable MediaType contentType() {
                    return body.contentType();
                }

                @Override
                public long contentLength() throws IOException {
                    return body.contentLength();
                }

                @Override
                public void writeTo(BufferedSink sink) throws IOException {
                    body.writeTo(sink);
                    sink.flush();
                    sentAt = System.nanoTime();
                }
            };
        }
    }
}
