package dev.limner.app.config;

import java.util.List;
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
        sceneWriter(settings);
        metrics(settings, webchatPort);
    }

    private static void sceneWriter(Settings settings) throws ConfigurationException {
        settings.secret(Key.SCENE_WRITER_API_KEY);
        if (settings.has(Key.SCENE_WRITER_URL)) {
            settings.address(Key.SCENE_WRITER_URL);
            return;
        }
        for (Key key : List.of(Key.SCENE_WRITER_MODEL, Key.SCENE_WRITER_API_KEY)) {
            if (settings.has(key)) {
                throw Settings.wrong(key, "is set without SCENE_WRITER_URL; set that too, or take the key out");
            }
        }
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
