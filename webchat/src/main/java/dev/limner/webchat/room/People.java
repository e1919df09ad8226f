package dev.limner.webchat.room;

import dev.limner.webchat.room.RoomException.Kind;
import dev.limner.webchat.transcript.Ids;
import dev.limner.webchat.transcript.Person;
import dev.limner.webchat.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who the person at the browser can be. There is always somebody. Thread-safe; blocks. */
public final class People {
    private static final int MOST = 32;
    private static final int CHARACTERS = 8;
    private static final Person FIRST = new Person("you", "You", true, List.of());

    private final Transcript transcript;
    private final Audience audience;

    public People(Transcript transcript, Audience audience) {
        this.transcript = transcript;
        this.audience = audience;
        if (transcript.people().isEmpty()) {
            transcript.save(FIRST);
        }
    }

    public List<Person> all() {
        return transcript.people();
    }

    public Person get(@Nullable String id) throws RoomException {
        return all().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RoomException(Kind.NOT_THERE, "This person is no longer in the room."));
    }

    public Optional<Person> named(String name) {
        return all().stream().filter(p -> p.name().equalsIgnoreCase(name)).findFirst();
    }

    /**
     * Adds a person, or changes the one with this id.
     *
     * @param id null for a new one
     */
    public synchronized Person save(@Nullable String id, String name, boolean moderator, List<String> characters)
            throws RoomException {
        String cleanName = Input.name(name);
        Optional<Person> namesake = named(cleanName);
        if (namesake.isPresent() && !namesake.get().id().equals(id)) {
            throw new RoomException(Kind.INVALID, "There is a " + namesake.get().name() + " already.");
        }
        if (id == null && all().size() >= MOST) {
            throw new RoomException(Kind.INVALID, "A room holds " + MOST + " people. Remove one first.");
        }
        if (id != null) {
            get(id);
        }
        Person person = new Person(id == null ? Ids.next() : id, cleanName, moderator, names(characters));
        transcript.save(person);
        changed();
        return person;
    }

    public synchronized void remove(String id) throws RoomException {
        get(id);
        if (all().size() == 1) {
            throw new RoomException(Kind.NOT_ALLOWED, "Somebody has to stay in the room.");
        }
        transcript.removePerson(id);
        changed();
    }

    private static List<String> names(List<String> given) throws RoomException {
        if (given.size() > CHARACTERS) {
            throw new RoomException(Kind.INVALID, "A person can speak as " + CHARACTERS + " characters.");
        }
        List<String> names = new ArrayList<>();
        for (String character : given) {
            String name = Input.name(character);
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private void changed() {
        audience.tellEveryone("people", all());
    }
}
