package dev.limner.character;

import dev.limner.chat.Scope;
import dev.limner.chat.UserRef;
import java.util.List;
import java.util.Optional;

/** Where characters are kept. Names are compared by {@link Names#fold}. Thread-safe; blocks; durable on return. */
public interface CharacterRepository {

    /** Of one scope alone, by name. */
    List<StoryCharacter> list(Scope scope);

    Optional<StoryCharacter> find(Scope scope, String name);

    /** Adds, or replaces the one of the same name. */
    void save(StoryCharacter character);

    void remove(Scope scope, String name);

    List<StoryCharacter> ownedBy(UserRef owner);

    /** Takes a person's name and account out of the characters of others. */
    void forgetPlayer(UserRef player);

    /** So many changes of a character's state are kept. */
    int MOST_STATES = 20;

    /** Adds to what is known of a character's states; forgotten with the character. */
    void noteState(Scope scope, String name, StateChange change);

    /** Newest first. */
    List<StateChange> states(Scope scope, String name);
}
