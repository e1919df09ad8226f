package dev.limner.telegram.post;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatException.Kind;
import dev.limner.chat.MessageEditor;
import dev.limner.chat.MessageRef;
import dev.limner.chat.PlannedMessage;
import dev.limner.telegram.api.BotApi;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Messages of ours: sent, edited, deleted. Telegram has no key by which a repeated message would be known, so one whose
 * answer was lost may stand twice after it was tried again. Thread-safe; blocks.
 */
public final class Posts implements MessageEditor {
    private final BotApi api;

    public Posts(BotApi api) {
        this.api = api;
    }

    public MessageRef send(ChannelRef to, PlannedMessage message) throws ChatException {
        return send(to, message, message.replyTo());
    }

    /** @param replyTo answered if it still stands; a message of another chat is not */
    public MessageRef send(ChannelRef to, PlannedMessage message, @Nullable MessageRef replyTo) throws ChatException {
        return sent(Address.of(to), address -> send(new NativeMessage(address, message, replyTo)));
    }

    /** Sends something. */
    public interface Sending {
        Message to(Address address) throws ChatException;
    }

    /** Sends to a chat, or to where it went on, as what is told of the move may still be on its way. */
    public MessageRef sent(Address address, Sending sending) throws ChatException {
        Address actual = address;
        Message sent;
        try {
            sent = sending.to(actual);
        } catch (ChatException e) {
            OptionalLong moved = api.movedTo(address.chat());
            if (e.kind() != Kind.GONE || moved.isEmpty()) {
                throw e;
            }
            actual = new Address(moved.getAsLong(), null);
            sent = sending.to(actual);
        }
        return new MessageRef(actual.channel(), String.valueOf(sent.getMessageId()));
    }

    private Message send(NativeMessage message) throws ChatException {
        if (!message.hasFile()) {
            return api.call(message.address().chatId(), message.text());
        }
        if (message.isPhoto()) {
            try {
                return api.send(message.photo());
            } catch (ChatException e) {
                if (!isAboutThePhoto(e)) {
                    throw e;
                }
            }
        }
        return api.send(message.document());
    }

    /** Telegram knows rules for photos that it does not tell. */
    private static boolean isAboutThePhoto(ChatException e) {
        String said = String.valueOf(e.getMessage()).toUpperCase(Locale.ROOT);
        return e.kind() == Kind.REFUSED && (said.contains("PHOTO") || said.contains("IMAGE_PROCESS"));
    }

    @Override
    public void edit(MessageRef message, PlannedMessage replacement) throws ChatException {
        NativeMessage edited = new NativeMessage(Address.of(message.channel()), replacement);
        try {
            if (edited.hasFile()) {
                api.edit(edited.inPlaceOfFile(number(message)));
            } else {
                editText(edited, number(message));
            }
        } catch (ChatException e) {
            if (!says(e, "message is not modified")) {
                throw e;
            }
        }
    }

    private void editText(NativeMessage edited, int number) throws ChatException {
        String chat = edited.address().chatId();
        try {
            api.call(chat, edited.inPlaceOfText(number));
        } catch (ChatException e) {
            if (!says(e, "there is no text in the message")) {
                throw e;
            }
            api.call(chat, edited.inPlaceOfCaption(number));
        }
    }

    @Override
    public void delete(MessageRef message) throws ChatException {
        String chat = Address.of(message.channel()).chatId();
        try {
            api.call(
                    chat,
                    DeleteMessage.builder()
                            .chatId(chat)
                            .messageId(number(message))
                            .build());
        } catch (ChatException e) {
            if (e.kind() != Kind.GONE) {
                throw e;
            }
        }
    }

    private static boolean says(ChatException e, String words) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains(words);
    }

    private static int number(MessageRef message) throws ChatException {
        try {
            return Integer.parseInt(message.id());
        } catch (NumberFormatException e) {
            throw new ChatException(Kind.GONE, "no message of Telegram: " + message.id());
        }
    }
}
