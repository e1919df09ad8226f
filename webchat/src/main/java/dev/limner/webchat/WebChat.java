package dev.limner.webchat;

import dev.limner.chat.Capabilities;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatListener;
import dev.limner.chat.ChatPlatform;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.MessageEditor;
import dev.limner.chat.MessageRef;
import dev.limner.chat.OwnHistory;
import dev.limner.chat.Place;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.PlatformId;
import dev.limner.command.CommandCatalog;
import dev.limner.webchat.http.WebServer;
import dev.limner.webchat.room.Audience;
import dev.limner.webchat.room.Limits;
import dev.limner.webchat.room.People;
import dev.limner.webchat.room.Post;
import dev.limner.webchat.room.Room;
import dev.limner.webchat.room.RoomView;
import dev.limner.webchat.transcript.Transcript;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A chat room in the browser of this machine, on loopback only. It needs no account, keeps its own transcript, and
 * passes the same contract as the other platforms. Thread-safe.
 */
public final class WebChat implements ChatPlatform {
    public static final PlatformId ID = new PlatformId("webchat");
    public static final CommunityRef COMMUNITY = new CommunityRef(ID, "local");
    public static final ChannelRef MAIN = new ChannelRef(ID, "main");

    private static final Place PLACE = new Place(MAIN, null, COMMUNITY);

    private final int port;
    private final Path uploads;
    private final Transcript transcript;
    private final RoomView view;
    private final Duration streamLife;
    private final InstantSource clock;
    private final Object turn = new Object();
    private final Post post;
    private volatile @Nullable WebServer server;

    /**
     * @param port 0 picks a free one at the start
     * @param uploads folder for files on their way, nobody else's
     */
    public WebChat(int port, Path uploads, Transcript transcript, RoomView view, InstantSource clock) {
        this(port, uploads, transcript, view, clock, WebServer.STREAM_LIFE);
    }

    /** @param streamLife after which a tab is asked to connect again */
    WebChat(int port, Path uploads, Transcript transcript, RoomView view, InstantSource clock, Duration streamLife) {
        this.streamLife = streamLife;
        this.port = port;
        this.uploads = uploads;
        this.transcript = transcript;
        this.view = view;
        this.clock = clock;
        this.post = new Post(Set.of(MAIN), transcript, audience(), clock, turn);
    }

    @Override
    public PlatformId id() {
        return ID;
    }

    @Override
    public void start(ChatListener listener, CommandCatalog commands) throws ChatException {
        if (server != null) {
            throw new IllegalStateException("started already");
        }
        WebServer opened = open();
        server = opened;
        People people = new People(transcript, opened);
        Room room = new Room(PLACE, transcript, listener, opened, clock, turn);
        room.settleDebts();
        opened.start(room, people, view, transcript, commands);
    }

    private WebServer open() throws ChatException {
        try {
            return new WebServer(port, uploads, streamLife);
        } catch (IOException e) {
            String fault = "WEBCHAT_PORT: port " + port + " of 127.0.0.1 cannot be taken (" + e.getMessage()
                    + "); stop what uses it, or choose another";
            throw new ChatException(ChatException.Kind.UNAVAILABLE, fault, false, null, e);
        }
    }

    /** Where the room is; known once it is started. */
    public URI address() {
        return running().address();
    }

    /** Tells the pages that characters, avatars, styles or the story changed, so that they look again. */
    public void changed() {
        audience().tellEveryone("changed", Map.of());
    }

    @Override
    public Capabilities capabilities(ChannelRef channel) {
        return Limits.CAPABILITIES;
    }

    @Override
    public MessageRef send(ChannelRef to, PlannedMessage message) throws ChatException {
        return post.send(to, message);
    }

    @Override
    public Optional<MessageEditor> editor() {
        return Optional.of(post);
    }

    @Override
    public Optional<OwnHistory> history() {
        return Optional.of(post);
    }

    @Override
    public void close() {
        WebServer running = server;
        if (running != null) {
            running.close();
        }
    }

    private WebServer running() {
        WebServer running = server;
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running;
    }

    /** Before the start nobody listens, and a post is durable all the same. */
    private Audience audience() {
        return new Audience() {
            @Override
            public void tellEveryone(String event, Object data) {
                WebServer running = server;
                if (running != null) {
                    running.tellEveryone(event, data);
                }
            }

            @Override
            public void forget(String person) {
                WebServer running = server;
                if (running != null) {
                    running.forget(person);
                }
            }
        };
    }
}
