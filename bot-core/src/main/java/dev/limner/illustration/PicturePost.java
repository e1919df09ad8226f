package dev.limner.illustration;

import dev.limner.avatar.ImageStore.StoredImage;
import dev.limner.character.ChannelSettings;
import dev.limner.character.Settings;
import dev.limner.chat.Attachment;
import dev.limner.chat.Capabilities;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatPlatform;
import dev.limner.chat.Content;
import dev.limner.chat.MessagePlanner;
import dev.limner.chat.MessageRef;
import dev.limner.chat.OutgoingPost;
import dev.limner.chat.PlannedMessage;
import dev.limner.image.Picture;
import dev.limner.image.PictureCheck;
import dev.limner.image.PictureFitter;
import dev.limner.image.UnusablePictureException;
import dev.limner.prompt.Composition;
import java.util.ArrayList;
import java.util.List;

/** Posts a picture back into the conversation. Thread-safe; blocks. */
final class PicturePost {
    private final Platforms platforms;
    private final MessagePlanner planner;
    private final Settings settings;

    PicturePost(Platforms platforms, MessagePlanner planner, Settings settings) {
        this.platforms = platforms;
        this.planner = planner;
        this.settings = settings;
    }

    /** The messages that will show the picture, in their order; one at least. */
    List<PlannedMessage> plan(Illustration illustration, Composition composition, StoredImage image)
            throws ChatException {
        ChannelRef channel = illustration.place().channel();
        Capabilities limits = platforms.get(channel.platform()).capabilities(channel);
        return planner.plan(content(illustration, composition, image, limits), limits)
                .messages();
    }

    /** @param planned as by {@link #plan} */
    List<MessageRef> post(Illustration illustration, List<PlannedMessage> planned) throws ChatException {
        ChannelRef channel = illustration.place().channel();
        ChatPlatform platform = platforms.get(channel.platform());
        List<MessageRef> posted = new ArrayList<>();
        for (PlannedMessage message : planned) {
            posted.add(platform.send(channel, message));
        }
        return posted;
    }

    private OutgoingPost content(
            Illustration illustration, Composition composition, StoredImage image, Capabilities limits) {
        ChannelSettings set = settings.of(illustration.place());
        Picture picture = fitted(image, limits.attachmentBytes(), set.metadata());
        Attachment attachment = new Attachment(
                "limner-" + illustration.id() + "." + extension(picture.mediaType()),
                picture.mediaType(),
                Content.of(picture.bytes()),
                Speech.altText(composition),
                set.spoiler());
        return new OutgoingPost(
                Speech.caption(illustration),
                List.of(attachment),
                PictureButton.underPicture(illustration.id()),
                illustration.askedIn(),
                illustration.id() + "p");
    }

    /** Servers write the whole prompt into a picture's metadata, which only some communities want to hand on. */
    private static Picture fitted(StoredImage image, long maxBytes, boolean withMetadata) {
        try {
            Picture picture = PictureCheck.checkedBefore(image.bytes());
            return PictureFitter.fit(withMetadata ? picture : PictureCheck.withoutMetadata(picture), maxBytes);
        } catch (UnusablePictureException e) {
            throw new IllegalStateException("a stored picture was checked before", e);
        }
    }

    static String extension(String mediaType) {
        return switch (mediaType) {
            case "image/jpeg" -> "jpg";
            case "image/webp" -> "webp";
            default -> "png";
        };
    }
}
