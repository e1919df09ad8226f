package dev.limner.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.limner.http.Http;
import dev.limner.image.BackendException;
import dev.limner.image.GenerationRequest;
import dev.limner.image.a1111.A1111Backend;
import dev.limner.image.a1111.A1111Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Whether memory stays flat over large pictures, of a server on loopback that answers at once. */
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
        ExecutorService threads = Executors.newCachedThreadPool();
        HttpServer server = server(picture, threads);
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        try (A1111Backend backend =
                A1111Backend.of(A1111Settings.of(address), Http.client().build())) {
            memory(backend, BackendPictures.request("memory", picture), picture.length);
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private static void memory(A1111Backend backend, GenerationRequest request, int bytes)
            throws BackendException, InterruptedException {
        System.out.printf("pictures and references of %.1f MB%n", bytes / 1e6);
        for (int i = 1; i <= PICTURES; i++) {
            backend.generate(request, fraction -> {});
            if (i % 10 == 0) {
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                System.out.printf("%d: %d MB in use%n", i, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
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
