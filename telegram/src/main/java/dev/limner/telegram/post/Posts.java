package dev.limner.telegram.post;

import dev.limner.chat.Attachment;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatException.Kind;
import dev.limner.chat.MessageEditor;
import dev.limner.chat.MessageRef;
import dev.limner.chat.PlannedMessage;
import dev.limner.telegram.api.BotApi;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageCaption;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageMedia;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaDocument;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaPhoto;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/**
 * Messages of ours: sent, edited, deleted. Telegram has no key by which a repeated message would be known, so one whose
 * answer was lost may stand twice after it was tried again. Thread-safe; blocks.
 */
public final class Posts implements MessageEditor {
    private static final int TEXT = 4096;
    private static final int CAPTION = 1024;

    private final BotApi api;

    public Posts(BotApi api) {
        this.api = api;
    }

    public MessageRef send(ChannelRef to, PlannedMessage message) throws ChatException {
        return send(to, message, message.replyTo());
    }

    /** @param replyTo answered if it still stands; a message of another chat is not */
    public MessageRef send(ChannelRef to, PlannedMessage message, @Nullable MessageRef replyTo) throws ChatException {
        Address address = Address.of(to);
        try {
            return send(address, message, replyTo);
        } catch (ChatException e) {
            OptionalLong moved = api.movedTo(address.chat());
            if (e.kind() != Kind.GONE || moved.isEmpty()) {
                throw e;
            }
            // what is told of the move may still be on its way
            return send(new Address(moved.getAsLong(), null), message, replyTo);
        }
    }

    private MessageRef send(Address address, PlannedMessage message, @Nullable MessageRef replyTo)
            throws ChatException {
        Message sent = message.attachments().isEmpty()
                ? api.call(address.chatId(), text(address, message, replyTo))
                : file(address, message, replyTo);
        return new MessageRef(address.channel(), String.valueOf(sent.getMessageId()));
    }

    private static SendMessage text(Address address, PlannedMessage message, @Nullable MessageRef replyTo) {
        return SendMessage.builder()
                .chatId(address.chatId())
                .messageThreadId(address.topic())
                .text(Wording.quiet(message.text(), TEXT))
                .linkPreviewOptions(noPreview())
                .replyParameters(reply(address, replyTo))
                .replyMarkup(keyboard(message, address))
                .build();
    }

    private Message file(Address address, PlannedMessage message, @Nullable MessageRef replyTo) throws ChatException {
        Attachment attachment = message.attachments().get(0);
        if (asPhoto(attachment)) {
            try {
                return api.send(photo(address, message, replyTo, attachment));
            } catch (ChatException e) {
                if (!isAboutThePhoto(e)) {
                    throw e;
                }
            }
        }
        return api.send(document(address, message, replyTo, attachment));
    }

    /** Telegram knows rules for photos that it does not tell. */
    private static boolean isAboutThePhoto(ChatException e) {
        String said = String.valueOf(e.getMessage()).toUpperCase(Locale.ROOT);
        return e.kind() == Kind.REFUSED && (said.contains("PHOTO") || said.contains("IMAGE_PROCESS"));
    }

    private static SendPhoto photo(
            Address address, PlannedMessage message, @Nullable MessageRef replyTo, Attachment attachment)
            throws ChatException {
        return SendPhoto.builder()
                .chatId(address.chatId())
                .messageThreadId(address.topic())
                .photo(file(attachment))
                .caption(caption(message))
                .hasSpoiler(attachment.spoiler() ? Boolean.TRUE : null)
                .replyParameters(reply(address, replyTo))
                .replyMarkup(keyboard(message, address))
                .build();
    }

    private static SendDocument document(
            Address address, PlannedMessage message, @Nullable MessageRef replyTo, Attachment attachment)
            throws ChatException {
        return SendDocument.builder()
                .chatId(address.chatId())
                .messageThreadId(address.topic())
                .document(new InputFile(open(attachment), documentName(attachment)))
                .disableContentTypeDetection(true)
                .caption(caption(message))
                .replyParameters(reply(address, replyTo))
                .replyMarkup(keyboard(message, address))
                .build();
    }

