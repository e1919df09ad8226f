package dev.limner.webchat.http;

import dev.limner.chat.ChatException;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.Responder;
import dev.limner.command.CommandCatalog;
import dev.limner.command.CommandSyntaxException;
import dev.limner.command.IncomingFile;
import dev.limner.command.TypedCommandParser;
import dev.limner.webchat.http.Asked.Act;
import dev.limner.webchat.room.Input;
import dev.limner.webchat.room.People;
import dev.limner.webchat.room.Room;
import dev.limner.webchat.room.RoomException;
import dev.limner.webchat.room.Speech;
import dev.limner.webchat.room.Wire;
import dev.limner.webchat.sample.SampleStory;
import dev.limner.webchat.transcript.Ids;
import dev.limner.webchat.transcript.Person;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the page may do in a room: each request's meaning, without HTTP. */
final class Api {
    private static final Map<String, Boolean> DONE = Map.of("done", true);

    private final Room room;
    private final People people;
    private final Speech speech;
    private final SampleStory sample;

    Api(Room room, People people, CommandCatalog commands) {
        this.room = room;
        this.people = people;
        this.speech = new Speech(room, people, new TypedCommandParser(commands));
        this.sample = new SampleStory(people, speech);
    }

    Object say(Asked.Message asked) throws RoomException {
        String nonce = nonce(asked.nonce());
        Person person = people.get(asked.person());
        return Wire.Message.of(room.say(person, asked.character(), given("text", asked.text()), nonce));
    }

    Object edit(String message, Asked.Edit asked) throws RoomException {
        room.edit(people.get(asked.person()), message, given("text", asked.text()));
        return DONE;
    }

    Object delete(String message, Act asked) throws RoomException {
        room.delete(people.get(asked.person()), message);
        return DONE;
    }

    /** A command that cannot be read is answered like one that was given: privately. */
    Object command(Session session, Asked.Command asked, @Nullable IncomingFile file) throws RoomException {
        Person person = people.get(asked.person());
        Responder responder = room.responder(person, session);
        try {
            String line = Input.text(asked.text());
            speech.command(person, line, file == null ? List.of() : List.of(file), responder);
        } catch (CommandSyntaxException e) {
            tell(responder, String.valueOf(e.getMessage()));
        }
        return DONE;
    }

    Object press(Session session, Asked.Press asked) throws RoomException {
        Person person = people.get(asked.person());
        room.press(
                person,
                given("message", asked.message()),
                given("button", asked.button()),
                room.responder(person, session));
        return DONE;
    }

    Object submit(Session session, Asked.Submit asked) throws RoomException {
        Person person = people.get(asked.person());
        room.submit(
                person, given("form", asked.form()), given("value", asked.value()), room.responder(person, session));
        return DONE;
    }

    Object savePerson(Asked.Somebody asked) throws RoomException {
        List<String> characters = asked.characters() == null ? List.of() : asked.characters();
        return people.save(asked.id(), given("name", asked.name()), asked.moderator(), characters);
    }

    Object removePerson(Act asked) throws RoomException {
        people.remove(given("person", asked.person()));
        return DONE;
    }

    Object sample(Session session, Asked.Telling asked) throws RoomException {
        Person person = people.get(asked.person());
        sample.tell(person, nonce(asked.nonce()), room.responder(person, session), session);
        return DONE;
    }

    private static String nonce(@Nullable String given) throws RoomException {
        String nonce = given == null ? Ids.next() : given;
        if (!nonce.matches("[A-Za-z0-9_-]{1,60}")) {
            throw new RoomException(RoomException.Kind.INVALID, "The nonce is malformed: 1 to 60 of A-Z a-z 0-9 _ -.");
        }
        return nonce;
    }

    private static void tell(Responder responder, String text) throws RoomException {
        try {
            responder.respond(new PlannedMessage(text, List.of(), List.of(), null, null));
        } catch (ChatException e) {
            throw new RoomException(RoomException.Kind.INVALID, text);
        }
    }

    private static String given(String field, @Nullable String value) throws RoomException {
        if (value == null) {
            throw new RoomException(RoomException.Kind.INVALID, "The request lacks the field " + field + ".");
        }
        return value;
    }
}
