package dev.limner.telegram.api;

import java.net.URI;
import java.util.Objects;
import okhttp3.HttpUrl;

/**
 * Where a bot's API is, and with which token. Neither the token nor an address that holds it is ever printed.
 *
 * @param base of the Bot API, such as {@code https://api.telegram.org}; may have a path
 */
public record BotAddress(URI base, String token) {

    /** The address of a method. */
    HttpUrl method(String name) {
        return root().addPathSegment("bot" + token).addPathSegment(name).build();
    }

    /** The address of a file, as {@code getFile} gave its path. */
    HttpUrl file(String path) {
        return root().addPathSegment("file")
                .addPathSegment("bot" + token)
                .addPathSegments(path)
                .build();
    }

    /** The library knows scheme, host and port alone; what else the base has is put before its paths. */
    HttpUrl prefixed(HttpUrl ofLibrary) {
        HttpUrl.Builder url = root();
        ofLibrary.pathSegments().forEach(url::addPathSegment);
        return url.query(ofLibrary.query()).build();
    }

    private HttpUrl.Builder root() {
        HttpUrl url = Objects.requireNonNull(HttpUrl.get(base), "an address that was checked");
        HttpUrl.Builder builder = url.newBuilder();
        int last = url.pathSize() - 1;
        if (url.pathSegments().get(last).isEmpty()) {
            builder.removePathSegment(last);
        }
        return builder;
    }

    @Override
    public String toString() {
        return "BotAddress[" + base.getScheme() + "://" + base.getAuthority() + "]";
    }
}
