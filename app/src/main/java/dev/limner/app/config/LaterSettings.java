package dev.limner.app.config;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Checks the keys that this version reads but cannot act on yet, so that they are right when it can. */
final class LaterSettings {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+(?::\\d{1,5})?|\\[[0-9a-fA-F:]+](?::\\d{1,5})?");
    /** {@code name} or {@code name=file name at the backend}; the name as in a tag. */
    private static final Pattern NAMED_FILE = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}_-]{1,32}(?:\\s*=\\s*[^<>:=]+)?");

    private LaterSettings() {}

    static void check(Settings settings, OptionalInt webchatPort) throws ConfigurationException {
        settings.secret(Key.DISCORD_TOKEN);
        settings.secret(Key.TELEGRAM_TOKEN);
        settings.address(Key.DISCORD_API_URL);
        settings.address(Key.TELEGRAM_API_URL);
        matching(settings, Key.DISCORD_CDN_HOSTS, HOST, "host or host:port, comma-separated");
        matching(settings, Key.IMAGE_LORAS, NAMED_FILE, "name or name=file, comma-separated");
        matching(settings, Key.IMAGE_EMBEDDINGS, NAMED_FILE, "name or name=file, comma-separated");
        if (settings.has(Key.DATABASE_URL) && !settings.text(Key.DATABASE_URL).startsWith("jdbc:postgresql:")) {
            throw Settings.wrong(
                    Key.DATABASE_URL,
                    "does not begin with jdbc:postgresql:; leave it out for the embedded database in LIMNER_DATA");
        }
        metrics(settings, webchatPort);
    }

    private static void matching(Settings settings, Key key, Pattern shape, String right)
            throws ConfigurationException {
        List<String> entries = settings.list(key);
        for (String entry : entries) {
            if (!shape.matcher(entry).matches()) {
                throw Settings.wrong(key, "has the entry \"" + entry + "\"; write " + right);
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
