package dev.limner.webchat.room;

import dev.limner.chat.Author;
import dev.limner.chat.ChatEvent;
import dev.limner.chat.ChatListener;
import dev.limner.chat.Member;
import dev.limner.chat.MessageRef;
import dev.limner.chat.Place;
import dev.limner.chat.Responder;
import dev.limner.chat.UserRef;
import dev.limner.command.Invocation;
import dev.limner.webchat.room.RoomException.Kind;
import dev.limner.webchat.transcript.Draft;
import dev.limner.webchat.transcript.Entry;
import dev.limner.webchat.transcript.Person;
import dev.limner.webchat.transcript.Transcript;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people do in a room. Everything takes its turn: the transcript, the listener and the pages see one order.
 *
 * <p>A message stands in the transcript before the listener is told, marked as owed to it; the mark goes when the
 * listener has kept it. What is still marked at the start is told again, so no moment to be killed at loses a message.
 * Thread-safe; blocks.
 */
public final class Room {
    private static final Logger LOG = LoggerFactory.getLogger(Room.class);
    private static final int KEEPING_SECONDS = 30;

    private final Place place;
    private final Transcript transcript;
    private final ChatListener listener;
    private final Audience audience;
    private final InstantSource clock;
    private final Object turn;

    /** @param turn the lock that whatever else appends to this room's transcript holds too */
    public Room(
            Place place,
            Transcript transcript,
            ChatListener listener,
            Audience audience,
            InstantSource clock,
            Object turn) {
        this.place = place;
        this.transcript = transcript;
        this.listener = listener;
        this.audience = audience;
        this.clock = clock;
        this.turn = turn;
    }

    public Place place() {
        return place;
    }

    /** Tells the listener again what it may not have kept when the process ended. */
    public void settleDebts() {
        for (Entry entry : transcript.owed(id())) {
            try {
                if (entry.owed() == Entry.Owed.POST && !entry.deleted()) {
                    kept(told(posted(entry)));
                }
                if (entry.revision() > 0) {
                    kept(told(changed(entry)));
                }
                transcript.settle(entry);
            } catch (RoomException e) {
                LOG.warn("room {}: message {} is still not kept: {}", id(), entry.id(), e.getMessage());
            }
        }
    }

    /**
     * Posts a message; returns when it is durable here and kept by the listener.
     *
     * @param character posts under this name, as a proxy would
     * @param nonce sent again with the same nonce, it is the same message
     */
    public Entry say(Person person, @Nullable String character, String text, String nonce) throws RoomException {
        if (character != null && !person.characters().contains(character)) {
            throw new RoomException(
                    Kind.NOT_ALLOWED,
                    "Among those that " + person.name() + " posts as there is no " + character
                            + ". Add the name under Edit, and send it again.");
        }
        Draft draft = new Draft(
                id(),
                character == null ? Author.Kind.PERSON : Author.Kind.PROXY,
                person.id(),
                character == null ? person.name() : character,
                Draft.Body.text(Input.message(text)),
                null,
                nonce);
        Entry entry;
        CompletionStage<Void> keeping;
        synchronized (turn) {
            Transcript.Appended appended = transcript.append(draft, clock.instant());
            entry = appended.entry();
            if (appended.fresh()) {
                audience.tellEveryone("message", Wire.Message.of(entry));
            } else if (entry.owed() == Entry.Owed.NOTHING || entry.deleted()) {
                return entry;
            }
            keeping = told(posted(entry));
        }
        kept(keeping);
        transcript.settle(entry);
        return entry;
    }

    /** Replaces the text of a person's own message. */
    public void edit(Person person, String id, String text) throws RoomException {
        String clean = Input.message(text);
        change(person, id, () -> transcript.replace(id(), id, Draft.Body.text(clean)), "edited");
    }

    /** Deletes a person's own message. */
    public void delete(Person person, String id) throws RoomException {
        change(person, id, () -> transcript.delete(id(), id), "deleted");
    }

    private interface Change {
        Optional<Entry> make();
    }

