package dev.limner.avatar;

import dev.limner.chat.CommunityRef;
import dev.limner.chat.Member;
import dev.limner.chat.UserRef;
import dev.limner.command.IncomingFile;
import dev.limner.input.RefusedException;
import dev.limner.input.UserText;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/**
 * The avatars of a community: who may add, change and use them. Thread-safe; blocks. Between processes that share one
 * database, of two changes to one avatar at the same moment the later is kept.
 */
public final class Avatars {
    static final int MOST_IN_COMMUNITY = 500;
    static final int MOST_OF_PERSON = 100;
    static final int LONGEST_DESCRIPTION = 500;

    private final AvatarRepository avatars;
    private final ImageIntake intake;
    private final InstantSource clock;

    public Avatars(AvatarRepository avatars, ImageIntake intake, InstantSource clock) {
        this.avatars = avatars;
        this.intake = intake;
        this.clock = clock;
    }

    /** Its owner, moderators, and everyone where it is shared. */
    public static boolean mayUse(Avatar avatar, Member member) {
        return avatar.shared() || mayChange(avatar, member);
    }

    /** Its owner and moderators. */
    public static boolean mayChange(Avatar avatar, Member member) {
        return member.moderator() || Objects.equals(avatar.owner(), member.user());
    }

    /** @param description may be empty */
    public Avatar add(
            CommunityRef community, Member by, AvatarKind kind, String name, IncomingFile file, String description)
            throws RefusedException {
        AvatarName word = parse(name);
        String text = describing(description);
        refuseTaken(community, word);
        refuseTooMany(community, by);
        CleanImage image = intake.accept(file);
        Avatar avatar = new Avatar(
                community,
                kind,
                word,
                image.hash(),
                image.width(),
                image.height(),
                by.user(),
                false,
                text,
                clock.instant());
        if (!avatars.add(avatar)) {
            throw taken(word);
        }
        return avatar;
    }

    /** Adds one, if that was not done before when the same was told: the same image of theirs under that name. */
    public Avatar addOnce(
            CommunityRef community, Member by, AvatarKind kind, String name, IncomingFile file, String description)
            throws RefusedException {
        Avatar present = avatars.find(community, parse(name)).orElse(null);
        boolean theirs = present != null && present.kind() == kind && by.user().equals(present.owner());
        if (present != null && theirs && intake.accept(file).hash().equals(present.image())) {
            return present;
        }
        return add(community, by, kind, name, file, description);
    }

    /** By name. */
    public List<Avatar> list(CommunityRef community) {
        return avatars.list(community);
    }

    /** Of a person, wherever they are. */
    public List<Avatar> ownedBy(UserRef owner) {
        return avatars.ownedBy(owner);
    }

    public Avatar show(CommunityRef community, String name) throws RefusedException {
        AvatarName word = parse(name);
        return avatars.find(community, word)
                .orElseThrow(() -> new RefusedException(
                        "There is no avatar \"" + word + "\" here. /avatar list shows those that there are."));
    }

    /** @param text may be empty, which takes the description away */
    public synchronized Avatar describe(CommunityRef community, Member by, String name, String text)
            throws RefusedException {
        Avatar avatar = changeable(community, by, name);
        return updated(avatar, avatar.shared(), describing(text));
    }

    public synchronized Avatar share(CommunityRef community, Member by, String name, boolean everyone)
            throws RefusedException {
        Avatar avatar = changeable(community, by, name);
        return updated(avatar, everyone, avatar.description());
    }

    /** @return the avatar under its new name */
    public synchronized Avatar rename(CommunityRef community, Member by, String name, String to)
            throws RefusedException {
        Avatar avatar = changeable(community, by, name);
        AvatarName word = parse(to);
        if (word.equals(avatar.name())) {
            throw new RefusedException("The avatar is called \"" + word + "\" already. Give another name.");
        }
        if (!avatars.rename(community, avatar.name(), word)) {
            throw taken(word);
        }
        return show(community, to);
    }

    /** @return what is no more */
    public synchronized Avatar remove(CommunityRef community, Member by, String name) throws RefusedException {
        Avatar avatar = changeable(community, by, name);
        avatars.remove(community, avatar.name());
        return avatar;
    }

    private Avatar changeable(CommunityRef community, Member by, String name) throws RefusedException {
        Avatar avatar = show(community, name);
        if (!mayChange(avatar, by)) {
            throw new RefusedException("The avatar \"" + avatar.name()
                    + "\" belongs to somebody else. Ask its owner or a moderator to change it.");
        }
        return avatar;
    }

    private Avatar updated(Avatar old, boolean shared, String description) {
        Avatar changed = new Avatar(
                old.community(),
                old.kind(),
                old.name(),
                old.image(),
                old.width(),
                old.height(),
                old.owner(),
                shared,
                description,
                old.added());
        avatars.update(changed);
        return changed;
    }

    private void refuseTaken(CommunityRef community, AvatarName name) throws RefusedException {
        if (avatars.find(community, name).isPresent()) {
            throw taken(name);
        }
    }

    private void refuseTooMany(CommunityRef community, Member by) throws RefusedException {
        List<Avatar> present = avatars.list(community);
        if (present.size() >= MOST_IN_COMMUNITY) {
            throw new RefusedException("There are " + MOST_IN_COMMUNITY
                    + " avatars here, which is the most. Remove one that is not used any more first.");
        }
        long own = present.stream().filter(a -> by.user().equals(a.owner())).count();
        if (own >= MOST_OF_PERSON) {
            throw new RefusedException("You have " + MOST_OF_PERSON
                    + " avatars here, which is the most. Remove one of yours that is not used any more first.");
        }
    }

    private static RefusedException taken(AvatarName name) {
        return new RefusedException("There is an avatar \"" + name
                + "\" already. Take another name, or have that one renamed or removed first.");
    }

    private static AvatarName parse(String name) throws RefusedException {
        try {
            return new AvatarName(name.strip());
        } catch (IllegalArgumentException e) {
            throw new RefusedException("That cannot be a name: " + e.getMessage() + ".");
        }
    }

    private static String describing(String text) throws RefusedException {
        return UserText.line("A description", text, LONGEST_DESCRIPTION);
    }
}
