package dev.limner.conversation;

import dev.limner.avatar.AvatarRepository;
import dev.limner.avatar.ImageHash;
import dev.limner.avatar.ImageStore;
import dev.limner.character.CharacterRepository;
import dev.limner.character.StyleRepository;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatPlatform;
import dev.limner.chat.MessageRef;
import dev.limner.chat.OwnHistory;
import dev.limner.chat.UserRef;
import dev.limner.illustration.IllustrationRepository;
import dev.limner.illustration.Platforms;
import dev.limner.story.StoryLog;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /privacy}: what is kept of a person, everywhere, and how to be rid of it. */
final class PrivacyCommands {
    private static final int MOST_EXPORTED = 10_000;

    private final StoryLog story;
    private final AvatarRepository avatars;
    private final CharacterRepository characters;
    private final StyleRepository styles;
    private final IllustrationRepository illustrations;
    private final ImageStore images;
    private final Platforms platforms;

    PrivacyCommands(
            StoryLog story,
            AvatarRepository avatars,
            CharacterRepository characters,
            StyleRepository styles,
            IllustrationRepository illustrations,
            ImageStore images,
            Platforms platforms) {
        this.story = story;
        this.avatars = avatars;
        this.characters = characters;
        this.styles = styles;
        this.illustrations = illustrations;
        this.images = images;
        this.platforms = platforms;
    }

    Map<String, CommandHandler> handlers() {
        return Map.of("privacy show", this::show, "privacy export", this::export, "privacy forget", this::forget);
    }

    private void show(CommandContext command) throws ChatException {
        UserRef user = command.by().user();
        command.answer("What I keep of you, in all places together:"
                + "\n• story messages, only where a moderator turned that on: "
                + story.writtenBy(user, MOST_EXPORTED).size()
                + "\n• avatars: " + avatars.ownedBy(user).size()
                + "\n• characters: " + characters.ownedBy(user).size()
                + "\n• styles: " + styles.ownedBy(user).size()
                + "\n• pictures asked for: "
                + illustrations.requestedBy(user, MOST_EXPORTED).size()
                + "\nPosts of a proxy are kept under the proxy's name alone. Beside the chat's own history nothing else is"
                + " kept, and nothing goes anywhere but to the servers that word and draw pictures."
                + " /privacy export sends it to you, /privacy forget deletes it.");
    }

    private void export(CommandContext command) throws ChatException {
        UserRef user = command.by().user();
        Export export = new Export(command.responder().capabilities().attachmentBytes());
        story.writtenBy(user, MOST_EXPORTED)
                .forEach(m -> export.add("messages")
                        .put("channel", m.ref().channel().toString())
                        .put("at", m.at().toString())
                        .put("as", m.author().name())
                        .put("text", m.text()));
        avatars.ownedBy(user)
                .forEach(a -> export.add("avatars")
                        .put("community", a.community().toString())
                        .put("tag", "be-" + a.kind().word() + ":" + a.name())
                        .put("description", a.description())
                        .put("added", a.added().toString()));
        characters
                .ownedBy(user)
                .forEach(c -> export.add("characters")
                        .put("name", c.name())
                        .put("aliases", String.join(", ", c.aliases()))
                        .put("prefix", c.prefix())
                        .put("negative", c.negative())
                        .put("tags", String.join(" ", c.tags()))
                        .put("proxy", c.proxy())
                        .put("state", c.state()));
        styles.ownedBy(user)
                .forEach(s -> export.add("styles")
                        .put("name", s.name())
                        .put("prefix", s.prefix())
                        .put("negative", s.negative())
                        .put("tags", String.join(" ", s.tags())));
        illustrations
                .requestedBy(user, MOST_EXPORTED)
                .forEach(i -> export.add("pictures")
                        .put("channel", i.place().channel().toString())
                        .put("at", i.accepted().toString())
                        .put("mode", i.ask().mode().word())
                        .put(
                                "prompt",
                                i.composition() == null ? null : i.composition().prompt()));
        command.answer("This is what I keep of you.", export.files());
    }

    private void forget(CommandContext command) throws ChatException {
        UserRef user = command.by().user();
        ChatPlatform platform = platforms.get(user.platform());
        platform.forget(user);
        Optional<OwnHistory> history = platform.history();
        int messages = history.isPresent() ? forgetIn(history.get(), user) : 0;
        messages += story.forgetBy(user);
        Set<ImageHash> hashes = imagesOf(user);
        avatars.ownedBy(user).forEach(a -> avatars.remove(a.community(), a.name()));
        characters.ownedBy(user).forEach(c -> characters.remove(c.scope(), c.name()));
        characters.forgetPlayer(user);
        styles.ownedBy(user).forEach(s -> styles.remove(s.scope(), s.name()));
        int pictures = illustrations.forgetBy(user);
        hashes.forEach(images::removeIfUnreferenced);
        String chat = history.isPresent()
                ? "The conversation is kept by me alone, so they are gone from it too."
                : "Messages and pictures in the chat itself, and posts of a proxy, stay until they are deleted there.";
        command.answer("Deleted: " + messages + " messages, your avatars, characters and styles, and " + pictures
                + " pictures. What still waits to be drawn is deleted when it is done. " + chat);
    }

    /** The conversation knows who is behind a proxy, as the story does not. */
    private int forgetIn(OwnHistory history, UserRef user) throws ChatException {
        List<MessageRef> posts = illustrations.requestedBy(user, Integer.MAX_VALUE).stream()
                .flatMap(i -> i.posted().stream())
                .toList();
        List<MessageRef> written = history.forget(user, posts);
        written.stream()
                .map(story::remove)
                .toList()
                .forEach(gone -> gone.toCompletableFuture().join());
        return written.size();
    }

    private Set<ImageHash> imagesOf(UserRef user) {
        Set<ImageHash> hashes = new HashSet<>();
        avatars.ownedBy(user).forEach(a -> hashes.add(a.image()));
        illustrations.requestedBy(user, MOST_EXPORTED).forEach(i -> {
            ImageHash picture = i.picture();
            if (picture != null) {
                hashes.add(picture);
            }
        });
        return hashes;
    }
}
