package dev.limner.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;

/**
 * What keeps the bot from following a story and posting its pictures, in words for the people there. Of a thread
 * the channel that it hangs under tells that, also while the thread sleeps and is known to nobody. Pure.
 */
final class Hindrances {
    private final boolean readsContent;

    Hindrances(boolean readsContent) {
        this.readsContent = readsContent;
    }

    /** @param own empty for a channel that is not known */
    List<String> toFollowing(Optional<GuildChannel> own, boolean inThread) {
        List<String> found = new ArrayList<>();
        if (!readsContent) {
            found.add("I may not read what is written: whoever runs me turns on Message Content Intent in Discord's"
                    + " developer portal, under Bot, and starts me anew. Until then, \"" + CommandMenu.ILLUSTRATE
                    + "\" in a message's menu and /imagine work.");
        }
        List<String> missing = own.map(channel -> missing(
                        channel, Stream.concat(forPosting(channel, inThread), Stream.of(Permission.MESSAGE_HISTORY))))
                .orElse(List.of());
        if (!missing.isEmpty()) {
            found.add("I lack permissions in this channel: give my role " + String.join(", ", missing) + ".");
        }
        return found;
    }

    /**
     * What keeps pictures from being posted; one in answer to a message needs Read Message History besides.
     *
     * @param own empty for a channel that is not known
     */
    Optional<String> toPosting(Optional<GuildChannel> own, boolean inThread) {
        String where = inThread ? "the channel of this thread" : "this channel";
        return own.map(channel -> missing(channel, forPosting(channel, inThread)))
                .filter(missing -> !missing.isEmpty())
                .map(missing -> "I may not post pictures here, so I draw none: give my role "
                        + String.join(", ", missing) + " in " + where + ", then ask again.");
    }

    private static List<String> missing(GuildChannel channel, Stream<Permission> needed) {
        return needed.filter(permission -> !channel.getGuild().getSelfMember().hasPermission(channel, permission))
                .map(Permission::getName)
                .toList();
    }

    private static Stream<Permission> forPosting(GuildChannel channel, boolean inThread) {
        Stream<Permission> everywhere = Stream.of(
                Permission.VIEW_CHANNEL,
                inThread ? Permission.MESSAGE_SEND_IN_THREADS : Permission.MESSAGE_SEND,
                Permission.MESSAGE_ATTACH_FILES);
        // without it, Discord denies everything else in the channel
        return channel.getType().isAudio()
                ? Stream.concat(everywhere, Stream.of(Permission.VOICE_CONNECT))
                : everywhere;
    }
}
