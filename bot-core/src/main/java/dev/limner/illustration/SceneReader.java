package dev.limner.illustration;

import dev.limner.avatar.Avatar;
import dev.limner.avatar.AvatarRepository;
import dev.limner.avatar.ListedNetworks;
import dev.limner.character.Characters;
import dev.limner.character.StoryCharacter;
import dev.limner.character.StylePreset;
import dev.limner.character.Styles;
import dev.limner.chat.Author;
import dev.limner.chat.Place;
import dev.limner.chat.UserRef;
import dev.limner.prompt.Ask;
import dev.limner.prompt.AvatarSheet;
import dev.limner.prompt.CharacterSheet;
import dev.limner.prompt.CompositionInput;
import dev.limner.prompt.Mode;
import dev.limner.prompt.ModelFamily;
import dev.limner.prompt.ScenePost;
import dev.limner.prompt.StyleSheet;
import dev.limner.story.StoryLog;
import dev.limner.story.StoryMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers what a prompt is made from: the story, and what the channel knows of characters, style and avatars. */
public final class SceneReader {
    /** So many messages are offered at most; the token limit of every model is reached long before. */
    static final int MOST_MESSAGES = 200;

    private final StoryLog story;
    private final Characters characters;
    private final Styles styles;
    private final AvatarRepository avatars;
    private final List<AvatarSheet> listed;

    /** @param listed what tags may name beside the avatars of a community */
    public SceneReader(
            StoryLog story, Characters characters, Styles styles, AvatarRepository avatars, ListedNetworks listed) {
        this.listed = AvatarSheet.of(listed);
        this.story = story;
        this.characters = characters;
        this.styles = styles;
        this.avatars = avatars;
    }

    /** Blocks while it reads. */
    public CompositionInput read(Place place, Troupe troupe, Ask ask, Window window, long seed, ModelFamily family) {
        return new CompositionInput(
                family,
                style(troupe),
                Stream.concat(avatars.namedIn(place).stream().map(SceneReader::sheet), listed.stream())
                        .toList(),
                characters.list(troupe.place()).stream().map(SceneReader::sheet).toList(),
                posts(place, ask, window),
                ask,
                seed);
    }

    /** How long it takes until it is known which of the scene's messages stay; zero when it is. Blocks. */
    Duration undecidedFor(Place place, Ask ask, Window window, Instant now) {
        if (ask.mode() == Mode.IMAGINE || window.picked() != null) {
            return Duration.ZERO;
        }
        return story.heldUntil(place.channel(), window.after(), window.upTo())
                .filter(until -> until.isAfter(now))
                .map(until -> Duration.between(now, until))
                .orElse(Duration.ZERO);
    }

    private List<ScenePost> posts(Place place, Ask ask, Window window) {
        if (ask.mode() == Mode.IMAGINE) {
            return List.of();
        }
        ScenePost picked = window.picked();
        if (picked != null) {
            return List.of(picked);
        }
        List<ScenePost> posts = new ArrayList<>();
        Instant before = null;
        for (StoryMessage message : story.window(place.channel(), window.after(), window.upTo(), MOST_MESSAGES)) {
            long minutes =
                    before == null ? 0 : Duration.between(before, message.at()).toMinutes();
            posts.add(post(message.author(), message.text(), message.mentions(), Math.max(0, minutes)));
            before = message.at();
        }
        return posts;
    }

    static ScenePost post(Author author, String text, Map<String, String> mentions, long minutesBefore) {
        ScenePost.Kind kind = switch (author.kind()) {
            case PERSON -> ScenePost.Kind.PERSON;
            case PROXY -> ScenePost.Kind.PROXY;
            case BOT -> ScenePost.Kind.BOT;
        };
        return new ScenePost(kind, author.name(), id(author.user()), null, text, mentions, minutesBefore);
    }

    private @Nullable StyleSheet style(Troupe troupe) {
        return troupe.styles().stream()
                .flatMap(name -> styles.find(troupe.place(), name).stream())
                .map(SceneReader::sheet)
                .reduce(StyleSheet::over)
                .or(() -> styles.active(troupe.place()).map(SceneReader::sheet))
                .orElse(null);
    }

    private static StyleSheet sheet(StylePreset preset) {
        return new StyleSheet(preset.prefix(), preset.negative(), preset.tags());
    }

    private static AvatarSheet sheet(Avatar avatar) {
        return new AvatarSheet(avatar.kind(), avatar.name(), avatar.description(), id(avatar.owner()), avatar.shared());
    }

    private static CharacterSheet sheet(StoryCharacter character) {
        return new CharacterSheet(
                character.name(),
                character.aliases(),
                character.prefix(),
                character.negative(),
                character.tags(),
                character.state(),
                character.player() == null ? null : character.player().user().id(),
                character.proxy());
    }

    private static @Nullable String id(@Nullable UserRef user) {
        return user == null ? null : user.id();
    }
}
