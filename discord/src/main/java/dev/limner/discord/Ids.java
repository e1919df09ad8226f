package dev.limner.discord;

import dev.limner.chat.Author;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.Member;
import dev.limner.chat.MessageRef;
import dev.limner.chat.Place;
import dev.limner.chat.UserRef;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.IMentionable;
import net.dv8tion.jda.api.entities.Mentions;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageType;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import org.jspecify.annotations.Nullable;

/** Discord's entities in the words of the chat port. Pure. */
final class Ids {
    private Ids() {}

    /** A thread or forum post hangs under its channel; categories pass nothing on. */
    static Place place(GuildChannel channel) {
        ChannelRef parent = channel instanceof ThreadChannel thread
                ? channel(thread.getParentChannel().getIdLong())
                : null;
        return new Place(
                channel(channel.getIdLong()),
                parent,
                new CommunityRef(Discord.ID, channel.getGuild().getId()));
    }

    static ChannelRef channel(long id) {
        return new ChannelRef(Discord.ID, Long.toUnsignedString(id));
    }

    static MessageRef message(Channel channel, long id) {
        return new MessageRef(channel(channel.getIdLong()), Long.toUnsignedString(id));
    }

    static UserRef user(User user) {
        return new UserRef(Discord.ID, user.getId());
    }

    /** Empty for what is no id of Discord. */
    static OptionalLong snowflake(String id) {
        try {
            return OptionalLong.of(Long.parseUnsignedLong(id));
        } catch (NumberFormatException notOne) {
            return OptionalLong.empty();
        }
    }

    /** Whoever may manage the channel or the server is a moderator there. */
    static Member member(net.dv8tion.jda.api.entities.Member member, GuildChannel channel) {
        boolean moderator = member.hasPermission(channel, Permission.MANAGE_CHANNEL)
                || member.hasPermission(Permission.MANAGE_SERVER);
        return new Member(
                user(member.getUser()),
                member.getEffectiveName(),
                moderator,
                member.getRoles().stream().map(Role::getName).collect(Collectors.toUnmodifiableSet()));
    }

    static Author author(Message message) {
        User user = message.getAuthor();
        net.dv8tion.jda.api.entities.Member member = message.getMember();
        String name = member == null ? user.getEffectiveName() : member.getEffectiveName();
        if (isProxy(message)) {
            return new Author(Author.Kind.PROXY, null, user.getName());
        }
        return new Author(user.isBot() ? Author.Kind.BOT : Author.Kind.PERSON, user(user), name);
    }

    /** Whether a message is of the kinds that people and proxies write; others are notices of Discord's own. */
    static boolean isWritten(Message message) {
        return message.getType() == MessageType.DEFAULT || message.getType() == MessageType.INLINE_REPLY;
    }

    /**
     * A webhook's post is a proxy's, except where a bot answers an interaction: Discord sends that through a webhook, too,
     * whose id is the application's.
     */
    private static boolean isProxy(Message message) {
        return message.isWebhookMessage()
                && message.getInteractionMetadata() == null
                && message.getAuthor().getIdLong() != message.getApplicationIdLong();
    }

    /** Display names by the id that stands in the text. */
    static Map<String, String> mentions(Message message) {
        Mentions mentioned = message.getMentions();
        Map<String, String> names = new HashMap<>();
        mentioned.getUsers().forEach(user -> put(names, user, user.getEffectiveName()));
        mentioned.getMembers().forEach(member -> put(names, member, member.getEffectiveName()));
        mentioned.getRoles().forEach(role -> put(names, role, role.getName()));
        mentioned.getChannels().forEach(channel -> put(names, channel, channel.getName()));
        return names;
    }

    private static void put(Map<String, String> names, IMentionable mentioned, @Nullable String name) {
        if (name != null) {
            names.put(mentioned.getId(), name);
        }
    }
}
