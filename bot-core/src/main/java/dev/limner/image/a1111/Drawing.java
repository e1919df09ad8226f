package dev.limner.image.a1111;

import dev.limner.image.ProgressListener;
import dev.limner.image.wire.Exchange;
import dev.limner.image.wire.Reply;
import dev.limner.image.wire.WireFault;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** One request from sending to its answer: progress told, time limit kept, work stopped when nobody waits any more. */
final class Drawing {
    private final SdApi api;
    private final A1111Settings settings;
    private final LongSupplier nanos;
    private final ProgressListener listener;
    private double told;

    /** @param nanos a steady clock, such as {@link System#nanoTime()} */
    Drawing(SdApi api, A1111Settings settings, LongSupplier nanos, ProgressListener listener) {
        this.api = api;
        this.settings = settings;
        this.nanos = nanos;
        this.listener = listener;
    }

    Reply run(Ask ask, ServerState state) throws ServerFault, InterruptedException {
        Watch watch = Watch.before(api, state.progress(), ask.taskId());
        Exchange exchange = api.begin(Txt2Img.PATH, Txt2Img.body(ask, state));
        try {
            return await(exchange, watch);
        } catch (InterruptedException e) {
            watch.end();
            throw e;
        } catch (ServerFault e) {
            // a server draws on when its client is gone: the next try must not come on top of that
            throw e.fault() == Fault.BROKEN_OFF && !watch.end()
                    ? new ServerFault(Fault.PERHAPS_DRAWING, e.detail(), e.getCause())
                    : e;
        } finally {
            exchange.cancel();
        }
    }

    private Reply await(Exchange exchange, Watch watch) throws ServerFault, InterruptedException {
        String sign = "";
        long since = nanos.getAsLong();
        while (true) {
            Optional<Reply> reply = answer(exchange);
            if (reply.isPresent()) {
                return reply.get();
            }
            Sight sight = watch.look();
            tell(sight);
            if (!sight.sign().equals(sign)) {
                sign = sight.sign();
                since = nanos.getAsLong();
            }
            if (nanos.getAsLong() - since > settings.timeout().toNanos()) {
                watch.end();
                throw stalled();
            }
        }
    }

    private Optional<Reply> answer(Exchange exchange) throws ServerFault, InterruptedException {
        try {
            Optional<Reply> reply = exchange.await(settings.pollInterval());
            if (reply.isPresent() && reply.get().isGivenUpBetween()) {
                throw new ServerFault(Fault.BROKEN_OFF, reply.get().describe());
            }
            return reply;
        } catch (WireFault e) {
            throw ServerFault.of(e);
        }
    }

    private void tell(Sight sight) {
        double fraction = Math.min(1, sight.fraction());
        if (sight.ours() && fraction > told) {
            told = fraction;
            listener.onProgress(fraction);
        }
    }

    private ServerFault stalled() {
        Duration limit = settings.timeout();
        return new ServerFault(
                Fault.STALLED, api.address() + " made no progress for " + limit.toSeconds() + " s (IMAGE_TIMEOUT)");
    }
}