    private void change(Person person, String id, Change change, String event) throws RoomException {
        Entry entry;
        CompletionStage<Void> keeping;
        synchronized (turn) {
            Entry before = transcript.find(id(), id).orElseThrow(Room::gone);
            if (!person.id().equals(before.person())) {
                throw new RoomException(Kind.NOT_ALLOWED, "Only " + before.name() + " can change this message.");
            }
            entry = change.make().orElseThrow(Room::gone);
            audience.tellEveryone(event, entry.deleted() ? new Wire.Gone(id) : Wire.Message.of(entry));
            keeping = told(changed(entry));
        }
        kept(keeping);
        transcript.settle(entry);
    }

    /** Hands a command to the listener. */
    public void invoke(Person person, Invocation invocation, Responder responder) throws RoomException {
        tell(new ChatEvent.CommandInvoked(place, member(person), invocation, null, responder));
    }

    /** Presses a button under a message of ours, or under a private answer, which only its reader knows. */
    public void press(Person person, String message, String button, Responder responder) throws RoomException {
        if (!message.startsWith("note-")) {
            Entry entry = transcript.find(id(), message).orElseThrow(Room::gone);
            if (entry.buttons().stream().noneMatch(b -> b.id().equals(button))) {
                throw new RoomException(Kind.NOT_THERE, "This button is no longer there.");
            }
        }
        tell(new ChatEvent.ButtonPressed(place, member(person), ref(message), button, responder));
    }

    /** Gives the answer to a form. What is refused is thrown, so that the page keeps what stands in the form. */
    public void submit(Person person, String form, String value, Responder responder) throws RoomException {
        FormResponder refusable = new FormResponder(responder);
        tell(new ChatEvent.FormSubmitted(place, member(person), form, Input.text(value), refusable));
        Optional<String> refusal = refusable.refusal();
        if (refusal.isPresent()) {
            throw new RoomException(Kind.INVALID, refusal.get());
        }
    }

    /** The way back to the browser that a person acts from. */
    public Responder responder(Person person, Visitor visitor) {
        return new PrivateResponder(Limits.CAPABILITIES, person, visitor, clock);
    }

    /** The person as a member of this room. */
    public Member member(Person person) {
        return new Member(user(person.id()), person.name(), person.moderator());
    }

    private void tell(ChatEvent event) throws RoomException {
        CompletionStage<Void> keeping;
        synchronized (turn) {
            keeping = told(event);
        }
        kept(keeping);
        audience.tellEveryone("changed", Map.of());
    }

    /** A listener that throws has failed to keep the event, and that is all. */
    private CompletionStage<Void> told(ChatEvent event) {
        try {
            return listener.onEvent(event);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static void kept(CompletionStage<Void> keeping) throws RoomException {
        try {
            keeping.toCompletableFuture().get(KEEPING_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            LOG.warn("an event was not kept", e.getCause());
            throw new RoomException(Kind.NOT_KEPT, "Limner could not keep this. Try again.");
        } catch (TimeoutException e) {
            throw new RoomException(Kind.NOT_KEPT, "Limner takes very long to keep this. Try again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RoomException(Kind.NOT_KEPT, "Limner is shutting down. Try again in a moment.");
        }
    }

    private ChatEvent posted(Entry entry) {
        boolean proxy = entry.kind() == Author.Kind.PROXY;
        UserRef user = proxy || entry.person() == null ? null : user(entry.person());
        Author author = new Author(entry.kind(), user, entry.name());
        return new ChatEvent.MessagePosted(place, ref(entry.id()), author, entry.text(), Map.of(), entry.at());
    }

    private ChatEvent changed(Entry entry) {
        return entry.deleted()
                ? new ChatEvent.MessageDeleted(place, ref(entry.id()))
                : new ChatEvent.MessageEdited(place, ref(entry.id()), entry.text(), Map.of());
    }

    private UserRef user(String person) {
        return new UserRef(place.channel().platform(), person);
    }

    private MessageRef ref(String message) {
        return new MessageRef(place.channel(), message);
    }

    private String id() {
        return place.channel().id();
    }

    private static RoomException gone() {
        return new RoomException(Kind.NOT_THERE, "This message is no longer there.");
    }
}
