package dev.limner.gateway.http;

import dev.limner.gateway.desk.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that came in whole.
 *
 * @param path decoded; as it was matched
 * @param parts of the path that stand for themselves, such as an avatar's name
 * @param contentType as it was sent; empty for none
 * @param host as the client names this server
 * @param idempotencyKey null for none
 * @param body not to be changed
 */
public record Request(
        Caller caller,
        String method,
        String path,
        List<String> parts,
        String query,
        String contentType,
        String host,
        @Nullable String idempotencyKey,
        byte[] body) {}
