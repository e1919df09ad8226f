package dev.limner.gateway;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the gateway listens and for whom.
 *
 * @param port 0 for a free one
 * @param keys none only on loopback: then whoever is on this machine may use it
 * @param url where others reach it, as through a proxy; null for the address that they ask at
 */
public record GatewaySettings(
        InetAddress host,
        int port,
        List<GatewayKey> keys,
        @Nullable URI url) {

    /** For those who reach it where it listens. */
    public GatewaySettings(InetAddress host, int port, List<GatewayKey> keys) {
        this(host, port, keys, null);
    }

    public GatewaySettings {
        keys = List.copyOf(keys);
        if (keys.isEmpty() && !host.isLoopbackAddress()) {
            throw new IllegalArgumentException("without keys it listens on loopback only");
        }
        if (keys.stream().map(GatewayKey::name).distinct().count() < keys.size()) {
            throw new IllegalArgumentException("two keys have one name");
        }
    }
}
