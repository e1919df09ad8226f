package dev.limner.character;

import dev.limner.chat.Member;
import dev.limner.chat.Place;
import dev.limner.chat.UserRef;
import dev.limner.input.RefusedException;
import dev.limner.input.UserText;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a place: its own, and those inherited. Thread-safe; blocks.
 *
 * <p>A change is always made in the channel where it is asked for. One to an inherited character makes a copy there that
 * shadows it and belongs to the same owner; only that owner and moderators may do so, or else anybody could redraw
 * somebody's character by opening a thread.
 */
public final class Characters {
    static final int MOST_IN_CHANNEL = 200;
    static final int MOST_ALIASES = 12;
    /** Proxy services allow up to about this much, decoration included. */
    static final int LONGEST_PROXY = 100;

    private final CharacterRepository characters;
    private final GivenWords words;
    private final InstantSource clock;

    public Characters(CharacterRepository characters, TagCheck tagCheck, InstantSource clock) {
        this.clock = clock;
        this.characters = characters;
        words = new GivenWords(tagCheck);
    }

    /** Adds one, or replaces the options given of one that is there. */
    public synchronized StoryCharacter set(Place place, Member by, CharacterOptions options) throws RefusedException {
        String name = GivenNames.parse("A character's name", options.name());
        StoryCharacter before = changeable(place, by, name).orElseGet(() -> blank(place, by, name));
        StoryCharacter changed = new StoryCharacter(
                place.own(),
                name,
                options.aliases() == null ? before.aliases() : aliases(options.aliases()),
                options.prefix() == null ? before.prefix() : words.prefix(options.prefix(), place, by),
                options.negative() == null ? before.negative() : words.negative(options.negative(), place, by),
                options.tags() == null ? before.tags() : words.tags(options.tags(), place, by),
                before.state(),
                before.owner(),
                options.player() == null ? before.player() : options.player(),
                options.proxy() == null ? before.proxy() : proxy(options.proxy()));
        return saved(place, changed);
    }

    /** Says what holds for a character now. @param text may be empty, which takes the state away */
    public synchronized StoryCharacter state(Place place, Member by, String name, String text) throws RefusedException {
        StoryCharacter before = changeable(place, by, name).orElseThrow(() -> unknown(name));
        String state = words.state(text, place, by);
        StoryCharacter changed = saved(
                place,
                new StoryCharacter(
                        place.own(),
                        before.name(),
                        before.aliases(),
                        before.prefix(),
                        before.negative(),
                        before.tags(),
                        state,
                        before.owner(),
                        before.player(),
                        before.proxy()));
        if (!state.equals(before.state())) {
            characters.noteState(place.own(), changed.name(), new StateChange(clock.instant(), state));
        }
        return changed;
    }

    /** What was said to hold of a character, newest first; the first one holds. */
    public List<StateChange> states(StoryCharacter character) {
        return characters.states(character.scope(), character.name());
    }

    /** With the inherited ones, by folded name. */
    public List<StoryCharacter> list(Place place) {
        return Inherited.list(place, characters::list, StoryCharacter::name);
    }

    /** The nearest of that name. */
    public StoryCharacter show(Place place, String name) throws RefusedException {
        return find(place, name).orElseThrow(() -> unknown(name));
    }

    /** Removes one of the channel's own; what it shadowed shows again. @return what is no more */
    public synchronized StoryCharacter remove(Place place, Member by, String name) throws RefusedException {
        StoryCharacter character = changeable(place, by, name).orElseThrow(() -> unknown(name));
        if (!character.scope().equals(place.own())) {
            throw new RefusedException("The character \"" + character.name()
                    + "\" is inherited. Remove it in the channel above, where it was set.");
        }
        characters.remove(place.own(), character.name());
        return character;
    }

    /** Its owner and moderators. */
    public static boolean mayChange(StoryCharacter character, Member member) {
        return member.moderator() || character.owner().equals(member.user());
    }

    private Optional<StoryCharacter> find(Place place, String name) {
        return Inherited.find(place, scope -> characters.find(scope, name));
    }

    private Optional<StoryCharacter> changeable(Place place, Member by, String name) throws RefusedException {
        Optional<StoryCharacter> character = find(place, name);
        if (character.isPresent() && !mayChange(character.get(), by)) {
            throw new RefusedException("The character \"" + character.get().name()
                    + "\" belongs to somebody else. Take another name, or ask its owner or a moderator.");
        }
        return character;
    }

    private StoryCharacter saved(Place place, StoryCharacter character) throws RefusedException {
        boolean there = characters.find(place.own(), character.name()).isPresent();
        if (!there && characters.list(place.own()).size() >= MOST_IN_CHANNEL) {
            throw new RefusedException("There are " + MOST_IN_CHANNEL
                    + " characters in this channel, which is the most. Remove one that is not played any more first.");
        }
        characters.save(character);
        return character;
    }

    private static StoryCharacter blank(Place place, Member by, String name) {
        UserRef owner = by.user();
        return new StoryCharacter(place.own(), name, List.of(), "", "", List.of(), "", owner, null, null);
    }

    private static @Nullable String proxy(String given) throws RefusedException {
        String proxy = UserText.name("A proxy's name", given, LONGEST_PROXY);
        return proxy.isEmpty() ? null : proxy;
    }

    private static List<String> aliases(String commaSeparated) throws RefusedException {
        Map<String, String> aliases = new LinkedHashMap<>();
        for (String part : commaSeparated.split("[,，、]")) {
            if (!part.isBlank()) {
                String alias = GivenNames.parse("An alias", part);
                aliases.putIfAbsent(Names.fold(alias), alias);
            }
        }
        if (aliases.size() > MOST_ALIASES) {
            throw new RefusedException("A character may have at most " + MOST_ALIASES + " aliases, and these are "
                    + aliases.size() + ". Leave some out.");
        }
        return List.copyOf(aliases.values());
    }

    private static RefusedException unknown(String name) {
        return new RefusedException("There is no character \"" + Names.excerpt(name)
                + "\" here. /character list shows those that there are.");
    }
}
