package dev.limner.image.wire;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Whether nothing listens at an address any more, be it behind a proxy: then nothing draws there either. */
public final class Absence {
    private Absence() {}

    /**
     * Asks twice, and anew: a connection that is kept may outlive its listener by a moment, and a proxy may have kept one
     * that is closed.
     *
     * @param http made by {@link Wire#watched}
     * @param limit how long each answer may take
     */
    public static boolean of(OkHttpClient http, Request request, Duration limit) throws InterruptedException {
        OkHttpClient anew = http.newBuilder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .callTimeout(limit)
                .build();
        boolean down = isDown(anew, request);
        return down && isDown(anew, request);
    }

    private static boolean isDown(OkHttpClient http, Request request) throws InterruptedException {
        try {
            return new Exchange(http, request).run().isWithoutServer();
        } catch (WireFault e) {
            return e.fault() == Fault.DOWN;
        }
    }
}
