package dev.limner.gateway;

import java.net.InetAddress;
import java.util.List;

/**
 * Where the gateway listens and for whom.
 *
 * @param port 0 for a free one
 * @param keys none only on loopback: then whoever is on this machine may use it
 */
public record GatewaySettings(InetAddress host, int port, List<GatewayKey> keys) {
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
