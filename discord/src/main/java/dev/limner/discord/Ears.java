package dev.limner.discord;

import dev.limner.chat.Author;
import dev.limner.chat.ChatEvent;
import dev.limner.chat.ChatEvent.MessageEdited;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.chat.ChatListener;
import java.util.concurrent.RejectedExecutionException;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.message.MessageUpdateEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
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
        if (!event.isFromGuild() || !isStory(message) || isEmpty(message)) {
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
    public void onRawGateway(RawGatewayEvent event) {
        Deletions.of(event.getType(), event.getPayload()).forEach(this::hand);
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

    /** What bots write is none, and ours least of all. */
    private static boolean isStory(Message message) {
        return Ids.isWritten(message) && Ids.author(message).kind() != Author.Kind.BOT;
    }

    /** Nothing is to be seen of it: so it is without the intent. A picture may still get its text by an edit. */
    private static boolean isEmpty(Message message) {
        return message.getContentRaw().isBlank()
                && message.getAttachments().isEmpty()
                && message.getEmbeds().isEmpty()
                && message.getStickers().isEmpty();
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
