package dev.limner.webchat;

import dev.limner.avatar.Avatar;
import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import dev.limner.avatar.ImageHash;
import dev.limner.avatar.ImageStore.StoredImage;
import dev.limner.character.Player;
import dev.limner.character.StoryCharacter;
import dev.limner.chat.Attachment;
import dev.limner.chat.Button;
import dev.limner.chat.ChatEvent;
import dev.limner.chat.ChatEvent.ButtonPressed;
import dev.limner.chat.ChatEvent.CommandInvoked;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatListener;
import dev.limner.chat.Content;
import dev.limner.chat.Form;
import dev.limner.chat.Member;
import dev.limner.chat.MessageRef;
import dev.limner.chat.Place;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.Scope;
import dev.limner.chat.UserRef;
import dev.limner.command.CommandCatalog;
import dev.limner.command.Invocation;
import dev.limner.prompt.Composition;
import dev.limner.prompt.Dropped;
import dev.limner.prompt.Encoder;
import dev.limner.prompt.PromptPart;
import dev.limner.prompt.PromptPart.Source;
import dev.limner.prompt.Reference;
import dev.limner.prompt.TokenCount;
import dev.limner.storage.Database;
import dev.limner.storage.StorageSettings;
import dev.limner.webchat.room.RoomView;
import dev.limner.webchat.transcript.SqlTranscript;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** For looking at the page while working on it: a listener that plays its part without a core. Not a test. */
final class Preview implements ChatListener, RoomView {
    private final Map<ImageHash, StoredImage> images = new ConcurrentHashMap<>();
    private final List<Avatar> avatars = new CopyOnWriteArrayList<>();
    private final List<StoryCharacter> characters = new CopyOnWriteArrayList<>();
    private final ExecutorService work = Executors.newSingleThreadExecutor();
    private final WebChat chat;
    private volatile boolean capturing;

    private Preview(int port, Path uploads, Database database) {
        this.chat = new WebChat(port, uploads, new SqlTranscript(database), this, InstantSource.system());
    }

    /** @param arguments port, data folder */
    public static void main(String[] arguments) throws ChatException {
        Database database = Database.open(StorageSettings.in(Path.of(arguments[1]), "webchat"));
        Preview preview = new Preview(Integer.parseInt(arguments[0]), Path.of(arguments[1], "uploads"), database);
        preview.chat.start(preview, CommandCatalog.standard());
        System.out.println("web chat  " + preview.chat.address());
    }

