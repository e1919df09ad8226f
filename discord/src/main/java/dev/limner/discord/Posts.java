package dev.limner.discord;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatException.Kind;
import dev.limner.chat.MessageEditor;
import dev.limner.chat.MessageLookup;
import dev.limner.chat.MessageRef;
import dev.limner.chat.PlannedMessage;
import java.util.Set;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** Posts, changes and finds messages. Thread-safe; blocks, also while Discord's limits ask for patience. */
final class Posts implements MessageEditor, MessageLookup {
    private final Shards shards;

    Posts(Shards shards) {
        this.shards = shards;
    }

    MessageRef send(ChannelRef to, PlannedMessage message) throws ChatException {
        long channel = idOf(to);
        DataObject answer = create(shards.of(channel), Long.toUnsignedString(channel), message);
        return new MessageRef(to, answer.getString("id"));
    }

    /** @return the message as Discord shows it */
    static DataObject create(JDA jda, String channel, PlannedMessage message) throws ChatException {
        try (MessageCreateData data = NativeMessages.created(message)) {
            if (data.getContent().isBlank() && data.getFiles().isEmpty()) {
                throw new ChatException(Kind.REFUSED, "Discord takes no empty message");
            }
            DataObject body = data.toData();
            String nonce = message.nonce();
            if (nonce != null) {
                body.put("nonce", nonce).put("enforce_nonce", true);
            }
            MessageRef replyTo = message.replyTo();
            if (replyTo != null) {
                // what it answers may have been deleted meanwhile; then it stands for itself
                body.put(
                        "message_reference",
                        DataObject.empty().put("message_id", replyTo.id()).put("fail_if_not_exists", false));
            }
            return Requests.send(jda, Route.Messages.SEND_MESSAGE.compile(channel), body, data.getAllDistinctFiles());
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw Failures.of(e);
        }
    }

    @Override
    public void edit(MessageRef message, PlannedMessage replacement) throws ChatException {
        long channel = idOf(message.channel());
        try (MessageEditData data = NativeMessages.edited(replacement)) {
            Requests.send(
                    shards.of(channel),
                    Route.Messages.EDIT_MESSAGE.compile(Long.toUnsignedString(channel), message.id()),
                    data.toData(),
                    data.getAllDistinctFiles());
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw Failures.of(e);
        }
    }

    @Override
    public void delete(MessageRef message) throws ChatException {
        long channel = idOf(message.channel());
        try {
            Requests.send(
                    shards.of(channel),
                    Route.Messages.DELETE_MESSAGE.compile(Long.toUnsignedString(channel), message.id()));
        } catch (ChatException e) {
            if (e.kind() != Kind.GONE) {
                throw e;
            }
        }
    }

    @Override
    public boolean stands(MessageRef message) throws ChatException {
        long channel = idOf(message.channel());
        try {
            Requests.send(
                    shards.of(channel),
                    Route.Messages.GET_MESSAGE.compile(Long.toUnsignedString(channel), message.id()));
            return true;
        } catch (ChatException e) {
            if (e.kind() == Kind.GONE) {
                return false;
            }
            throw e;
        }
    }

    private static long idOf(ChannelRef channel) throws ChatException {
        return Ids.snowflake(channel.id())
                .orElseThrow(() -> new ChatException(Kind.GONE, "there is no channel " + channel.id()));
    }

    /** Reaches a person by a direct message. */
    void tell(String user, PlannedMessage message) throws ChatException {
        DataObject opened = Requests.send(
                shards.any(),
                Route.Self.CREATE_PRIVATE_CHANNEL.compile(),
                DataObject.empty().put("recipient_id", user),
                Set.of());
        create(shards.any(), opened.getString("id"), message);
    }
}
