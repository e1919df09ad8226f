package dev.limner.character;

import dev.limner.chat.Member;
import dev.limner.chat.Place;
import dev.limner.input.RefusedException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The style presets of a place, its own and those inherited, and which of them is active. Thread-safe; blocks.
 *
 * <p>Who may change an inherited preset, and how, is as with {@link Characters}. Anybody may choose the active one.
 */
public final class Styles {
    static final int MOST_IN_CHANNEL = 100;

    /** Chooses no style, also where the channel above has one. */
    public static final String NONE = "none";

    private static final String ACTIVE = "style";

    private final StyleRepository styles;
    private final SettingsRepository settings;
    private final GivenWords words;

    /** @param settings where the name of a scope's active style is kept */
    public Styles(StyleRepository styles, SettingsRepository settings, TagCheck tagCheck) {
        this.styles = styles;
        this.settings = settings;
        words = new GivenWords(tagCheck);
    }

    /**
     * Adds a preset, or replaces what is given of one that is there.
     *
     * @param negative null leaves it, empty takes it away
     * @param tags avatar tags; null leaves them, empty takes them away
     */
    public synchronized StylePreset save(
            Place place, Member by, String name, String prefix, @Nullable String negative, @Nullable String tags)
            throws RefusedException {
        String given = GivenNames.parse("A style's name", name);
        if (Names.fold(given).equals(NONE)) {
            throw new RefusedException("\"none\" stands for no style at all. Take another name.");
        }
        StylePreset before = changeable(place, by, given)
                .orElseGet(() -> new StylePreset(place.own(), given, "", "", List.of(), by.user()));
        StylePreset changed = new StylePreset(
                place.own(),
                given,
                words.prefix(prefix, place, by),
                negative == null ? before.negative() : words.negative(negative, place, by),
                tags == null ? before.tags() : words.tags(tags, place, by),
                before.owner());
        refuseTooMany(place, given);
        styles.save(changed);
        return changed;
    }

    /** Chooses the style of a channel. @return empty for {@link #NONE} */
    public Optional<StylePreset> set(Place place, String name) throws RefusedException {
        if (Names.fold(name).equals(NONE)) {
            settings.put(place.own(), ACTIVE, NONE);
            return Optional.empty();
        }
        StylePreset preset = find(place, name).orElseThrow(() -> unknown(name));
        settings.put(place.own(), ACTIVE, preset.name());
        return Optional.of(preset);
    }

    /** The style that pictures of a place are drawn in: the nearest choice. */
    public Optional<StylePreset> active(Place place) {
        return Inherited.find(
                        place, scope -> Optional.ofNullable(settings.of(scope).get(ACTIVE)))
                .filter(name -> !name.equals(NONE))
                .flatMap(name -> find(place, name));
    }

    /** With the inherited ones, by folded name. */
    public List<StylePreset> list(Place place) {
        return Inherited.list(place, styles::list, StylePreset::name);
    }

    /** Removes one of the channel's own; what it shadowed shows again. @return what is no more */
    public synchronized StylePreset remove(Place place, Member by, String name) throws RefusedException {
        StylePreset preset = changeable(place, by, name).orElseThrow(() -> unknown(name));
        if (!preset.scope().equals(place.own())) {
            throw new RefusedException("The style \"" + preset.name()
                    + "\" is inherited. Remove it in the channel above, where it was saved.");
        }
        styles.remove(place.own(), preset.name());
        return preset;
    }

    /** One of its own or an inherited one. */
    public Optional<StylePreset> find(Place place, String name) {
        return Inherited.find(place, scope -> styles.find(scope, name));
    }

    private Optional<StylePreset> changeable(Place place, Member by, String name) throws RefusedException {
        Optional<StylePreset> preset = find(place, name);
        if (preset.isPresent() && !by.moderator() && !preset.get().owner().equals(by.user())) {
            throw new RefusedException("The style \"" + preset.get().name()
                    + "\" belongs to somebody else. Take another name, or ask its owner or a moderator.");
        }
        return preset;
    }

    private void refuseTooMany(Place place, String name) throws RefusedException {
        boolean there = styles.find(place.own(), name).isPresent();
        if (!there && styles.list(place.own()).size() >= MOST_IN_CHANNEL) {
            throw new RefusedException("There are " + MOST_IN_CHANNEL
                    + " styles in this channel, which is the most. Remove one that is not used any more first.");
        }
    }

    private static RefusedException unknown(String name) {
        return new RefusedException("There is no style \"" + Names.excerpt(name)
                + "\" here. /style list shows those that there are, /style save adds one.");
    }
}
