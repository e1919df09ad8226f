package dev.limner.gateway.http;

import io.netty.channel.ChannelHandlerContext;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a connection does next if nothing happens until then; one thing at a time. To be used on its event loop only. */
final class Deadline {
    private @Nullable Future<?> running;

    /** Instead of what was to be done before. */
    void set(ChannelHandlerContext context, Duration after, Runnable task) {
        cancel();
        running = context.executor().schedule(task, after.toMillis(), TimeUnit.MILLISECONDS);
    }

    void cancel() {
        Future<?> before = running;
        running = null;
        if (before != null) {
            before.cancel(false);
        }
    }
}
