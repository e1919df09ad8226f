package dev.limner.character;

import dev.limner.chat.Scope;
import dev.limner.chat.UserRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Characters for as long as a test runs. */
public final class InMemoryCharacters implements CharacterRepository {
    private final Map<String, List<StateChange>> states = new HashMap<>();
    private final Map<Scope, Map<String, StoryCharacter>> characters = new HashMap<>();

    @Override
    public synchronized List<StoryCharacter> list(Scope scope) {
        return List.copyOf(characters.getOrDefault(scope, Map.of()).values());
    }

    @Override
    public synchronized Optional<StoryCharacter> find(Scope scope, String name) {
        return Optional.ofNullable(characters.getOrDefault(scope, Map.of()).get(Names.fold(name)));
    }

    @Override
    public synchronized void save(StoryCharacter character) {
        characters
                .computeIfAbsent(character.scope(), scope -> new TreeMap<>())
                .put(Names.fold(character.name()), character);
    }

    @Override
    public synchronized void remove(Scope scope, String name) {
        characters.getOrDefault(scope, new HashMap<>()).remove(Names.fold(name));
        states.remove(key(scope, name));
    }

    @Override
    public synchronized void noteState(Scope scope, String name, StateChange change) {
        List<StateChange> known = states.computeIfAbsent(key(scope, name), k -> new ArrayList<>());
        known.add(0, change);
        if (known.size() > MOST_STATES) {
            known.remove(known.size() - 1);
        }
    }

    @Override
    public synchronized List<StateChange> states(Scope scope, String name) {
        return List.copyOf(states.getOrDefault(key(scope, name), List.of()));
    }

    private static String key(Scope scope, String name) {
        return scope.key() + " " + Names.fold(name);
    }

    @Override
    public synchronized void forgetPlayer(UserRef player) {
        characters.values().forEach(byName -> byName.replaceAll((name, c) -> playedBy(c, player) ? unplayed(c) : c));
    }

    private static boolean playedBy(StoryCharacter character, UserRef user) {
        return character.player() != null && character.player().user().equals(user);
    }

    private static StoryCharacter unplayed(StoryCharacter c) {
        return new StoryCharacter(
                c.scope(),
                c.name(),
                c.aliases(),
                c.prefix(),
                c.negative(),
                c.tags(),
                c.state(),
                c.owner(),
                null,
                c.proxy());
    }

    @Override
    public synchronized List<StoryCharacter> ownedBy(UserRef owner) {
        return characters.values().stream()
                .flatMap(byName -> byName.values().stream())
                .filter(c -> c.owner().equals(owner))
                .toList();
    }
}
