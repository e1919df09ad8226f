package dev.limner.discord;

import dev.limner.chat.ChatException;
import dev.limner.chat.ChatException.Kind;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    /** JDA tells of a shutdown right after it shows as its status. */
    private static final int TOLD_SECONDS = 5;

    private final CountDownLatch shutdown = new CountDownLatch(1);
    private volatile @Nullable String reason;

    /** Why Discord takes no more connections, with the fix. */
    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** To be called when a connection is shut down: blocks until {@link #reason} is known, a few seconds at the most. */
    void awaitShutdown() throws ChatException {
        try {
            var unused = shutdown.await(TOLD_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChatException(Kind.UNAVAILABLE, "interrupted while connecting", false, null, e);
        }
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
        note(event.getCloseCode());
        shutdown.countDown();
    }

    private void note(@Nullable CloseCode code) {
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
