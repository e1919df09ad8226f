package dev.limner.conversation;

import dev.limner.avatar.Avatar;
import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarTag;
import dev.limner.avatar.Avatars;
import dev.limner.avatar.ListedNetworks;
import dev.limner.character.Characters;
import dev.limner.character.StoryCharacter;
import dev.limner.character.StylePreset;
import dev.limner.character.Styles;
import dev.limner.chat.Place;
import dev.limner.command.OptionSpec;
import dev.limner.command.OptionType;
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
    private final ListedNetworks listed;

    /** @param listed what tags may name beside the avatars of a community */
    Suggestions(Avatars avatars, Characters characters, Styles styles, ListedNetworks listed) {
        this.listed = listed;
        this.avatars = avatars;
        this.characters = characters;
        this.styles = styles;
    }

    /** Names that begin so, then those with a word that begins so, then those that hold it; each by the alphabet. */
    List<String> of(Place place, OptionSpec option, String typed, int limit) {
        if (option.type() != OptionType.TAGS) {
            return matching(place, option, typed, limit);
        }
        // of several tags the last one is still typed
        int begun = Math.max(typed.lastIndexOf('>'), typed.lastIndexOf(' ')) + 1;
        String before = typed.substring(0, begun);
        return matching(place, option, typed.substring(begun), limit).stream()
                .map(tag -> before + tag)
                .filter(tags -> tags.length() <= option.max())
                .toList();
    }

    private List<String> matching(Place place, OptionSpec option, String typed, int limit) {
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
            case TAGS -> tags(place).map(AvatarTag::toString);
            case TEXT, INTEGER, CHOICE, IMAGE, MEMBER -> Stream.empty();
        };
    }

    private Stream<AvatarTag> tags(Place place) {
        Stream<AvatarTag> images =
                avatars.list(place.community()).stream().map(avatar -> AvatarTag.usual(avatar.kind(), avatar.name()));
        Stream<AvatarTag> networks = Stream.of(AvatarKind.LORA, AvatarKind.EMBEDDING)
                .flatMap(kind -> listed.of(kind).keySet().stream().map(name -> AvatarTag.usual(kind, name)));
        return Stream.concat(images, networks);
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
