package dev.limner.app.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@link Key#IMAGE_BACKENDS}.
 *
 * @param address where the server is; null for what needs none
 */
public record BackendEntry(BackendKind kind, @Nullable URI address) {

    /** Reads {@code kind} or {@code kind=URL}. */
    static BackendEntry parse(String entry) throws ConfigurationException {
        int equals = entry.indexOf('=');
        String name = equals < 0 ? entry : entry.substring(0, equals).strip();
        BackendKind kind = BackendKind.byId(name)
                .orElseThrow(() -> Settings.wrong(
                        Key.IMAGE_BACKENDS,
                        "names \"" + name + "\", which this version does not know; it knows " + BackendKind.known()));
        if (equals < 0) {
            if (!kind.isBuiltIn() && kind.usualAddress().isEmpty()) {
                throw Settings.wrong(
                        Key.IMAGE_BACKENDS,
                        "names " + kind.id() + " without an address; write " + kind.id() + "=http://HOST:PORT");
            }
            return new BackendEntry(kind, kind.usualAddress().orElse(null));
        }
        if (kind.isBuiltIn()) {
            throw Settings.wrong(
                    Key.IMAGE_BACKENDS, "gives " + kind.id() + " an address, but it is built in; take that out");
        }
        return new BackendEntry(
                kind,
                Settings.address(Key.IMAGE_BACKENDS, entry.substring(equals + 1).strip()));
    }

    /** For people to read; without the user and password that an address may hold. */
    public String label() {
        if (address == null) {
            return kind.id();
        }
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return kind.id() + " " + address.getScheme() + "://" + address.getHost() + port + address.getRawPath();
    }

    @Override
    public String toString() {
        return label();
    }
}
