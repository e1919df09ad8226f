package dev.limner.gateway.desk;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.Member;
import dev.limner.chat.Place;
import dev.limner.chat.PlatformId;
import dev.limner.chat.UserRef;
import org.jspecify.annotations.Nullable;

/**
 * Whoever holds a key, as the core knows them: a requester with a channel of their own.
 *
 * @param community whose avatars are theirs to use
 * @param stage the channel whose characters and style presets they draw with; null for none
 */
public record Caller(
        String name, CommunityRef community, @Nullable ChannelRef stage) {
    public static final PlatformId PLATFORM = new PlatformId("gateway");

    /** Whoever comes without a key. No key has an empty name, so that nothing is theirs. */
    public static final Caller STRANGER = new Caller("", new CommunityRef(PLATFORM, "/"), null);

    /** @param bound null for a community of its own */
    public static Caller of(String name, @Nullable CommunityRef bound) {
        return of(name, bound, null);
    }

    /** @param stage a channel of the community that it is bound to */
    public static Caller of(String name, @Nullable CommunityRef bound, @Nullable ChannelRef stage) {
        return new Caller(name, bound == null ? new CommunityRef(PLATFORM, name) : bound, stage);
    }

    /** Where the characters and style presets are that they draw with. */
    public Place stagePlace() {
        return new Place(stage == null ? channel() : stage, null, community);
    }

    /** The slash keeps it apart from every chat platform's ids, by which avatars tell their owners. */
    public UserRef user() {
        return new UserRef(PLATFORM, "key/" + name);
    }

    public ChannelRef channel() {
        return new ChannelRef(PLATFORM, name);
    }

    /** One request, as a thread of the channel. */
    ChannelRef request(String request) {
        return new ChannelRef(PLATFORM, name + "/" + request);
    }

    boolean hasRequest(ChannelRef channel) {
        return channel.platform().equals(PLATFORM) && channel.id().startsWith(name + "/");
    }

    /** As one who draws: the operator gave the key out for this, so that no role is asked for. */
    Member drawing() {
        return new Member(user(), name, true);
    }

    /** As one who keeps avatars: in a community of people, only those that came by this key are changed by it. */
    public Member keeping() {
        return new Member(user(), name, community.platform().equals(PLATFORM));
    }
}
