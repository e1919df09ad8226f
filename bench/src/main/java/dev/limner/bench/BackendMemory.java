package dev.limner.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.limner.http.Http;
import dev.limner.image.BackendException;
import dev.limner.image.ImageBackend;
import dev.limner.image.a1111.A1111Backend;
import dev.limner.image.a1111.A1111Settings;
import dev.limner.image.comfyui.ComfyBackend;
import dev.limner.image.comfyui.ComfySettings;
import dev.limner.image.comfyui.FakeComfy;
import dev.limner.image.openai.FakeOpenAi;
import dev.limner.image.openai.OpenAiBackend;
import dev.limner.image.openai.OpenAiSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import mockwebserver3.MockResponse;
import okio.Buffer;
import okio.ByteString;

/** Whether memory stays flat over large pictures, of servers on loopback that answer at once. */
public final class BackendMemory {
    private static final int PICTURES = 100;
    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "/sdapi/v1/sd-models", "[{\"title\":\"sd_xl_base_1.0\",\"model_name\":\"sd_xl_base_1.0\"}]",
            "/sdapi/v1/options", "{\"sd_model_checkpoint\":\"sd_xl_base_1.0\"}",
            "/controlnet/model_list", "{\"model_list\":[\"ip-adapter-plus-face_sdxl_vit-h [1]\"]}",
            "/controlnet/module_list", "{\"module_list\":[\"ip-adapter_clip_sd15\"]}");

    private BackendMemory() {}

    public static void main(String[] args) throws Exception {
        byte[] picture = BackendPictures.noise(1700);
        System.out.printf("pictures and references of %.1f MB%n", picture.length / 1e6);
        ExecutorService threads = Executors.newCachedThreadPool();
        HttpServer server = server(picture, threads);
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        try (A1111Backend backend =
                A1111Backend.of(A1111Settings.of(address), Http.client().build())) {
            memory("a1111", backend, picture, () -> {});
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
        comfyui(picture);
        openai(picture);
    }

    private static void comfyui(byte[] picture) throws Exception {
        try (FakeComfy server = new FakeComfy(FakeComfy.sdxl()).drawing(picture);
                ComfyBackend backend = ComfyBackend.of(
                        ComfySettings.of(server.address()), Http.client().build())) {
            memory("comfyui", backend, picture, server::forget);
        }
    }

    private static void openai(byte[] picture) throws Exception {
        String answer = "{\"created\":1,\"data\":[{\"b64_json\":\""
                + Base64.getEncoder().encodeToString(picture) + "\"}]}";
        ByteString body = ByteString.encodeUtf8(answer);
        try (FakeOpenAi server = new FakeOpenAi(FakeOpenAi.Kind.OPENAI, "gpt-image-1").start()) {
            server.override(request -> request.getUrl().encodedPath().equals("/v1/images/edits")
                    ? new MockResponse.Builder()
                            .setHeader("Content-Type", "application/json")
                            .body(new Buffer().write(body))
                            .build()
                    : null);
            OpenAiSettings settings =
                    new OpenAiSettings(server.address(), "sk-any", "gpt-image-1", "auto", null, Duration.ofMinutes(5));
            try (OpenAiBackend backend =
                    OpenAiBackend.of(settings, Http.client().build())) {
                memory("openai", backend, picture, server::forget);
            }
        }
    }

    /** @param forget lets the server let go of what it was sent */
    private static void memory(String kind, ImageBackend backend, byte[] picture, Runnable forget)
            throws BackendException, InterruptedException {
        for (int i = 1; i <= PICTURES; i++) {
            backend.generate(BackendPictures.request("memory" + i, picture), fraction -> {});
            forget.run();
            if (i % 10 == 0) {
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                System.out.printf(
                        "%s %d: %d MB in use%n", kind, i, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
            }
        }
    }

    private static HttpServer server(byte[] picture, ExecutorService threads) throws IOException {
        byte[] answer = ("{\"images\":[\"" + Base64.getEncoder().encodeToString(picture) + "\"],\"info\":\"\"}")
                .getBytes(StandardCharsets.ISO_8859_1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            String path = exchange.getRequestURI().getPath();
            String description = DESCRIPTIONS.get(path);
            if (path.equals("/sdapi/v1/txt2img")) {
                send(exchange, 200, answer);
            } else if (description == null) {
                send(exchange, 404, "{\"detail\":\"Not Found\"}".getBytes(StandardCharsets.UTF_8));
            } else {
                send(exchange, 200, description.getBytes(StandardCharsets.UTF_8));
            }
        });
        server.start();
        return server;
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
