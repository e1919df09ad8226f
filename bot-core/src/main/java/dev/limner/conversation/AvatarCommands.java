package dev.limner.conversation;

import dev.limner.avatar.Avatar;
import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarTag;
import dev.limner.avatar.Avatars;
import dev.limner.avatar.ImageStore;
import dev.limner.avatar.ListedNetworks;
import dev.limner.chat.Attachment;
import dev.limner.chat.ChatException;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.Content;
import dev.limner.chat.Member;
import dev.limner.chat.Responder;
import dev.limner.command.IncomingFile;
import dev.limner.image.Picture;
import dev.limner.image.PictureFitter;
import dev.limner.image.UnusablePictureException;
import dev.limner.input.RefusedException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code /avatar}: the reference images of a community. */
final class AvatarCommands {
    private final Avatars avatars;
    private final ImageStore images;
    private final ListedNetworks listed;

    AvatarCommands(Avatars avatars, ImageStore images, ListedNetworks listed) {
        this.listed = listed;
        this.avatars = avatars;
        this.images = images;
    }

    Map<String, CommandHandler> handlers() {
        return Map.of(
                // it fetches the image from the chat's own servers, which may be slow
                "avatar add", CommandHandler.in(CommandHandler.Turn.OF_PERSON, this::add),
                "avatar list", this::list,
                "avatar show", this::show,
                "avatar describe", this::describe,
                "avatar rename", this::rename,
                "avatar share", this::share,
                "avatar remove", this::remove);
    }

    private void add(CommandContext command) throws RefusedException, ChatException {
        AvatarKind kind =
                AvatarKind.valueOf(command.invocation().required("kind").toUpperCase(Locale.ROOT));
        IncomingFile image = command.invocation()
                .image("image")
                .orElseThrow(() -> new RefusedException("Attach the image to the command."));
        boolean again =
                command.responder().telling().filter(Responder.Telling::again).isPresent();
        Adding adding = again ? avatars::addOnce : avatars::add;
        Avatar added = adding.add(
                command.place().community(),
                command.by(),
                kind,
                command.invocation().required("name"),
                image,
                command.invocation().text("description").orElse(""));
        command.answer("Added " + tag(added) + " (" + added.width() + " × " + added.height()
                + "). Put the tag into a character's tags or prefix, a style, or a prompt; 0.1 to 0.4 is normally"
                + " enough.");
    }

    private interface Adding {
        Avatar add(
                CommunityRef community, Member by, AvatarKind kind, String name, IncomingFile file, String description)
                throws RefusedException;
    }

    private void list(CommandContext command) throws ChatException {
        List<Avatar> all = avatars.list(command.place().community());
        if (all.isEmpty()) {
            command.answer(
                    "There are no avatars yet. Add one with /avatar add face NAME and an image." + listedNetworks());
            return;
        }
        StringBuilder answer = new StringBuilder("Avatars:");
        for (Avatar avatar : all) {
            answer.append("\n• ").append(tag(avatar)).append(avatar.shared() ? ", shared with everyone" : "");
            if (!avatar.description().isEmpty()) {
                answer.append(": ").append(avatar.description());
            }
        }
        command.answer(answer.append(listedNetworks()).toString());
    }

    /** Lines to be put behind the list, each led by a line break. */
    private String listedNetworks() {
        StringBuilder lines = new StringBuilder();
        for (AvatarKind kind : List.of(AvatarKind.LORA, AvatarKind.EMBEDDING)) {
            listed.of(kind)
                    .keySet()
                    .forEach(name -> lines.append("\n• ")
                            .append(AvatarTag.usual(kind, name))
                            .append(", for everyone"));
        }
        return lines.toString();
    }

    private void show(CommandContext command) throws RefusedException, ChatException {
        Avatar avatar =
                avatars.show(command.place().community(), command.invocation().required("name"));
        ImageStore.StoredImage image = images.get(avatar.image())
                .orElseThrow(() -> new RefusedException("Its image is gone. Remove it and add it again."));
        String description = avatar.description().isEmpty() ? "No description." : avatar.description();
        Picture picture = fitted(
                new Picture(image.bytes(), image.mediaType(), avatar.width(), avatar.height()),
                command.responder().capabilities().attachmentBytes());
        command.answer(
                tag(avatar) + "\n" + description,
                new Attachment(
                        avatar.name() + (picture.mediaType().equals("image/jpeg") ? ".jpg" : ".png"),
                        picture.mediaType(),
                        Content.of(picture.bytes()),
                        "The avatar " + avatar.name() + ": " + description,
                        false));
    }

    private static Picture fitted(Picture picture, long maxBytes) throws RefusedException {
        try {
            return PictureFitter.fit(picture, maxBytes);
        } catch (UnusablePictureException e) {
            throw new RefusedException("Its image cannot be shown. Remove it and add it again.");
        }
    }

    private void describe(CommandContext command) throws RefusedException, ChatException {
        Avatar avatar = avatars.describe(
                command.place().community(),
                command.by(),
                command.invocation().required("name"),
                command.invocation().required("text"));
        command.answer(avatar.name() + " is now described as: " + avatar.description());
    }

    private void rename(CommandContext command) throws RefusedException, ChatException {
        Avatar avatar = avatars.rename(
                command.place().community(),
                command.by(),
                command.invocation().required("name"),
                command.invocation().required("to"));
        command.answer("It is now " + tag(avatar) + ". Tags with the old name no longer find it.");
    }

    private void share(CommandContext command) throws RefusedException, ChatException {
        Avatar avatar = avatars.share(
                command.place().community(),
                command.by(),
                command.invocation().required("name"),
                command.invocation().required("with").equals("everyone"));
        command.answer(
                avatar.shared()
                        ? "Everyone here may now use " + tag(avatar) + "."
                        : "Only its owner and moderators may now use " + tag(avatar) + ".");
    }

    private void remove(CommandContext command) throws RefusedException, ChatException {
        Avatar avatar = avatars.remove(
                command.place().community(), command.by(), command.invocation().required("name"));
        command.answer("Removed " + avatar.name() + ".");
    }

    private static String tag(Avatar avatar) {
        return AvatarTag.usual(avatar.kind(), avatar.name()).toString();
    }
}
