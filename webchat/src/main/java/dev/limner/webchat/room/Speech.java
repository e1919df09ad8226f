package dev.limner.webchat.room;

import dev.limner.chat.Responder;
import dev.limner.command.CommandSyntaxException;
import dev.limner.command.IncomingFile;
import dev.limner.command.Invocation;
import dev.limner.command.OptionValue;
import dev.limner.command.TypedCommandParser;
import dev.limner.webchat.transcript.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is typed into a room: commands, and what is no command. Thread-safe; blocks. */
public final class Speech {
    private final Room room;
    private final People people;
    private final TypedCommandParser parser;

    public Speech(Room room, People people, TypedCommandParser parser) {
        this.room = room;
        this.people = people;
        this.parser = parser;
    }

    /** Reads a command and hands it to the listener. */
    public void command(Person person, String line, List<IncomingFile> files, Responder responder)
            throws RoomException, CommandSyntaxException {
        room.invoke(person, known(parser.parse(line, files)), responder);
    }

    /** Posts a message, as {@link Room#say} does. */
    public void say(Person person, @Nullable String character, String text, String nonce) throws RoomException {
        room.say(person, character, text, nonce);
    }

    /** The same invocation, with the account of everybody who was named and is here. */
    private Invocation known(Invocation invocation) {
        Map<String, OptionValue> values = new LinkedHashMap<>(invocation.values());
        values.replaceAll((option, value) -> value instanceof OptionValue.Person named ? known(named) : value);
        return new Invocation(invocation.spec(), values);
    }

    private OptionValue known(OptionValue.Person named) {
        return people.named(named.displayName())
                .<OptionValue>map(person -> new OptionValue.Person(person.id(), person.name()))
                .orElse(named);
    }
}
