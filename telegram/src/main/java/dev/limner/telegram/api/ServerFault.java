package dev.limner.telegram.api;

import java.io.IOException;

/** The server answered, but with an error page of its own instead of the API's JSON. */
final class ServerFault extends IOException {
    private static final long serialVersionUID = 1L;

    ServerFault(int status) {
        super("Telegram answered with HTTP status " + status);
    }
}
