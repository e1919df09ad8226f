package dev.limner.discord;

import dev.limner.chat.Author;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatEvent;
import dev.limner.chat.ChatEvent.MessageDeleted;
import dev.limner.chat.ChatEvent.MessageEdited;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.chat.ChatListener;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.MessageRef;
import dev.limner.chat.Place;
import java.util.concurrent.RejectedExecutionException;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.events.message.MessageBulkDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.message.MessageUpdateEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears what is written, edited and deleted in servers, and hands it on in the order in which Discord tells it. */
final class Ears extends ListenerAdapter {
    private static final Logger log = LoggerFactory.getLogger(Ears.class);

    private final ChatListener listener;

    Ears(ChatListener listener) {
        this.listener = listener;
    }

    @Override
    public void onMessageReceived(MessageReceivedEvent event) {
        Message message = event.getMessage();
        if (!event.isFromGuild() || !isStory(message) || message.getContentRaw().isBlank()) {
            return;
        }
        hand(posted(message, event.getGuildChannel()));
    }

    /** Discord also tells of an update when it adds a preview of a link; nothing was edited then. */
    @Override
    public void onMessageUpdate(MessageUpdateEvent event) {
        Message message = event.getMessage();
        if (!event.isFromGuild() || !isStory(message) || !message.isEdited()) {
            return;
        }
        GuildChannel channel = event.getGuildChannel();
        hand(new MessageEdited(
                Ids.place(channel),
                Ids.message(channel, message.getIdLong()),
                message.getContentRaw(),
                Ids.mentions(message)));
    }

    @Override
    public void onMessageDelete(MessageDeleteEvent event) {
        if (event.isFromGuild()) {
            deleted(event.getGuildChannel(), event.getMessageIdLong());
        }
    }

    @Override
    public void onMessageBulkDelete(MessageBulkDeleteEvent event) {
        for (String id : event.getMessageIds()) {
            deleted(event.getChannel(), Long.parseUnsignedLong(id));
        }
    }

    /** In an archived thread messages may still be deleted, but JDA keeps no such thread and tells nothing of it. */
    @Override
    public void onRawGateway(RawGatewayEvent event) {
        DataObject told = event.getPayload();
        if (!event.getType().startsWith("MESSAGE_DELETE") || told.isNull("guild_id") || isKnown(event, told)) {
            return;
        }
        ChannelRef channel = Ids.channel(told.getUnsignedLong("channel_id"));
        Place place = new Place(channel, null, new CommunityRef(Discord.ID, told.getString("guild_id")));
        if (told.hasKey("id")) {
            hand(new MessageDeleted(place, new MessageRef(channel, told.getString("id"))));
        } else {
            told.getArray("ids").stream(DataArray::getString)
                    .forEach(id -> hand(new MessageDeleted(place, new MessageRef(channel, id))));
        }
    }

    private static boolean isKnown(RawGatewayEvent event, DataObject told) {
        return event.getJDA().getChannelById(GuildChannel.class, told.getUnsignedLong("channel_id")) != null;
    }

    /** A message as the core hears of it. */
    static MessagePosted posted(Message message, GuildChannel channel) {
        Author author = Ids.author(message);
        return new MessagePosted(
                Ids.place(channel),
                Ids.message(channel, message.getIdLong()),
                author,
                message.getContentRaw(),
                Ids.mentions(message),
                message.getTimeCreated().toInstant(),
                author.kind() == Author.Kind.PERSON);
    }

    private void deleted(GuildChannel channel, long id) {
        MessageRef message = Ids.message(channel, id);
        hand(new MessageDeleted(Ids.place(channel), message));
    }

    /** What bots write is none, and ours least of all. */
    private static boolean isStory(Message message) {
        return Ids.isWritten(message) && Ids.author(message).kind() != Author.Kind.BOT;
    }

    private void hand(ChatEvent event) {
        try {
            var unused = listener.onEvent(event).exceptionally(fault -> {
                notKept(event, fault);
                return null;
            });
        } catch (RuntimeException e) {
            log.error("an event of {} was not taken", event.place().channel(), e);
        }
    }

    private static void notKept(ChatEvent event, Throwable fault) {
        if (fault instanceof RejectedExecutionException) {
            log.warn("an event of {} was not taken: {}", event.place().channel(), fault.getMessage());
        } else {
            log.warn("an event of {} was not kept", event.place().channel(), fault);
        }
    }
}
