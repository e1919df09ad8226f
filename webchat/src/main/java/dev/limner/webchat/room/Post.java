package dev.limner.webchat.room;

import dev.limner.chat.Author;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatException.Kind;
import dev.limner.chat.MessageEditor;
import dev.limner.chat.MessageRef;
import dev.limner.chat.OwnHistory;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.UserRef;
import dev.limner.webchat.transcript.Draft;
import dev.limner.webchat.transcript.Entry;
import dev.limner.webchat.transcript.Transcript;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What Limner itself posts, changes and deletes in the rooms. Thread-safe; blocks; durable on return. */
public final class Post implements MessageEditor, OwnHistory {
    private static final String NAME = "Limner";

    private final Set<ChannelRef> rooms;
    private final Transcript transcript;
    private final Audience audience;
    private final InstantSource clock;
    private final Object turn;

    /** @param turn the lock of {@link Room} */
    public Post(Set<ChannelRef> rooms, Transcript transcript, Audience audience, InstantSource clock, Object turn) {
        this.rooms = Set.copyOf(rooms);
        this.transcript = transcript;
        this.audience = audience;
        this.clock = clock;
        this.turn = turn;
    }

    public MessageRef send(ChannelRef to, PlannedMessage message) throws ChatException {
        if (!rooms.contains(to)) {
            throw new ChatException(Kind.GONE, "there is no room " + to);
        }
        Draft.Body body = Limits.body(message);
        MessageRef answered = message.replyTo();
        Draft draft = new Draft(
                to.id(), Author.Kind.BOT, null, NAME, body, answered == null ? null : answered.id(), message.nonce());
        return stored(() -> {
            synchronized (turn) {
                Transcript.Appended appended = transcript.append(draft, clock.instant());
                if (appended.fresh()) {
                    audience.tellEveryone("message", Wire.Message.of(appended.entry()));
                }
                return new MessageRef(to, appended.entry().id());
            }
        });
    }

    @Override
    public void edit(MessageRef message, PlannedMessage replacement) throws ChatException {
        Draft.Body body = Limits.body(replacement);
        Entry before = stored(() -> transcript.find(room(message), message.id()))
                .orElseThrow(() -> new ChatException(Kind.GONE, "the message is no longer there"));
        onlyOurs(before);
        stored(() -> {
            synchronized (turn) {
                transcript
                        .replace(room(message), message.id(), body)
                        .ifPresent(entry -> audience.tellEveryone("edited", Wire.Message.of(entry)));
                return true;
            }
        });
    }

    @Override
    public void delete(MessageRef message) throws ChatException {
        var before = stored(() -> transcript.find(room(message), message.id()));
        if (before.isEmpty()) {
            return;
        }
        onlyOurs(before.get());
        stored(() -> {
            synchronized (turn) {
                transcript
                        .delete(room(message), message.id())
                        .ifPresent(entry -> audience.tellEveryone("deleted", new Wire.Gone(entry.id())));
                return true;
            }
        });
    }

    @Override
    public List<MessageRef> forget(UserRef person, Collection<MessageRef> posts) throws ChatException {
        for (MessageRef post : posts) {
            delete(post);
        }
        audience.forget(person.id());
        return stored(() -> {
            synchronized (turn) {
                List<Entry> theirs = transcript.forget(person.id());
                theirs.forEach(entry -> audience.tellEveryone("deleted", new Wire.Gone(entry.id())));
                return theirs.stream().flatMap(this::ref).toList();
            }
        });
    }

    private Stream<MessageRef> ref(Entry entry) {
        return rooms.stream()
                .filter(room -> room.id().equals(entry.room()))
                .map(room -> new MessageRef(room, entry.id()));
    }

    private static void onlyOurs(Entry entry) throws ChatException {
        if (entry.kind() != Author.Kind.BOT) {
            throw new ChatException(Kind.FORBIDDEN, "the message is somebody else's");
        }
    }

    private static String room(MessageRef message) {
        return message.channel().id();
    }

    private static <T> T stored(Supplier<T> work) throws ChatException {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw new ChatException(Kind.UNAVAILABLE, "the transcript cannot be written", true, null, e);
        }
    }
}
