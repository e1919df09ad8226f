package dev.limner.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;

/** What keeps the bot from following a story and posting its pictures, in words for the people there. Pure. */
final class Hindrances {
    private final boolean readsContent;

    Hindrances(boolean readsContent) {
        this.readsContent = readsContent;
    }

    List<String> in(GuildChannel channel) {
        List<String> found = new ArrayList<>();
        if (!readsContent) {
            found.add("I may not read what is written: whoever runs me turns on Message Content Intent in Discord's"
                    + " developer portal, under Bot, and starts me anew. Until then, \"" + CommandMenu.ILLUSTRATE
                    + "\" in a message's menu and /imagine work.");
        }
        List<Permission> needed = new ArrayList<>(forPosting(channel));
        needed.add(Permission.MESSAGE_HISTORY);
        List<String> missing = missing(channel, needed);
        if (!missing.isEmpty()) {
            found.add("I lack permissions in this channel: give my role " + String.join(", ", missing) + ".");
        }
        return found;
    }

    /** What keeps pictures from being posted; one in answer to a message needs Read Message History besides. */
    Optional<String> toPosting(GuildChannel channel) {
        List<String> missing = missing(channel, forPosting(channel));
        String where = channel.getType().isThread() ? "the channel of this thread" : "this channel";
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("I may not post pictures here, so I draw none: give my role " + String.join(", ", missing)
                        + " in " + where + ", then ask again.");
    }

    private static List<String> missing(GuildChannel channel, List<Permission> needed) {
        return needed.stream()
                .filter(permission -> !channel.getGuild().getSelfMember().hasPermission(channel, permission))
                .map(Permission::getName)
                .toList();
    }

    private static List<Permission> forPosting(GuildChannel channel) {
        List<Permission> needed = new ArrayList<>(List.of(
                Permission.VIEW_CHANNEL,
                channel.getType().isThread() ? Permission.MESSAGE_SEND_IN_THREADS : Permission.MESSAGE_SEND,
                Permission.MESSAGE_ATTACH_FILES));
        if (channel.getType().isAudio()) {
            // without it, Discord denies everything else in the channel
            needed.add(Permission.VOICE_CONNECT);
        }
        return needed;
    }
}
