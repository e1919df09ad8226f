package dev.limner.discord;

import java.net.URI;
import java.util.Set;

/**
 * How to reach Discord.
 *
 * @param token the bot's; a secret
 * @param api base address of the REST API, of version 10; the gateway is what {@code GET gateway/bot} of it answers
 * @param cdnHosts {@code host} or {@code host:port} that attachments may be taken from, an IPv6 address in brackets; plain
 *     http only where a port is named
 * @param shards how many connections to hold; 0 for as many as Discord recommends
 */
public record DiscordSettings(String token, URI api, Set<String> cdnHosts, int shards) {
    private static final String DISCORDS_OWN = "discord.com";

    public DiscordSettings {
        cdnHosts = Set.copyOf(cdnHosts);
    }

    boolean isDiscordsOwn() {
        return DISCORDS_OWN.equals(api.getHost());
    }

    @Override
    public String toString() {
        return "Discord at " + api.getHost();
    }
}
