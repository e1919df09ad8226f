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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.IMentionable;
import net.dv8tion.jda.api.entities.Mentions;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageType;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import org.jspecify.annotations.Nullable;

/** Discord's entities in the words of the chat port. Pure. */
final class Ids {
    /** Discord's documentation, "Message Formatting". */
    private static final Pattern MENTION = Pattern.compile("<(?:@[!&]?|#)([0-9]{1,20})>");

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
        return names(message.getMentions());
    }

    private static Map<String, String> names(Mentions mentioned) {
        Map<String, String> names = new HashMap<>();
        mentioned.getUsers().forEach(user -> put(names, user, user.getEffectiveName()));
        mentioned.getMembers().forEach(member -> put(names, member, member.getEffectiveName()));
        mentioned.getRoles().forEach(role -> put(names, role, role.getName()));
        mentioned.getChannels().forEach(channel -> put(names, channel, channel.getName()));
        return names;
    }

    /**
     * What was typed into an option, with names where Discord's client put mentions. A name is no markup: one that looks
     * like a tag must not become one in the words of whoever mentions its bearer.
     *
     * @param server where it was typed; its roles and channels are known, whether or not the option brings them along
     */
    static String withNames(OptionMapping option, @Nullable Guild server) {
        Map<String, String> names = names(option.getMentions());
        return MENTION.matcher(option.getAsString()).replaceAll(mention -> {
            String id = mention.group(1);
            String name = names.containsKey(id) || server == null ? names.get(id) : nameIn(server, id);
            return Matcher.quoteReplacement(
                    name == null
                            ? mention.group()
                            : name.replaceAll("[<>]", " ").strip());
        });
    }

    /** Of a role or channel; null where it has none of that id. */
    private static @Nullable String nameIn(Guild server, String id) {
        OptionalLong known = snowflake(id);
        if (known.isEmpty()) {
            return null;
        }
        Role role = server.getRoleById(known.getAsLong());
        GuildChannel channel = server.getGuildChannelById(known.getAsLong());
        return role != null ? role.getName() : channel != null ? channel.getName() : null;
    }

    private static void put(Map<String, String> names, IMentionable mentioned, @Nullable String name) {
        if (name != null) {
            names.put(mentioned.getId(), name);
        }
    }
}
