package dev.limner.conversation;

import dev.limner.avatar.Avatar;
import dev.limner.avatar.AvatarName;
import dev.limner.avatar.AvatarRepository;
import dev.limner.avatar.AvatarTag;
import dev.limner.avatar.Avatars;
import dev.limner.avatar.ListedNetworks;
import dev.limner.avatar.TagException;
import dev.limner.avatar.Tags;
import dev.limner.character.TagCheck;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.Member;
import dev.limner.input.RefusedException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tags that somebody gives must be well formed, name an avatar there is, and be theirs to use. Thread-safe; blocks. */
final class KnownTags implements TagCheck {
    private final AvatarRepository avatars;
    private final ListedNetworks listed;

    KnownTags(AvatarRepository avatars, ListedNetworks listed) {
        this.avatars = avatars;
        this.listed = listed;
    }

    @Override
    public void check(String text, CommunityRef community, Member by) throws RefusedException {
        try {
            for (AvatarTag tag : Tags.given(text).tags()) {
                check(tag, community, by);
            }
        } catch (TagException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
    }

    private void check(AvatarTag tag, CommunityRef community, Member by) throws RefusedException {
        if (!tag.kind().isImage()) {
            checkListed(tag);
            return;
        }
        Optional<Avatar> found = avatars.find(community, tag.name());
        if (found.isEmpty()) {
            throw new RefusedException(tag + ": there is no avatar " + tag.name() + ". Add it with /avatar add "
                    + tag.kind().word() + " " + tag.name() + " and an image; /avatar list shows those there are.");
        }
        Avatar avatar = found.get();
        if (avatar.kind() != tag.kind()) {
            throw new RefusedException(avatar.name() + " is a " + avatar.kind().word() + ": write "
                    + new AvatarTag(avatar.kind(), avatar.name(), tag.weight()));
        }
        if (!Avatars.mayUse(avatar, by)) {
            throw new RefusedException(avatar.name() + " belongs to somebody else. Ask its owner for /avatar share "
                    + avatar.name() + " everyone");
        }
    }

    private void checkListed(AvatarTag tag) throws RefusedException {
        if (listed.file(tag.kind(), tag.name()).isEmpty()) {
            Set<AvatarName> names = listed.of(tag.kind()).keySet();
            throw new RefusedException(tag + ": whoever runs this bot listed no "
                    + tag.kind().noun()
                    + (names.isEmpty()
                            ? "."
                            : " of that name. There is "
                                    + names.stream().map(AvatarName::value).collect(Collectors.joining(", ")) + "."));
        }
    }
}
