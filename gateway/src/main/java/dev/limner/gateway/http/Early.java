package dev.limner.gateway.http;

import io.netty.handler.codec.http.HttpObject;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What a client sends before it has read the answer to what it sent before. Nothing is held back at the socket meanwhile, or
 * a client that hangs up would not be noticed. Not thread-safe.
 */
final class Early {
    /** Parts of requests, each of 8 kB at the most. */
    private static final int MOST = 32;

    private final Deque<HttpObject> parts = new ArrayDeque<>();

    /** @return false, and then the part is not kept, when it is too much */
    boolean keep(HttpObject part) {
        if (parts.size() >= MOST) {
            return false;
        }
        parts.add(ReferenceCountUtil.retain(part));
        return true;
    }

    /** Takes out what was kept, in its order, for as long as it is wanted. */
    void takeWhile(BooleanSupplier wanted, Consumer<HttpObject> taker) {
        while (wanted.getAsBoolean() && !parts.isEmpty()) {
            HttpObject part = parts.remove();
            try {
                taker.accept(part);
            } finally {
                ReferenceCountUtil.release(part);
            }
        }
    }

    void release() {
        parts.forEach(ReferenceCountUtil::release);
        parts.clear();
    }
}
