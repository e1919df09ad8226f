package dev.limner.app.storyfile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import dev.limner.avatar.ListedNetworks;
import dev.limner.prompt.Ask;
import dev.limner.prompt.AvatarSheet;
import dev.limner.prompt.CharacterSheet;
import dev.limner.prompt.CompositionInput;
import dev.limner.prompt.Mode;
import dev.limner.prompt.ModelFamily;
import dev.limner.prompt.ScenePost;
import dev.limner.prompt.StyleSheet;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the JSON of a story file into a composition's input. */
final class StoryReader {
    private static final int DEEPEST = 32;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(StoryFile.LARGEST)
                            .build())
                    .build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path folder;
    private final ModelFamily fallback;
    private final ListedNetworks listed;
    private final String json;
    private final Map<AvatarName, Path> images = new LinkedHashMap<>();

    StoryReader(Path folder, ModelFamily fallback, ListedNetworks listed, String json) {
        this.folder = folder;
        this.fallback = fallback;
        this.listed = listed;
        this.json = json;
    }

    StoryFile read() throws StoryFileException {
        Fields story = Fields.of(tree(), "").only("model", "style", "avatars", "characters", "messages", "ask");
        Fields ask = story.required("ask").only("mode", "messages", "character", "prompt", "hint", "negative", "seed");
        ModelFamily model = model(story.text("model"));
        StyleSheet style = style(story.object("style"));
        List<AvatarSheet> avatars = avatars(story.list("avatars"));
        List<CharacterSheet> characters = characters(story.list("characters"));
        List<ScenePost> posts = posts(story.requiredList("messages"));
        Long seed = ask.number("seed", 0, 0xFFFF_FFFFL);
        List<AvatarSheet> nameable = new ArrayList<>(avatars);
        nameable.addAll(AvatarSheet.of(listed));
        CompositionInput input = new CompositionInput(
                model, style, nameable, characters, posts, ask(ask), seed == null ? Seeds.of(json) : seed);
        GivenTags.check(input);
        return new StoryFile(input, images);
    }

    private JsonNode tree() throws StoryFileException {
        try {
            JsonNode tree = JSON.readTree(json);
            if (tree == null || tree.isMissingNode()) {
                throw new StoryFileException("is empty; a story file is a JSON object with messages and ask");
            }
            return tree;
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " (line %d, column %d)"
                            .formatted(
                                    e.getLocation().getLineNr(), e.getLocation().getColumnNr());
            throw new StoryFileException("is not proper JSON: " + e.getOriginalMessage() + where);
        }
    }

    private ModelFamily model(@Nullable String id) throws StoryFileException {
        if (id == null) {
            return fallback;
        }
        return ModelFamily.byId(id)
                .orElseThrow(() -> new StoryFileException(
                        "model: \"%s\" is not known; there is %s".formatted(id, ModelFamily.known())));
    }

    private static @Nullable StyleSheet style(@Nullable Fields style) throws StoryFileException {
        if (style == null) {
            return null;
        }
        style.only("prefix", "negative", "tags");
        return new StyleSheet(style.textOr("prefix", ""), style.textOr("negative", ""), style.texts("tags"));
    }

    private List<AvatarSheet> avatars(List<Fields> list) throws StoryFileException {
        List<AvatarSheet> avatars = new ArrayList<>();
        Set<AvatarName> names = new HashSet<>();
        for (Fields avatar : list) {
            avatar.only("tag", "file", "description", "owner", "shared");
            AvatarSheet sheet = avatar(avatar);
            if (!names.add(sheet.name())) {
                throw avatar.wrong("tag", "the avatar " + sheet.name() + " is there twice");
            }
            avatars.add(sheet);
        }
        return avatars;
    }

    private AvatarSheet avatar(Fields avatar) throws StoryFileException {
        String tag = avatar.requiredText("tag");
        String[] parts = tag.split(":", -1);
        AvatarKind kind = AvatarKind.images().stream()
                .filter(k -> parts[0].equalsIgnoreCase("be-" + k.word()))
                .findFirst()
                .orElse(null);
        if (kind == null || parts.length != 2) {
            throw avatar.wrong("tag", "is to be be-face:NAME or be-style:NAME, such as be-face:mira");
        }
        AvatarName name;
        try {
            name = new AvatarName(parts[1]);
        } catch (IllegalArgumentException e) {
            throw avatar.wrong("tag", String.valueOf(e.getMessage()));
        }
        String file = avatar.text("file");
        if (file != null) {
            images.put(name, path(avatar, file));
        }
        boolean shared = avatar.flag("shared");
        return new AvatarSheet(kind, name, avatar.textOr("description", ""), avatar.text("owner"), shared);
    }

    private Path path(Fields avatar, String file) throws StoryFileException {
        try {
            return folder.resolve(file).normalize();
        } catch (InvalidPathException e) {
            throw avatar.wrong("file", "is no path of a file");
        }
    }

    private static List<CharacterSheet> characters(List<Fields> list) throws StoryFileException {
        List<CharacterSheet> characters = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Fields c : list) {
            c.only("name", "aliases", "prefix", "negative", "tags", "state", "player", "proxy");
            String name = c.requiredText("name");
            if (name.isBlank()) {
                throw c.wrong("name", "is blank");
            }
            if (!names.add(
                    Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))) {
                throw c.wrong("name", "the character " + name.strip() + " is there twice");
            }
            characters.add(new CharacterSheet(
                    name,
                    c.texts("aliases"),
                    c.textOr("prefix", ""),
                    c.textOr("negative", ""),
                    c.texts("tags"),
                    c.textOr("state", ""),
                    c.text("player"),
                    c.text("proxy")));
        }
        return characters;
    }

    private static List<ScenePost> posts(List<Fields> list) throws StoryFileException {
        List<ScenePost> posts = new ArrayList<>();
        for (Fields post : list) {
            post.only("author", "kind", "plays", "text", "mentions");
            ScenePost.Kind kind = post.word("kind", ScenePost.Kind.values(), ScenePost.Kind.PERSON);
            String author = post.textOr("author", "");
            // A proxy's name is typed by its player, and so proves nobody's identity.
            String id = kind == ScenePost.Kind.PERSON && !author.isEmpty() ? author : null;
            posts.add(new ScenePost(
                    kind, author, id, post.text("plays"), post.textOr("text", ""), post.textMap("mentions")));
        }
        return posts;
    }

    private static Ask ask(Fields ask) throws StoryFileException {
        if (ask.text("mode") == null) {
            throw ask.wrong("mode", "is missing; it is one of " + words(Mode.values()));
        }
        Mode mode = ask.word("mode", Mode.values(), Mode.SCENE);
        Long messages = ask.number("messages", 1, Integer.MAX_VALUE);
        return new Ask(
                mode,
                messages == null ? null : messages.intValue(),
                ask.text("character"),
                ask.text("prompt"),
                ask.text("hint"),
                ask.text("negative"),
                null);
    }

    static String words(Enum<?>[] values) {
        return Arrays.stream(values).map(v -> v.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }
}
