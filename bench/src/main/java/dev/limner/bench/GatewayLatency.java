package dev.limner.bench;

import dev.limner.avatar.ListedNetworks;
import dev.limner.gateway.Gateway;
import dev.limner.gateway.GatewaySettings;
import dev.limner.gateway.desk.Studio;
import dev.limner.gateway.http.Answered;
import dev.limner.gateway.http.Limits;
import dev.limner.image.Backends;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What the gateway adds to a call of an image server: the whole of a request over HTTP, one at a time, without the time
 * that the server took, which is none, or as long as it takes to note meanwhile what need not be waited for.
 */
final class GatewayLatency {
    private static final int WARM_UP = 300;
    private static final int REQUESTS = 400;
    private static final Duration WORK = Duration.ofMillis(100);

    private GatewayLatency() {}

    public static void main(String[] arguments) throws Exception {
        GatewaySettings settings = new GatewaySettings(InetAddress.getByName("127.0.0.1"), 0, List.of());
        try (Installation installation = new Installation(Files.createTempDirectory("limner-bench"));
                Gateway gateway = new Gateway(
                        settings, Limits.standard(), studio(installation), new Random(7), Answered.UNHEARD)) {
            installation.core.add(gateway);
            gateway.start(installation.core.listener(), installation.core.catalog());
            HttpRequest request = HttpRequest.newBuilder(gateway.address().resolve("/sdapi/v1/txt2img"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"prompt\":\"a lantern in the fog\",\"seed\":7}"))
                    .build();
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            measure(installation.backend, client, request, "a server that takes no time");
            installation.backend.take(WORK);
            measure(installation.backend, client, request, "a server that takes 100 ms");
        }
    }

    private static void measure(InstantBackend backend, HttpClient client, HttpRequest request, String server)
            throws Exception {
        double[] times = new double[REQUESTS];
        for (int i = -WARM_UP; i < REQUESTS; i++) {
            long begun = System.nanoTime();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            double time = (System.nanoTime() - begun - backend.took()) / 1e6;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.body());
            }
            if (i >= 0) {
                times[i] = time;
            }
            // another request would find the lane still at the end of this one
            Thread.sleep(20);
        }
        Arrays.sort(times);
        System.out.printf(
                "over %s: median %.1f ms, 95%% %.1f ms, longest %.1f ms%n",
                server, times[REQUESTS / 2], times[REQUESTS * 95 / 100], times[REQUESTS - 1]);
    }

    static Studio studio(Installation installation) {
        return new Studio(
                installation.core.illustrator(),
                installation.core.drafting(),
                installation.core.settings(),
                installation.core.styles(),
                installation.core.avatars(),
                new Backends(List.of(installation.backend)),
                installation.kept.illustrations(),
                installation.kept.images(),
                ListedNetworks.NONE,
                InstantSource.system());
    }
}
