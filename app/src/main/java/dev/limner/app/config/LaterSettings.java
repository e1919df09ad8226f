package dev.limner.app.config;

import java.util.OptionalInt;

/** Checks the keys that this version reads but cannot act on yet, so that they are right when it can. */
final class LaterSettings {
    private LaterSettings() {}

    static void check(Settings settings, OptionalInt webchatPort) throws ConfigurationException {
        if (settings.has(Key.DATABASE_URL) && !settings.text(Key.DATABASE_URL).startsWith("jdbc:postgresql:")) {
            throw Settings.wrong(
                    Key.DATABASE_URL,
                    "does not begin with jdbc:postgresql:; leave it out for the embedded database in LIMNER_DATA");
        }
        metrics(settings, webchatPort);
    }

    private static void metrics(Settings settings, OptionalInt webchatPort) throws ConfigurationException {
        OptionalInt port = settings.port(Key.METRICS_PORT);
        if (port.isEmpty() && settings.has(Key.METRICS_HOST)) {
            throw Settings.wrong(Key.METRICS_HOST, "is set without METRICS_PORT; set that too, or take the key out");
        }
        if (port.isPresent() && port.getAsInt() != 0 && port.equals(webchatPort)) {
            throw Settings.wrong(Key.METRICS_PORT, "is the same as WEBCHAT_PORT; give one of them another port");
        }
    }
}
