package dev.limner.gateway.http;

import dev.limner.gateway.desk.Caller;
import dev.limner.gateway.http.Front.Admitted;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpChunkedInput;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.stream.ChunkedWriteHandler;
import java.time.Duration;
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
    private final Early early = new Early();
    private State state = State.IDLE;
    private @Nullable Admitted admitted;
    private long begun;
    private @Nullable Body body;
    /** Of the request that is not answered yet. */
    private @Nullable Exchange exchange;

    private boolean keepAlive;
    private final Deadline deadline = new Deadline();

    Client(Server server) {
        this.server = server;
    }

    private enum State {
        /** Waits for a request's head. */
        IDLE,
        READING,
        ANSWERING,
        SENDING,
        /** Was answered before it was read; the rest is thrown away, so that the client comes to read why. */
        REFUSED
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        closeAfter(context, server.limits().first());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
        if (!isAtOne()) {
            handle(context, part);
        } else if (!early.keep(part)) {
            close(context);
        }
    }

    /** Whether the next request waits for this one's answer. */
    private boolean isAtOne() {
        return state == State.ANSWERING || state == State.SENDING;
    }

    private void handle(ChannelHandlerContext context, HttpObject part) {
        // behind an answer that ends the connection no request is begun; RFC 9112, section 9.6
        if (part instanceof HttpRequest head && state != State.REFUSED) {
            begin(context, head);
        }
        if (part instanceof HttpContent content) {
            read(context, content);
        }
    }

    private void begin(ChannelHandlerContext context, HttpRequest head) {
        server.connections().begins(context.channel());
        deadline.set(context, server.limits().reading(), () -> giveUp(context));
        keepAlive = HttpUtil.isKeepAlive(head);
        state = State.READING;
        begun = System.nanoTime();
        admitted = null;
        try {
            Admitted current = server.front().admit(head);
            admitted = current;
            if (!current.caller().equals(Caller.STRANGER)) {
                server.connections().known(context.channel());
            }
            exchange = current.route().opening().apply(current.caller());
            claimRoom(context, current);
        } catch (Refusal refusal) {
            refuse(context, head.uri(), refusal);
        }
    }

    /** A body is read when there is room for the whole of it; until then its sender is kept waiting. */
    private void claimRoom(ChannelHandlerContext context, Admitted current) {
        HttpRequest head = current.head();
        long told = HttpUtil.isTransferEncodingChunked(head) ? -1 : HttpUtil.getContentLength(head, 0L);
        long size = told < 0 ? current.route().most() : told;
        BodyBudget.Claim claimed = server.budget()
                .claim(current.caller(), size, () -> context.executor().execute(() -> readOn(context, current)));
        body = new Body(current.route(), claimed, told);
        if (server.budget().isGranted(claimed)) {
            readOn(context, current);
            return;
        }
        context.channel().config().setAutoRead(false);
        deadline.set(context, server.limits().reading(), () -> refuse(context, current.path(), tooLittleRoom()));
    }

    private static Refusal tooLittleRoom() {
        return new Refusal(503, "Too many large requests come in at once. Send this again in a few seconds.");
    }

    private void readOn(ChannelHandlerContext context, Admitted current) {
        if (state != State.READING || !current.equals(admitted)) {
            return;
        }
        deadline.set(context, server.limits().reading(), () -> giveUp(context));
        if (HttpUtil.is100ContinueExpected(current.head())) {
            var unused = context.writeAndFlush(new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
        }
        context.channel().config().setAutoRead(true);
    }

    private void read(ChannelHandlerContext context, HttpContent content) {
        Admitted current = admitted;
        if (state == State.REFUSED) {
            if (content instanceof LastHttpContent) {
                close(context);
            }
            return;
        }
        Body coming = body;
        Exchange at = exchange;
        if (state != State.READING || current == null || coming == null || at == null) {
            return;
        }
        byte[] whole = null;
        try {
            coming.keep(content);
            if (content instanceof LastHttpContent) {
                whole = coming.bytes();
            }
        } catch (Refusal refusal) {
            refuse(context, current.path(), refusal);
            return;
        } catch (OutOfMemoryError e) {
            refuse(context, current.path(), tooLittleRoom());
            return;
        }
        if (whole != null) {
            answer(context, current, current.with(whole), coming.room(), at);
        }
    }

    private void answer(
            ChannelHandlerContext context, Admitted current, Request request, BodyBudget.Claim room, Exchange at) {
        body = null;
        state = State.ANSWERING;
        deadline.cancel();
        context.channel().config().setAutoRead(true);
        boolean taken = server.take(current.caller(), current.route(), () -> {
            try {
                if (current.route().takesImages() && !context.channel().isActive()) {
                    // it stood in line, and nobody waits for it any more
                    return;
                }
                Answering answering = server.answer(request, current.route(), at);
                context.executor().execute(() -> await(context, answering));
            } finally {
                room.release();
            }
        });
        if (!taken) {
            room.release();
            refuse(context, current.path(), tooMany(current.route()));
        }
    }

    private static Refusal tooMany(Route route) {
        return route.takesImages()
                ? new Refusal(429, "Too many images of this key come in at once. Send this again in a few seconds.")
                : new Refusal(503, "Too many requests come in at once. Send this again.");
    }

    private void await(ChannelHandlerContext context, Answering answering) {
        var unused = answering.reply().whenComplete((reply, fault) -> {
            Reply told = reply == null ? server.fault(fault) : reply;
            context.executor().execute(() -> {
                if (context.channel().isActive()) {
                    send(context, told);
                }
            });
        });
    }

    private void send(ChannelHandlerContext context, Reply reply) {
        state = State.SENDING;
        ChannelFuture sent = write(context, reply);
        sent.addListener(done -> {
            if (done.isSuccess()) {
                ended();
            }
        });
        if (!keepAlive) {
            sent.addListener(ChannelFutureListener.CLOSE);
            return;
        }
        sent.addListener(done -> {
            if (done.isSuccess()) {
                state = State.IDLE;
                server.connections().rests(context.channel());
                closeAfter(context, server.limits().idle());
                early.takeWhile(() -> !isAtOne(), part -> handle(context, part));
            } else {
                close(context);
            }
        });
    }

    private void refuse(ChannelHandlerContext context, String uri, Refusal refusal) {
        state = State.REFUSED;
        keepAlive = false;
        ended();
        release();
        context.channel().config().setAutoRead(true);
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
        var unused = context.write(reply.head(keepAlive));
        ChunkedWriteHandler writer = context.pipeline().get(ChunkedWriteHandler.class);
        PieceInput body = new PieceInput(
                reply.body(),
                reply.size(),
                server.sending(),
                admitted == null ? Caller.STRANGER : admitted.caller(),
                server.workers(),
                () -> context.executor().execute(writer::resumeTransfer));
        return context.writeAndFlush(new HttpChunkedInput(body));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        deadline.cancel();
        release();
        early.release();
        if (state == State.ANSWERING) {
            answered(Answered.HUNG_UP);
        }
        Exchange left = exchange;
        exchange = null;
        if (left != null) {
            server.left(left);
        }
    }

    private void ended() {
        Exchange done = exchange;
        exchange = null;
        if (done != null) {
            done.ended();
        }
    }

    /** The client is too slow; that is no wish of its. */
    private void giveUp(ChannelHandlerContext context) {
        ended();
        close(context);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        log.debug("a connection failed: {}", cause.toString());
        close(context);
    }

    private void release() {
        Body left = body;
        body = null;
        if (left != null) {
            left.room().release();
        }
    }

    private void closeAfter(ChannelHandlerContext context, Duration time) {
        deadline.set(context, time, () -> close(context));
    }

    private static void close(ChannelHandlerContext context) {
        var unused = context.close();
    }
}
