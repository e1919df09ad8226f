package dev.limner.app.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What is set, as text by key, and the readers that turn it into values or say what is wrong. */
final class Settings {
    private static final String OFF = "off";
    private static final int LARGEST_PORT = 65_535;

    private final Map<Key, String> values;

    private Settings(Map<Key, String> values) {
        this.values = values;
    }

    /** Joins file and environment, which wins; an empty value counts as not set. */
    static Settings of(Map<String, String> file, Map<String, String> environment) throws ConfigurationException {
        Map<Key, String> values = new EnumMap<>(Key.class);
        for (String name : file.keySet()) {
            if (Key.of(name).isEmpty()) {
                refuse(name, "in .env", Misspelling.inFile(name));
            }
        }
        for (String name : environment.keySet()) {
            if (Key.of(name).isEmpty()) {
                refuse(name, "in the environment", Misspelling.inEnvironment(name));
            }
        }
        for (Key key : Key.values()) {
            String value = environment.getOrDefault(key.name(), file.getOrDefault(key.name(), ""));
            if (!value.isBlank()) {
                values.put(key, value.strip());
            }
        }
        return new Settings(values);
    }

    private static void refuse(String name, String where, Optional<Key> meant) throws ConfigurationException {
        if (meant.isPresent()) {
            throw new ConfigurationException(name + " " + where + " is not a key; did you mean " + meant.get() + "?");
        }
    }

    boolean has(Key key) {
        return values.containsKey(key);
    }

    /** What is set, or the default; empty for neither. */
    String text(Key key) {
        return values.getOrDefault(key, key.byDefault());
    }

    Optional<Secret> secret(Key key) throws ConfigurationException {
        if (!has(key)) {
            return Optional.empty();
        }
        if (!text(key).chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw wrong(key, "has blanks or characters that no key has; copy it anew");
        }
        return Optional.of(new Secret(text(key)));
    }

    /** Empty for {@code off}. */
    OptionalInt port(Key key) throws ConfigurationException {
        String value = text(key);
        if (value.equalsIgnoreCase(OFF)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(
                whole(key, 0, LARGEST_PORT, "a port from 0 (picks a free one) to " + LARGEST_PORT + ", or off"));
    }

    Duration seconds(Key key, int most) throws ConfigurationException {
        return Duration.ofSeconds(whole(key, 1, most, "whole seconds from 1 to " + most));
    }

    int whole(Key key, int least, int most, String right) throws ConfigurationException {
        try {
            int value = Integer.parseInt(text(key));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw wrong(key, "is \"" + text(key) + "\"; write " + right);
        }
        throw wrong(key, "is " + text(key) + "; write " + right);
    }

    /** Without blanks around the entries; an empty entry is a fault. */
    List<String> list(Key key) throws ConfigurationException {
        if (text(key).isEmpty()) {
            return List.of();
        }
        List<String> entries =
                Arrays.stream(text(key).split(",", -1)).map(String::strip).toList();
        if (entries.contains("")) {
            throw wrong(key, "has an empty entry; take out the comma too many");
        }
        return entries;
    }

    URI address(Key key) throws ConfigurationException {
        return address(key, text(key));
    }

    /** An address of a server; it may hold a password, and so is not repeated in what is said of it. */
    static URI address(Key key, String value) throws ConfigurationException {
        try {
            URI address = new URI(value);
            String scheme = String.valueOf(address.getScheme());
            boolean http = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
            boolean plain = address.getRawQuery() == null && address.getRawFragment() == null;
            if (http && plain && address.getHost() != null && address.getPort() <= LARGEST_PORT) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            throw wrong(key, "has an address that cannot be read; write it like http://127.0.0.1:7860");
        }
        throw wrong(key, "has an address that is not http(s)://HOST:PORT; write it like http://127.0.0.1:7860");
    }

    static ConfigurationException wrong(Key key, String fault) {
        return new ConfigurationException(key + " " + fault);
    }
}
