package dev.limner.app;

import dev.limner.app.config.DiscordConnection;
import dev.limner.discord.DiscordSettings;

/** What the operator set of Discord, as the adapter takes it. */
public final class DiscordAccess {
    private DiscordAccess() {}

    public static DiscordSettings settings(DiscordConnection connection) {
        return new DiscordSettings(
                connection.token().reveal(), connection.api(), connection.cdnHosts(), connection.shards());
    }
}
