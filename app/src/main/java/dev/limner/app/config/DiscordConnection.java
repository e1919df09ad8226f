package dev.limner.app.config;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * How to reach Discord.
 *
 * @param api base address of the REST API
 * @param cdnHosts hosts that attachments may be taken from
 * @param shards how many connections to hold; 0 for as many as Discord recommends
 */
public record DiscordConnection(Secret token, URI api, Set<String> cdnHosts, int shards) {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+(?::\\d{1,5})?|\\[[0-9a-fA-F:]+](?::\\d{1,5})?");
    private static final String AS_RECOMMENDED = "auto";
    /** Each serves up to 2,500 servers: more than one process holds. */
    private static final int MOST_SHARDS = 256;

    public DiscordConnection {
        cdnHosts = Set.copyOf(cdnHosts);
    }

    /** Empty where Discord is not to run; what is set all the same is checked in any case. */
    static Optional<DiscordConnection> read(Settings settings) throws ConfigurationException {
        URI api = settings.address(Key.DISCORD_API_URL);
        Set<String> hosts = hosts(settings);
        int shards = shards(settings);
        return settings.secret(Key.DISCORD_TOKEN).map(token -> new DiscordConnection(token, api, hosts, shards));
    }

    private static Set<String> hosts(Settings settings) throws ConfigurationException {
        Set<String> hosts = new HashSet<>();
        for (String entry : settings.list(Key.DISCORD_CDN_HOSTS)) {
            if (!HOST.matcher(entry).matches() || HttpUrl.parse("https://" + entry) == null) {
                throw Settings.wrong(
                        Key.DISCORD_CDN_HOSTS,
                        "has the entry \"" + entry
                                + "\"; write host or host:port, comma-separated, an IPv6 address in brackets");
            }
            hosts.add(entry.toLowerCase(Locale.ROOT));
        }
        return hosts;
    }

    private static int shards(Settings settings) throws ConfigurationException {
        return settings.text(Key.DISCORD_SHARDS).equalsIgnoreCase(AS_RECOMMENDED)
                ? 0
                : settings.whole(
                        Key.DISCORD_SHARDS, 1, MOST_SHARDS, "a whole number from 1 to " + MOST_SHARDS + ", or auto");
    }
}
