package dev.limner.app.config;

/** Checks the keys that this version reads but cannot act on yet, so that they are right when it can. */
final class LaterSettings {
    private LaterSettings() {}

    static void check(Settings settings) throws ConfigurationException {
        if (settings.has(Key.DATABASE_URL) && !settings.text(Key.DATABASE_URL).startsWith("jdbc:postgresql:")) {
            throw Settings.wrong(
                    Key.DATABASE_URL,
                    "does not begin with jdbc:postgresql:; leave it out for the embedded database in LIMNER_DATA");
        }
    }
}
