package dev.limner.app.config;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.PlatformId;
import dev.limner.gateway.GatewayKey;
import dev.limner.gateway.GatewaySettings;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads where the gateway listens and for whom. What is said of a faulty entry repeats nothing of it but its number. */
final class GatewayReader {
    private static final Pattern ENTRY = Pattern.compile("([^:@]*)(?:@([^:/]*)/([^:/]*)(?:/([^:]*))?)?:(.*)");
    private static final Set<String> PLATFORMS = Set.of("discord", "telegram", "webchat");
    private static final String RIGHT =
            "write name:key, name@platform/community:key or name@platform/community/channel:key, comma-separated";

    private GatewayReader() {}

    /** @return null when it is off */
    static @Nullable GatewaySettings read(Settings settings, OptionalInt webchatPort) throws ConfigurationException {
        OptionalInt port = settings.port(Key.GATEWAY_PORT);
        if (port.isEmpty()) {
            for (Key key : List.of(Key.GATEWAY_HOST, Key.GATEWAY_KEYS, Key.GATEWAY_URL)) {
                if (settings.has(key)) {
                    throw Settings.wrong(key, "is set without GATEWAY_PORT; set that too, or take the key out");
                }
            }
            return null;
        }
        if (port.getAsInt() != 0 && port.equals(webchatPort)) {
            throw Settings.wrong(Key.GATEWAY_PORT, "is the same as WEBCHAT_PORT; give one of them another port");
        }
        InetAddress host = ListenAddress.read(settings, Key.GATEWAY_HOST);
        List<GatewayKey> keys = keys(settings);
        if (keys.isEmpty() && !host.isLoopbackAddress()) {
            throw Settings.wrong(
                    Key.GATEWAY_HOST,
                    "is " + settings.text(Key.GATEWAY_HOST)
                            + ", where others reach it, and GATEWAY_KEYS is not set; set keys, or listen on 127.0.0.1");
        }
        URI url = settings.has(Key.GATEWAY_URL) ? settings.address(Key.GATEWAY_URL) : null;
        if (url != null && url.getRawUserInfo() != null) {
            throw Settings.wrong(Key.GATEWAY_URL, "holds a password, which every client would read; take it out");
        }
        return new GatewaySettings(host, port.getAsInt(), keys, url);
    }

    private static List<GatewayKey> keys(Settings settings) throws ConfigurationException {
        List<GatewayKey> keys = new ArrayList<>();
        List<String> entries = settings.list(Key.GATEWAY_KEYS);
        for (int i = 0; i < entries.size(); i++) {
            keys.add(key(entries.get(i), i + 1));
        }
        if (keys.stream().map(GatewayKey::name).collect(Collectors.toSet()).size() < keys.size()) {
            throw Settings.wrong(Key.GATEWAY_KEYS, "names two keys alike; give each a name of its own");
        }
        if (keys.stream().map(GatewayKey::secret).collect(Collectors.toSet()).size() < keys.size()) {
            throw Settings.wrong(Key.GATEWAY_KEYS, "holds one key twice; make each anew");
        }
        return keys;
    }

    private static GatewayKey key(String entry, int number) throws ConfigurationException {
        Matcher parts = ENTRY.matcher(entry);
        if (!parts.matches()) {
            throw wrong(number, "is malformed; " + RIGHT);
        }
        if (!GatewayKey.NAME.matcher(parts.group(1)).matches()) {
            throw wrong(number, "has no proper name: 1 to 32 of a to z, 0 to 9, _ and -; " + RIGHT);
        }
        CommunityRef bound = null;
        ChannelRef channel = null;
        if (parts.group(2) != null) {
            if (!PLATFORMS.contains(parts.group(2)) || parts.group(3).isBlank()) {
                throw wrong(
                        number,
                        "is bound to no community that there is; write name@discord/SERVER:key,"
                                + " name@telegram/GROUP:key or name@webchat/local:key");
            }
            bound = new CommunityRef(new PlatformId(parts.group(2)), parts.group(3));
        }
        if (parts.group(4) != null) {
            if (bound == null || parts.group(4).isBlank()) {
                throw wrong(number, "names no channel behind its community; take the last slash out, or name one");
            }
            channel = new ChannelRef(bound.platform(), parts.group(4));
        }
        String secret = parts.group(5);
        if (secret.length() < GatewayKey.SHORTEST || !secret.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw wrong(
                    number,
                    "has a key of fewer than " + GatewayKey.SHORTEST
                            + " characters or with characters that no key has; make one with: openssl rand -hex 24");
        }
        return new GatewayKey(parts.group(1), secret, bound, channel);
    }

    private static ConfigurationException wrong(int number, String fault) {
        return Settings.wrong(Key.GATEWAY_KEYS, "entry " + number + " " + fault);
    }
}