    /** A document cannot be covered: its name says that it is a spoiler, as on platforms that have no other way. */
    private static String documentName(Attachment attachment) {
        return attachment.spoiler() ? "SPOILER_" + attachment.fileName() : attachment.fileName();
    }

    private static InputFile file(Attachment attachment) throws ChatException {
        return new InputFile(open(attachment), attachment.fileName());
    }

    private static InputStream open(Attachment attachment) throws ChatException {
        try {
            return attachment.content().open();
        } catch (IOException e) {
            throw new ChatException(Kind.REFUSED, attachment.fileName() + " cannot be read", false, null, e);
        }
    }

    private static boolean asPhoto(Attachment attachment) throws ChatException {
        try (InputStream in = open(attachment)) {
            return PhotoRules.allow(attachment.mediaType(), attachment.content().size(), in);
        } catch (IOException e) {
            return false;
        }
    }

    private static @Nullable String caption(PlannedMessage message) {
        return message.text().isEmpty() ? null : Wording.quiet(message.text(), CAPTION);
    }

    private static LinkPreviewOptions noPreview() {
        return LinkPreviewOptions.builder().isDisabled(true).build();
    }

    private static @Nullable InlineKeyboardMarkup keyboard(PlannedMessage message, Address address) {
        return message.buttons().isEmpty() ? null : Keyboards.of(message.buttons(), address.topic());
    }

    private static @Nullable ReplyParameters reply(Address address, @Nullable MessageRef replyTo) {
        if (replyTo == null || !replyTo.id().matches("\\d{1,9}") || !isOf(address, replyTo.channel())) {
            return null;
        }
        return ReplyParameters.builder()
                .messageId(Integer.valueOf(replyTo.id()))
                .allowSendingWithoutReply(true)
                .build();
    }

    private static boolean isOf(Address address, ChannelRef channel) {
        try {
            return Address.of(channel).equals(address);
        } catch (ChatException e) {
            return false;
        }
    }

    @Override
    public void edit(MessageRef message, PlannedMessage replacement) throws ChatException {
        try {
            if (replacement.attachments().isEmpty()) {
                editText(message, replacement);
            } else {
                editFile(message, replacement);
            }
        } catch (ChatException e) {
            if (!says(e, "message is not modified")) {
                throw e;
            }
        }
    }

    private void editText(MessageRef message, PlannedMessage replacement) throws ChatException {
        Address address = Address.of(message.channel());
        String chat = address.chatId();
        try {
            api.call(
                    chat,
                    EditMessageText.builder()
                            .chatId(chat)
                            .messageId(number(message))
                            .text(Wording.quiet(replacement.text(), TEXT))
                            .linkPreviewOptions(noPreview())
                            .replyMarkup(keyboard(replacement, address))
                            .build());
        } catch (ChatException e) {
            if (!says(e, "there is no text in the message")) {
                throw e;
            }
            api.call(
                    chat,
                    EditMessageCaption.builder()
                            .chatId(chat)
                            .messageId(number(message))
                            .caption(caption(replacement))
                            .replyMarkup(keyboard(replacement, address))
                            .build());
        }
    }

    private void editFile(MessageRef message, PlannedMessage replacement) throws ChatException {
        Address address = Address.of(message.channel());
        Attachment attachment = replacement.attachments().get(0);
        var media = asPhoto(attachment)
                ? InputMediaPhoto.builder()
                        .media(open(attachment), attachment.fileName())
                        .caption(caption(replacement))
                        .hasSpoiler(attachment.spoiler())
                        .build()
                : InputMediaDocument.builder()
                        .media(open(attachment), documentName(attachment))
                        .caption(caption(replacement))
                        .build();
        api.edit(EditMessageMedia.builder()
                .chatId(address.chatId())
                .messageId(number(message))
                .media(media)
                .replyMarkup(keyboard(replacement, address))
                .build());
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

    private static Integer number(MessageRef message) throws ChatException {
        try {
            return Integer.valueOf(message.id());
        } catch (NumberFormatException e) {
            throw new ChatException(Kind.GONE, "no message of Telegram: " + message.id());
        }
    }
}
