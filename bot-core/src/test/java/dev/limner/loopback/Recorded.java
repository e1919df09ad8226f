package dev.limner.loopback;

import java.util.concurrent.TimeUnit;
import mockwebserver3.MockWebServer;

/** What loopback servers keep of every request, its body among it, for tests that ask for it. */
public final class Recorded {
    private Recorded() {}

    /** Lets go of it, where so many are sent that memory would not suffice. */
    public static void forget(MockWebServer server) {
        try {
            while (server.takeRequest(0, TimeUnit.MILLISECONDS) != null) {
                // each is let go of by being taken
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
