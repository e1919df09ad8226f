package dev.limner.discord;

import java.util.Optional;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears when Discord closes a connection for good, and why: there is no other before the next start. Codes are those of
 * Discord's documentation, "Gateway Close Event Codes". Thread-safe.
 */
final class Refusals extends ListenerAdapter {
    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private volatile @Nullable String reason;

    /** Why Discord takes no more connections, with the fix. */
    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
        CloseCode code = event.getCloseCode();
        if (code == null || code.isReconnect()) {
            // it is ours, at the end
            return;
        }
        String told = told(code);
        if (!told.equals(reason)) {
            reason = told;
            log.error("Discord closed the connection for good: {}", told);
        }
    }

    private static String told(CloseCode code) {
        return switch (code) {
            case AUTHENTICATION_FAILED ->
                "DISCORD_TOKEN is no longer taken, so it was reset; copy the new one from the developer portal, under Bot,"
                        + " and start again";
            case DISALLOWED_INTENTS ->
                "the bot may no longer read what is written; turn on Message Content Intent in the developer portal, under"
                        + " Bot, or leave it off for good, and start again";
            case INVALID_SHARD, SHARDING_REQUIRED ->
                "DISCORD_SHARDS is not what so many servers need; set it to auto, and start again";
            default ->
                code.getMeaning() + " (" + code.getCode()
                        + "); start again, and see what limner doctor says of DISCORD_TOKEN";
        };
    }
}
