package dev.limner.gateway;

import dev.limner.chat.Capabilities;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatListener;
import dev.limner.chat.ChatPlatform;
import dev.limner.chat.LengthUnit;
import dev.limner.chat.MessageRef;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.PlatformId;
import dev.limner.chat.TextLimit;
import dev.limner.command.CommandCatalog;
import dev.limner.gateway.api.Apis;
import dev.limner.gateway.desk.Caller;
import dev.limner.gateway.desk.Desk;
import dev.limner.gateway.desk.Later;
import dev.limner.gateway.desk.Models;
import dev.limner.gateway.desk.Studio;
import dev.limner.gateway.http.Answered;
import dev.limner.gateway.http.Limits;
import dev.limner.gateway.http.Server;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The image APIs that other programs speak, over HTTP. To the core it is a platform without people: a key is a channel,
 * a request a thread of it, and what is posted there answers the request. Thread-safe.
 */
public final class Gateway implements ChatPlatform {
    public static final PlatformId ID = Caller.PLATFORM;

    private static final TextLimit UNLIMITED = new TextLimit(Integer.MAX_VALUE, LengthUnit.UTF16_UNITS);
    private static final Capabilities CAPABILITIES = new Capabilities(
            UNLIMITED, UNLIMITED, 1, 64L << 20, UNLIMITED, 8, UNLIMITED, UNLIMITED, Duration.ZERO, true);

    private final Studio studio;
    private final @Nullable URI url;
    private final Models models;
    private final Desk desk;
    private final Server server;
    private final AtomicLong posts = new AtomicLong();

    /** @param answered hears of every answer */
    public Gateway(GatewaySettings settings, Limits limits, Studio studio, RandomGenerator random, Answered answered) {
        this(studio, settings.url(), new Server(settings, limits, Apis::refused, answered), random, null);
    }

    /** @param later null for the server's own sense of time */
    Gateway(Studio studio, @Nullable URI url, Server server, RandomGenerator random, @Nullable Later later) {
        this.studio = studio;
        this.url = url;
        this.server = server;
        this.models = new Models(studio);
        this.desk = new Desk(studio, models, random, later == null ? server::later : later);
    }

    @Override
    public PlatformId id() {
        return ID;
    }

    /** Nobody speaks here, so that the listener hears nothing. */
    @Override
    public void start(ChatListener listener, CommandCatalog commands) throws ChatException {
        server.callers().forEach(desk::tidy);
        try {
            server.start(Apis.routes(studio, desk, models, server.workers(), url));
        } catch (IOException e) {
            String fault = "GATEWAY_PORT: the port cannot be taken (" + e.getMessage()
                    + "); stop what uses it, or choose another";
            throw new ChatException(ChatException.Kind.UNAVAILABLE, fault, false, null, e);
        }
    }

    /** Where it answers; known once it is started. */
    public URI address() {
        return server.address();
    }

    /** How many connections are open now. */
    public int clients() {
        return server.clients();
    }

    @Override
    public Capabilities capabilities(ChannelRef channel) {
        return CAPABILITIES;
    }

    /** Answers the request that the message replies to, if anybody still waits for it. */
    @Override
    public MessageRef send(ChannelRef to, PlannedMessage message) {
        MessageRef request = message.replyTo();
        if (request != null) {
            if (message.attachments().isEmpty()) {
                desk.told(request);
            } else {
                desk.posted(request, message.attachments().get(0));
            }
        }
        return new MessageRef(to, "post-" + posts.incrementAndGet());
    }

    @Override
    public void close() {
        server.close();
    }
}