    @Override
    public CompletionStage<Void> onEvent(ChatEvent event) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        handle(event);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                work);
    }

    private void handle(ChatEvent event) throws Exception {
        if (event instanceof CommandInvoked command) {
            command.responder().respond(text(answer(command)));
        } else if (event instanceof ButtonPressed pressed && pressed.buttonId().startsWith("edit")) {
            pressed.responder()
                    .forms()
                    .orElseThrow()
                    .open(
                            new Form(
                                    "edit:1",
                                    "Edit prompt",
                                    "Prompt",
                                    "ink wash illustration, Mira, a lean elf of forty"
                                            + " with cropped silver hair, holds the lantern out over black water, muted palette"));
        }
    }

    private String answer(CommandInvoked command) throws Exception {
        Invocation invocation = command.invocation();
        switch (invocation.spec().path()) {
            case "avatar add" -> addAvatar(command);
            case "character set" -> characters.add(character(command));
            case "story on" -> {
                capturing = true;
                chat.send(
                        WebChat.MAIN,
                        text("This room's story is followed from now on, as You asked. /story off ends it."));
            }
            case "scene" -> {
                Thread drawing = new Thread(() -> draw(command.place()));
                drawing.start();
                return "Accepted, place 1.";
            }
            default -> {}
        }
        return "Done: " + invocation.spec().path() + ".";
    }

    private void addAvatar(CommandInvoked command) throws Exception {
        try (InputStream in = command.invocation().image("image").orElseThrow().open()) {
            byte[] bytes = in.readAllBytes();
            ImageHash hash = ImageHash.of(bytes);
            images.put(hash, new StoredImage(bytes, "image/png"));
            avatars.add(new Avatar(
                    WebChat.COMMUNITY,
                    AvatarKind.valueOf(command.invocation().required("kind").toUpperCase(java.util.Locale.ROOT)),
                    new AvatarName(command.invocation().required("name")),
                    hash,
                    512,
                    512,
                    command.by().user(),
                    false,
                    command.invocation().text("description").orElse(""),
                    Instant.now()));
        }
    }

    private static StoryCharacter character(CommandInvoked command) {
        Invocation i = command.invocation();
        return new StoryCharacter(
                Scope.of(WebChat.MAIN),
                i.required("name"),
                i.text("aliases").map(List::of).orElse(List.of()),
                i.required("prefix"),
                "",
                i.text("tags").map(List::of).orElse(List.of()),
                "",
                command.by().user(),
                i.person("player")
                        .map(p -> new Player(new UserRef(WebChat.ID, String.valueOf(p.userId())), p.displayName()))
                        .orElse(null),
                i.text("proxy").orElse(null));
    }

    private void draw(Place place) {
        try {
            MessageRef status = chat.send(
                    place.channel(),
                    new PlannedMessage(
                            "Drawing … 0 %", List.of(), List.of(new Button("cancel:1", "Cancel")), null, null));
            for (int percent = 10; percent <= 60; percent += 10) {
                Thread.sleep(400);
                chat.editor()
                        .orElseThrow()
                        .edit(
                                status,
                                new PlannedMessage(
                                        "Drawing … " + percent + " %",
                                        List.of(),
                                        List.of(new Button("cancel:1", "Cancel")),
                                        null,
                                        null));
            }
            Thread.sleep(Long.getLong("hold", 400));
            chat.editor().orElseThrow().delete(status);
            Attachment picture = new Attachment(
                    "scene.png",
                    "image/png",
                    Content.of(PreviewPicture.png()),
                    "Mira holds a lantern out over the flooded archive; Tobin stands at an iron door, and Wren at the"
                            + " top of the stair with a burning paper boat.",
                    false);
            chat.send(
                    place.channel(),
                    new PlannedMessage(
                            "The scene, for You. Drawn by storyboard, seed 7.",
                            List.of(picture),
                            List.of(
                                    new Button("reroll:1", "Reroll"),
                                    new Button("edit:1", "Edit prompt"),
                                    new Button("prompt:1", "Prompt"),
                                    new Button("delete:1", "Delete")),
                            null,
                            null));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static PlannedMessage text(String text) {
        return new PlannedMessage(text, List.of(), List.of(), null, null);
    }

    @Override
    public List<StoryCharacter> characters(Place place) {
        return characters;
    }

    @Override
    public List<Avatar> avatars(Place place) {
        return avatars;
    }

    @Override
    public List<String> styles(Place place) {
        return List.of("inkwash");
    }

    @Override
    public Status status(Place place) {
        return new Status(capturing, capturing ? "inkwash" : "", "storyboard", "");
    }

    @Override
    public Prompt prompt(Place place, Member viewer) {
        if (characters.isEmpty()) {
            return new Prompt.Nothing("Nothing of a story is kept here yet. Turn it on with /story on, and play.");
        }
        List<PromptPart> parts = List.of(
                new PromptPart(Source.STYLE, "", "ink wash illustration"),
                new PromptPart(Source.JOINT, "", ", "),
                new PromptPart(
                        Source.CHARACTER,
                        "Mira",
                        "Mira, a lean elf of forty with cropped silver hair and a scar through the left brow, in an archivist's long grey coat"),
                new PromptPart(Source.JOINT, "", ". "),
                new PromptPart(Source.CHARACTER, "Tobin", "Tobin, a broad young smith with soot on his cheeks"),
                new PromptPart(Source.JOINT, "", ". "),
                new PromptPart(
                        Source.SCENE,
                        "",
                        "At the top of the stair the lamp girl stands dripping in her enormous coat, a paper boat burning in her hands"),
                new PromptPart(Source.JOINT, "", ", "),
                new PromptPart(Source.STYLE, "", "muted palette"));
        return new Prompt.Composed(new Composition(
                "",
                parts,
                "text, watermark",
                7,
                1024,
                1024,
                List.of("Mira", "Tobin", "Wren"),
                List.of(
                        new Reference(AvatarKind.FACE, new AvatarName("mira"), 0.3, "character Mira"),
                        new Reference(AvatarKind.STYLE, new AvatarName("inkwash"), 0.3, "style inkwash")),
                new TokenCount(142, 256, Encoder.T5, false),
                List.of(new Dropped(
                        "sentence", "It has risen again. Yesterday the third shelf was dry.", "over the token limit")),
                List.of("storyboard draws without a model; the limit is that of flux1-schnell.")));
    }

    @Override
    public Optional<StoredImage> image(ImageHash hash) {
        return Optional.ofNullable(images.get(hash));
    }
}
