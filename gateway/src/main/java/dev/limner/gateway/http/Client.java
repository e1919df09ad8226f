package dev.limner.gateway.http;

import dev.limner.gateway.http.Front.Admitted;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpChunkedInput;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: takes requests one after another, each within its limits of size and time. All its methods run on the
 * connection's event loop.
 */
final class Client extends SimpleChannelInboundHandler<HttpObject> {
    private static final Logger log = LoggerFactory.getLogger(Client.class);

    private final Server server;
    private State state = State.IDLE;
    private @Nullable Admitted admitted;
    private long begun;
    private @Nullable ByteArrayOutputStream body;
    private long held;
    private @Nullable Answering pending;
    private boolean keepAlive;
    private @Nullable Future<?> deadline;

    Client(Server server) {
        this.server = server;
    }

    private enum State {
        /** Waits for a request's head. */
        IDLE,
        READING,
        ANSWERING,
        /** Was answered before it was read; the rest is thrown away, so that the client comes to read why. */
        REFUSED
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        closeAfter(context, server.limits().idle());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
        if (part instanceof HttpRequest head) {
            begin(context, head);
        }
        if (part instanceof HttpContent content) {
            read(context, content);
        }
    }

    private void begin(ChannelHandlerContext context, HttpRequest head) {
        if (state != State.IDLE) {
            // one at a time: nobody waits in line on one connection
            close(context);
            return;
        }
        closeAfter(context, server.limits().reading());
        keepAlive = HttpUtil.isKeepAlive(head);
        state = State.READING;
        begun = System.nanoTime();
        admitted = null;
        try {
            admitted = server.front().admit(head);
            body = new ByteArrayOutputStream();
            if (HttpUtil.is100ContinueExpected(head)) {
                var unused = context.writeAndFlush(new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
            }
        } catch (Refusal refusal) {
            refuse(context, head.uri(), refusal);
        }
    }

    private void read(ChannelHandlerContext context, HttpContent content) {
        Admitted current = admitted;
        if (state == State.REFUSED) {
            if (content instanceof LastHttpContent) {
                close(context);
            }
            return;
        }
        if (state != State.READING || current == null) {
            return;
        }
        try {
            keep(current, content);
        } catch (Refusal refusal) {
            refuse(context, current.path(), refusal);
            return;
        }
        if (content instanceof LastHttpContent) {
            answer(context, current);
        }
    }

    private void keep(Admitted current, HttpContent content) throws Refusal {
        ByteArrayOutputStream kept = body;
        if (content.decoderResult().isFailure() || kept == null) {
            throw new Refusal(400, "The body is not HTTP as it is read here.");
        }
        ByteBuf bytes = content.content();
        int size = bytes.readableBytes();
        if (kept.size() + (long) size > current.route().most()) {
            throw Front.tooLarge(current.route());
        }
        if (!server.budget().take(size)) {
            throw new Refusal(503, "Too many large requests come in at once. Send this again in a few seconds.");
        }
        held += size;
        try {
            bytes.readBytes(kept, size);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail so", e);
        }
    }

    private void answer(ChannelHandlerContext context, Admitted current) {
        Request request = current.with(body == null ? new byte[0] : body.toByteArray());
        body = null;
        state = State.ANSWERING;
        cancelDeadline();
        long size = held;
        held = 0;
        boolean taken = server.work(() -> {
            try {
                Answering answering = server.answer(request, current.route());
                context.executor().execute(() -> await(context, answering));
            } finally {
                server.budget().giveBack(size);
            }
        });
        if (!taken) {
            server.budget().giveBack(size);
            refuse(context, current.path(), new Refusal(503, "Too many requests come in at once. Send this again."));
        }
    }

    private void await(ChannelHandlerContext context, Answering answering) {
        if (!context.channel().isActive()) {
            server.gone(answering);
            return;
        }
        pending = answering;
        var unused = answering.reply().whenComplete((reply, fault) -> {
            Reply told = reply == null ? server.fault(fault) : reply;
            context.executor().execute(() -> {
                if (context.channel().isActive()) {
                    pending = null;
                    send(context, told);
                }
            });
        });
    }

    private void send(ChannelHandlerContext context, Reply reply) {
        ChannelFuture sent = write(context, reply);
        if (!keepAlive) {
            sent.addListener(ChannelFutureListener.CLOSE);
            return;
        }
        sent.addListener(done -> {
            if (done.isSuccess()) {
                state = State.IDLE;
                closeAfter(context, server.limits().idle());
            } else {
                close(context);
            }
        });
    }

    private void refuse(ChannelHandlerContext context, String uri, Refusal refusal) {
        state = State.REFUSED;
        keepAlive = false;
        release();
        var unused = write(context, server.refused(uri, refusal));
        admitted = null;
        closeAfter(context, server.limits().draining());
    }

    private void answered(int status) {
        Admitted current = admitted;
        String route = current == null ? "none" : current.route().shown();
        server.answered().answered(route, status, Duration.ofNanos(System.nanoTime() - begun));
    }

    private ChannelFuture write(ChannelHandlerContext context, Reply reply) {
        answered(reply.status());
        HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(reply.status()));
        reply.headers().forEach(head.headers()::set);
        head.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, reply.contentType())
                .set(HttpHeaderNames.CONTENT_LENGTH, reply.size())
                .set("X-Content-Type-Options", "nosniff");
        if (!head.headers().contains(HttpHeaderNames.CACHE_CONTROL)) {
            head.headers().set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        }
        HttpUtil.setKeepAlive(head, keepAlive);
        var unused = context.write(head);
        return context.writeAndFlush(new HttpChunkedInput(new PieceInput(reply.body(), reply.size())));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancelDeadline();
        release();
        Answering left = pending;
        pending = null;
        if (left != null) {
            answered(Answered.HUNG_UP);
            server.gone(left);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        log.debug("a connection failed: {}", cause.toString());
        close(context);
    }

    private void release() {
        server.budget().giveBack(held);
        held = 0;
        body = null;
    }

    private void closeAfter(ChannelHandlerContext context, Duration time) {
        cancelDeadline();
        deadline = context.executor().schedule(() -> close(context), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void close(ChannelHandlerContext context) {
        var unused = context.close();
    }

    private void cancelDeadline() {
        Future<?> running = deadline;
        if (running != null) {
            running.cancel(false);
        }
        deadline = null;
    }
}
