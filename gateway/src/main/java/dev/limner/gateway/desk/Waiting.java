package dev.limner.gateway.desk;

import dev.limner.chat.MessageRef;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One picture that somebody waits for; several may, if they sent the same wish under one name. Thread-safe. */
final class Waiting {
    private final MessageRef request;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private volatile @Nullable String illustration;

    Waiting(MessageRef request) {
        this.request = request;
    }

    MessageRef request() {
        return request;
    }

    CompletableFuture<Outcome> outcome() {
        return outcome;
    }

    void accepted(String id) {
        illustration = id;
    }

    boolean isAccepted() {
        return illustration != null;
    }

    String illustration() {
        String id = illustration;
        if (id == null) {
            throw new IllegalStateException("not accepted yet");
        }
        return id;
    }
}
