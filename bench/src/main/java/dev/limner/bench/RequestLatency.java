package dev.limner.bench;

import dev.limner.chat.Member;
import dev.limner.chat.Place;
import dev.limner.chat.UserRef;
import dev.limner.illustration.Order;
import dev.limner.prompt.Ask;
import dev.limner.prompt.Mode;
import java.nio.file.Files;
import java.util.Arrays;

/**
 * From the call that accepts a request to the image server being called, one request at a time, in milliseconds. The
 * time of accepting is part of it, so it is above the time from accepted to called.
 */
final class RequestLatency {
    private static final int WARM_UP = 600;
    private static final int REQUESTS = 200;
    private static final int REQUESTERS = 20;
    private static final Ask SCENE = new Ask(Mode.SCENE, 12, null, null, null, null, null);

    private RequestLatency() {}

    public static void main(String[] arguments) throws Exception {
        Place place = Room.number(1);
        try (Installation installation = new Installation(Files.createTempDirectory("limner-bench"))) {
            installation.core.capture().change(place.channel(), state -> state.withCapturing(true));
            for (int i = 1; i <= 100; i++) {
                installation
                        .core
                        .listener()
                        .onEvent(Room.message(place, i))
                        .toCompletableFuture()
                        .join();
            }
            double[] times = new double[REQUESTS];
            for (int i = -WARM_UP; i < REQUESTS; i++) {
                double time = request(installation, place, Math.floorMod(i, REQUESTERS));
                if (i >= 0) {
                    times[i] = time;
                }
            }
            Arrays.sort(times);
            System.out.printf(
                    "request to backend: median %.1f ms, 95%% %.1f ms, longest %.1f ms%n",
                    times[REQUESTS / 2], times[REQUESTS * 95 / 100], times[REQUESTS - 1]);
        }
    }

    private static double request(Installation installation, Place place, int requester) throws Exception {
        UserRef user = new UserRef(SilentPlatform.ID, "requester-" + requester);
        long asked = System.nanoTime();
        var unused = installation
                .core
                .illustrator()
                .accept(new Order(place, new Member(user, "Requester", true), SCENE, null));
        long called = installation.backend.called();
        while (installation.kept.illustrations().open(user) > 0) {
            Thread.sleep(1);
        }
        return (called - asked) / 1e6;
    }
}
