package dev.limner.http;

import okhttp3.OkHttpClient;

/** Where every HTTP client begins. */
public final class Http {
    private Http() {}

    /** A client with connections and threads of its own, whose sockets send at once. */
    public static OkHttpClient.Builder client() {
        return new OkHttpClient.Builder().socketFactory(new PromptSockets());
    }
}
