package dev.limner.character;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.Member;
import dev.limner.chat.Place;
import dev.limner.chat.PlatformId;
import dev.limner.chat.UserRef;
import dev.limner.input.RefusedException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A community, a channel in it, a thread under the channel, and the people there. */
final class Fixtures {
    static final PlatformId PLATFORM = new PlatformId("test");
    static final CommunityRef COMMUNITY = new CommunityRef(PLATFORM, "community");
    static final Place CHANNEL = new Place(new ChannelRef(PLATFORM, "channel"), null, COMMUNITY);
    static final Place THREAD = new Place(new ChannelRef(PLATFORM, "thread"), CHANNEL.channel(), COMMUNITY);
    static final Place ELSEWHERE = new Place(new ChannelRef(PLATFORM, "elsewhere"), null, COMMUNITY);
    static final Member JO = member("jo", false);
    static final Member SAM = member("sam", false);
    static final Member MODERATOR = member("mo", true);

    /** Refuses what names an avatar "unknown". */
    static final TagCheck TAGS = (text, community, by) -> {
        if (text.contains(":unknown:")) {
            throw new RefusedException("There is no avatar \"unknown\". Take one of /avatar list.");
        }
    };

    private Fixtures() {}

    private static Member member(String id, boolean moderator) {
        return new Member(new UserRef(PLATFORM, id), id, moderator);
    }

    static void assertRefused(ThrowingCallable call, String... parts) {
        assertThatThrownBy(call).isInstanceOf(RefusedException.class).hasMessageContainingAll(parts);
    }
}
