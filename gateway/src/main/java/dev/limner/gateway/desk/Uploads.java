package dev.limner.gateway.desk;

import dev.limner.avatar.Avatar;
import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import dev.limner.avatar.AvatarTag;
import dev.limner.avatar.Avatars;
import dev.limner.avatar.FoundTag;
import dev.limner.avatar.Tags;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.CommunityRef;
import dev.limner.input.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Images that come with a wish become avatars of its request alone, so that they go the way of all references: the same
 * intake, the same limits, the same durability. They are called {@code image1}, {@code image2} and so on. Thread-safe;
 * blocks.
 */
final class Uploads {
    private static final Pattern NUMBERED = Pattern.compile("image([1-9]\\d?)");
    private static final Logger log = LoggerFactory.getLogger(Uploads.class);

    private final Avatars avatars;

    Uploads(Avatars avatars) {
        this.avatars = avatars;
    }

    /**
     * Keeps a wish's images for its request, those that are there already once.
     *
     * @return the wish's prompt, with their tags
     */
    String keep(Caller caller, ChannelRef request, Wish wish) throws UnfitImageException {
        List<Upload> uploads = wish.uploads();
        if (uploads.isEmpty()) {
            return wish.prompt();
        }
        List<AvatarTag> tags = tags(wish);
        CommunityRef alone = CommunityRef.of(request);
        Set<AvatarName> kept = avatars.list(alone).stream().map(Avatar::name).collect(Collectors.toSet());
        StringBuilder tagged = new StringBuilder();
        for (int i = 0; i < uploads.size(); i++) {
            AvatarTag tag = tags.get(i);
            if (!kept.contains(tag.name())) {
                add(alone, caller, tag, uploads.get(i));
            }
            tagged.append(tag);
        }
        return tagged.append(' ').append(wish.prompt()).toString();
    }

    private void add(CommunityRef alone, Caller caller, AvatarTag tag, Upload upload) throws UnfitImageException {
        try {
            avatars.add(alone, caller.drawing(), tag.kind(), tag.name().value(), upload, "");
        } catch (RefusedException e) {
            throw new UnfitImageException(e);
        }
    }

    /** Those of a wish's images, which nobody typed. */
    static List<AvatarTag> tags(Wish wish) {
        List<AvatarKind> kinds = kinds(wish);
        List<AvatarTag> tags = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            AvatarName name = new AvatarName("image" + (i + 1));
            tags.add(new AvatarTag(kinds.get(i), name, wish.uploads().get(i).weight()));
        }
        return tags;
    }

    /** What is to be followed of each image: what a tag says, or else what is usual. */
    private static List<AvatarKind> kinds(Wish wish) {
        List<AvatarKind> kinds =
                new ArrayList<>(wish.uploads().stream().map(Upload::kind).toList());
        for (FoundTag found : Tags.find(wish.prompt())) {
            if (!(found instanceof FoundTag.Sound sound) || !sound.tag().kind().isImage()) {
                continue;
            }
            Matcher numbered = NUMBERED.matcher(sound.tag().name().value().toLowerCase(Locale.ROOT));
            int number = numbered.matches() ? Integer.parseInt(numbered.group(1)) : 0;
            if (number >= 1 && number <= kinds.size()) {
                kinds.set(number - 1, sound.tag().kind());
            }
        }
        return kinds;
    }

    /** Requests of a caller whose images are kept. */
    List<ChannelRef> requests(Caller caller) {
        return avatars.ownedBy(caller.user()).stream()
                .map(avatar -> new ChannelRef(
                        avatar.community().platform(), avatar.community().id()))
                .filter(caller::hasRequest)
                .distinct()
                .toList();
    }

    void remove(Caller caller, ChannelRef request) {
        CommunityRef alone = CommunityRef.of(request);
        for (Avatar avatar : avatars.list(alone)) {
            try {
                avatars.remove(alone, caller.drawing(), avatar.name().value());
            } catch (RefusedException e) {
                log.debug("an image of {} was not removed: {}", request, e.userText());
            }
        }
    }
}
