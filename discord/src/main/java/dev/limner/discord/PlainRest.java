package dev.limner.discord;

import dev.limner.chat.ChatException;
import dev.limner.chat.ChatException.Kind;
import dev.limner.http.Http;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Questions to Discord's REST API before there is any connection to its gateway, and so without JDA. Blocks. */
final class PlainRest implements AutoCloseable {
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_FAST = 429;
    private static final int SERVER_ERROR = 500;
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    private final DiscordSettings settings;
    private final OkHttpClient client =
            Http.client().callTimeout(Duration.ofSeconds(20)).build();

    PlainRest(DiscordSettings settings) {
        this.settings = settings;
    }

    DataObject object(String path) throws ChatException {
        return get(path, DataObject::fromJson);
    }

    DataArray array(String path) throws ChatException {
        return get(path, DataArray::fromJson);
    }

    private <T> T get(String path, Reader<T> reader) throws ChatException {
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
            if (response.code() == TOO_FAST) {
                throw new ChatException(
                        Kind.RATE_LIMITED, "Discord wants a pause", false, pause(response.header("Retry-After")), null);
            }
            if (!response.isSuccessful()) {
                throw failed(response.code());
            }
            return reader.read(response.body().string());
        } catch (IOException e) {
            throw new ChatException(
                    Kind.UNAVAILABLE,
                    "Discord does not answer at " + base.getHost() + "; check the network, or DISCORD_API_URL",
                    false,
                    null,
                    e);
        } catch (ParsingException e) {
            throw new ChatException(
                    Kind.REFUSED,
                    "what answers at " + base.getHost() + " is not Discord; check DISCORD_API_URL",
                    false,
                    null,
                    e);
        }
    }

    /** @param seconds Discord's documentation, "Rate Limits": whole ones */
    private static @Nullable Duration pause(@Nullable String seconds) {
        return seconds != null && WHOLE.matcher(seconds).matches() ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }

    private static ChatException failed(int status) {
        return status >= SERVER_ERROR
                ? new ChatException(Kind.UNAVAILABLE, "Discord answered with status " + status + "; try again later")
                : new ChatException(Kind.REFUSED, "Discord answered with status " + status + "; check DISCORD_API_URL");
    }

    private interface Reader<T> {
        T read(String json);
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
