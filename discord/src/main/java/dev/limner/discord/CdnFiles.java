package dev.limner.discord;

import dev.limner.command.IncomingFile;
import dev.limner.http.Http;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.Message;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Takes attachments from Discord's own hosts and no others, so that nobody makes the bot fetch what they name. The
 * addresses are signed and expire, so they are opened when the command is handled and not kept. Thread-safe.
 */
final class CdnFiles implements AutoCloseable {
    /** Of a host whose port is not named. */
    private static final int ANY_PORT = 0;

    private final Set<Host> hosts;
    private final OkHttpClient client;

    /** @param hosts as in {@link DiscordSettings#cdnHosts()} */
    CdnFiles(Set<String> hosts) {
        this.hosts = hosts.stream().map(Host::named).collect(Collectors.toUnmodifiableSet());
        this.client = Http.client()
                // a redirect would lead to a host that nobody checked
                .followRedirects(false)
                .callTimeout(Duration.ofSeconds(60))
                .build();
    }

    /** Empty for an attachment that lies elsewhere. */
    Optional<IncomingFile> of(Message.Attachment attachment) {
        HttpUrl url = HttpUrl.parse(attachment.getUrl());
        return url == null || !isAllowed(url)
                ? Optional.empty()
                : Optional.of(new Remote(attachment.getFileName(), attachment.getSize(), url, client));
    }

    /** Without TLS only where the operator named the port. */
    private boolean isAllowed(HttpUrl url) {
        if (hosts.contains(new Host(url.host(), url.port()))) {
            return true;
        }
        return url.isHttps()
                && url.port() == HttpUrl.defaultPort("https")
                && hosts.contains(new Host(url.host(), ANY_PORT));
    }

    /** In the one way in which OkHttp writes a host, however it was written: an IPv6 address, say, has many. */
    private record Host(String name, int port) {
        private static final Pattern WITH_PORT = Pattern.compile("[^:]+:\\d+|\\[.+]:\\d+");

        static Host named(String entry) {
            HttpUrl url = HttpUrl.get("https://" + entry);
            return new Host(url.host(), WITH_PORT.matcher(entry).matches() ? url.port() : ANY_PORT);
        }
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private record Remote(String name, long claimedSize, HttpUrl url, OkHttpClient client) implements IncomingFile {

        @Override
        public InputStream open() throws IOException {
            Response response =
                    client.newCall(new Request.Builder().url(url).build()).execute();
            if (!response.isSuccessful()) {
                response.close();
                throw new IOException("the attachment was not served: status " + response.code());
            }
            return new FilterInputStream(response.body().byteStream()) {
                @Override
                public void close() {
                    response.close();
                }
            };
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
