package dev.limner.conversation;

import dev.limner.avatar.Avatar;
import dev.limner.avatar.Avatars;
import dev.limner.character.Characters;
import dev.limner.character.StoryCharacter;
import dev.limner.character.StylePreset;
import dev.limner.character.Styles;
import dev.limner.chat.Place;
import dev.limner.command.OptionSpec;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the name of something kept may be meant to become, while it is still typed. Thread-safe; blocks. */
final class Suggestions {
    private static final int NO_MATCH = 3;

    private final Avatars avatars;
    private final Characters characters;
    private final Styles styles;

    Suggestions(Avatars avatars, Characters characters, Styles styles) {
        this.avatars = avatars;
        this.characters = characters;
        this.styles = styles;
    }

    /** Names that begin so, then those with a word that begins so, then those that hold it; each by the alphabet. */
    List<String> of(Place place, OptionSpec option, String typed, int limit) {
        String wanted = folded(typed);
        return names(place, option)
                .distinct()
                .filter(name -> rank(folded(name), wanted) < NO_MATCH)
                .sorted(Comparator.comparingInt((String name) -> rank(folded(name), wanted))
                        .thenComparing(Suggestions::folded)
                        .thenComparing(Comparator.naturalOrder()))
                .limit(limit)
                .toList();
    }

    private Stream<String> names(Place place, OptionSpec option) {
        return switch (option.type()) {
            case AVATAR ->
                avatars.list(place.community()).stream().map(Avatar::name).map(name -> name.value());
            case CHARACTER -> characters.list(place).stream().map(StoryCharacter::name);
            case STYLE -> styles.list(place).stream().map(StylePreset::name);
            case TEXT, INTEGER, CHOICE, IMAGE, MEMBER -> Stream.empty();
        };
    }

    private static int rank(String name, String wanted) {
        if (name.startsWith(wanted)) {
            return 0;
        }
        if (name.contains(" " + wanted) || name.contains("-" + wanted) || name.contains("_" + wanted)) {
            return 1;
        }
        return name.contains(wanted) ? 2 : NO_MATCH;
    }

    /** Without case and accents. */
    private static String folded(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFKD)
                .replaceAll("\\p{Mn}", "")
                .toLowerCase(Locale.ROOT);
    }
}
