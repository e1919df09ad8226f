package dev.limner.app.config;

import dev.limner.avatar.AvatarName;
import dev.limner.avatar.ListedNetworks;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads which LoRAs and embeddings tags may name: {@code name} or {@code name=file name at the server}. */
final class NetworkSettings {
    private NetworkSettings() {}

    static ListedNetworks read(Settings settings) throws ConfigurationException {
        return new ListedNetworks(list(settings, Key.IMAGE_LORAS), list(settings, Key.IMAGE_EMBEDDINGS));
    }

    private static Map<AvatarName, String> list(Settings settings, Key key) throws ConfigurationException {
        Map<AvatarName, String> files = new LinkedHashMap<>();
        for (String entry : settings.list(key)) {
            int equals = entry.indexOf('=');
            String given = (equals < 0 ? entry : entry.substring(0, equals)).strip();
            String file = equals < 0 ? given : entry.substring(equals + 1).strip();
            // the file is put into a command of the server's: nothing in it may end that, or begin another
            if (file.isEmpty() || file.chars().anyMatch(c -> c < ' ' || "<>:=(){}|".indexOf(c) >= 0)) {
                throw wrong(key, entry);
            }
            if (files.put(name(key, entry, given), file) != null) {
                throw Settings.wrong(key, "names " + given + " twice; keep one");
            }
        }
        return files;
    }

    private static AvatarName name(Key key, String entry, String given) throws ConfigurationException {
        try {
            return new AvatarName(given);
        } catch (IllegalArgumentException e) {
            throw wrong(key, entry);
        }
    }

    private static ConfigurationException wrong(Key key, String entry) {
        return Settings.wrong(
                key,
                "has the entry \"" + entry + "\"; write name or name=file, comma-separated, where a name is one word"
                        + " of up to 32 letters, digits, _ or -");
    }
}
