package dev.limner.discord;

import dev.limner.chat.ChatException;
import dev.limner.chat.ChatException.Kind;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * What Discord says of the bot's application, before any connection to the gateway.
 *
 * @param readsContent whether the operator turned Message Content on in the developer portal
 * @param shards how many connections Discord recommends
 */
record Application(String id, String name, boolean readsContent, int shards) {
    /** Discord's documentation, "Application Flags": GATEWAY_MESSAGE_CONTENT and, below 100 servers, its limited form. */
    private static final int CONTENT = 1 << 18 | 1 << 19;

    private static final int UNAUTHORIZED = 401;

    /** Asks Discord. Blocks. */
    static Application ask(DiscordSettings settings) throws ChatException {
        OkHttpClient client =
                new OkHttpClient.Builder().callTimeout(Duration.ofSeconds(20)).build();
        try {
            DataObject application = get(client, settings, "applications/@me");
            DataObject gateway = get(client, settings, "gateway/bot");
            return new Application(
                    application.getString("id"),
                    application.getString("name", "?"),
                    (application.getInt("flags", 0) & CONTENT) != 0,
                    gateway.getInt("shards", 1));
        } catch (IOException e) {
            throw new ChatException(
                    Kind.UNAVAILABLE,
                    "Discord does not answer at " + settings.api().getHost()
                            + "; check the network, or DISCORD_API_URL",
                    false,
                    null,
                    e);
        } catch (ParsingException e) {
            throw new ChatException(
                    Kind.UNAVAILABLE,
                    "what answers at " + settings.api().getHost() + " is not Discord; check DISCORD_API_URL",
                    false,
                    null,
                    e);
        } finally {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }

    private static DataObject get(OkHttpClient client, DiscordSettings settings, String path)
            throws IOException, ChatException {
        URI base = settings.api();
        String url = base + (base.toString().endsWith("/") ? "" : "/") + path;
        Request request = new Request.Builder()
                .url(url)
                .header("Authorization", "Bot " + settings.token())
                .header("User-Agent", RestConfig.USER_AGENT)
                .build();
        try (Response response = client.newCall(request).execute()) {
            if (response.code() == UNAUTHORIZED) {
                throw new ChatException(
                        Kind.FORBIDDEN,
                        "DISCORD_TOKEN is not taken by Discord; copy it anew from the developer portal, under Bot");
            }
            if (!response.isSuccessful()) {
                throw new ChatException(
                        Kind.UNAVAILABLE, "Discord answered with status " + response.code() + "; try again later");
            }
            return DataObject.fromJson(response.body().string());
        }
    }
}
