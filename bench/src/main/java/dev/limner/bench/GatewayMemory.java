package dev.limner.bench;

import dev.limner.gateway.Gateway;
import dev.limner.gateway.GatewaySettings;
import dev.limner.gateway.http.Answered;
import dev.limner.gateway.http.Limits;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * How often a picture stands in memory while it passes through the gateway: by how much the smallest heap in which it
 * passes grows with it. Each try is a process of its own.
 */
final class GatewayMemory {
    private static final int SMALLEST = 12;
    private static final int LARGEST = 140;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int PICTURES = 5;
    private static final int SMALL_SIDE = 64;
    private static final int LARGE_SIDE = 3000;

    private GatewayMemory() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            pass(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
            return;
        }
        int small = smallestHeap(SMALL_SIDE);
        int large = smallestHeap(LARGE_SIDE);
        double picture = BackendPictures.noise(LARGE_SIDE).length / (double) (1 << 20);
        System.out.printf(
                "pictures of no size pass in %d MB of heap, such of %.1f MB in %d MB: %.2f times the picture more%n",
                small, picture, large, (large - small) / picture);
    }

    /** In MB. */
    private static int smallestHeap(int side) throws IOException, InterruptedException {
        Path picture = Files.createTempFile("limner-bench", ".png");
        Files.write(picture, BackendPictures.noise(side));
        int tooSmall = SMALLEST;
        int enough = LARGEST;
        while (enough - tooSmall > 1) {
            int heap = (tooSmall + enough) / 2;
            if (passes(picture, side, heap)) {
                enough = heap;
            } else {
                tooSmall = heap;
            }
        }
        Files.delete(picture);
        return enough;
    }

    private static boolean passes(Path picture, int side, int heap) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        // a picture stands in the old generation, which is so all of the heap but this
                        "-Xmn4m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Xmx" + heap + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GatewayMemory.class.getName(),
                        picture.toString(),
                        Integer.toString(side))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        // in a heap that is nearly large enough it may collect for ever
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }

    private static void pass(Path picture, int side) throws Exception {
        GatewaySettings settings = new GatewaySettings(InetAddress.getByName("127.0.0.1"), 0, List.of());
        try (Installation installation = new Installation(Files.createTempDirectory("limner-bench"));
                Gateway gateway = new Gateway(
                        settings,
                        Limits.standard(),
                        GatewayLatency.studio(installation),
                        new Random(7),
                        Answered.UNHEARD)) {
            installation.backend.draw(() -> new GenerationOutcome.Generated(
                    new Picture(Files.readAllBytes(picture), "image/png", side, side), List.of()));
            installation.core.add(gateway);
            gateway.start(installation.core.listener(), installation.core.catalog());
            for (int i = 0; i < PICTURES; i++) {
                ask(gateway.address(), Files.size(picture));
            }
        }
    }

    /** Reads the answer without keeping it. */
    private static void ask(URI gateway, long least) throws IOException {
        String body = "{\"prompt\":\"a lantern in the fog\"}";
        String head = "POST /sdapi/v1/txt2img HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n";
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
            byte[] piece = new byte[8192];
            long size = 0;
            InputStream in = socket.getInputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                size += read;
            }
            if (size < least) {
                throw new IllegalStateException("it answered without the picture");
            }
        }
    }
}
