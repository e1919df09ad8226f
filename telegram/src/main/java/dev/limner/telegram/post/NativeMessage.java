package dev.limner.telegram.post;

import dev.limner.chat.Attachment;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatException.Kind;
import dev.limner.chat.MessageRef;
import dev.limner.chat.PlannedMessage;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageCaption;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageMedia;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaDocument;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaPhoto;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** A message of ours as the methods of the Bot API take it. Reads its file, and does nothing else. */
record NativeMessage(
        Address address, PlannedMessage message, @Nullable MessageRef replyTo) {
    private static final int TEXT = 4096;
    private static final int CAPTION = 1024;

    /** One that takes the place of another. */
    NativeMessage(Address address, PlannedMessage message) {
        this(address, message, null);
    }

    boolean hasFile() {
        return !message.attachments().isEmpty();
    }

    /** Whether its file may be shown as a photo. */
    boolean isPhoto() throws ChatException {
        Attachment file = attachment();
        try (InputStream in = open()) {
            return PhotoRules.allow(file.mediaType(), file.content().size(), in);
        } catch (IOException e) {
            return false;
        }
    }

    SendMessage text() {
        return SendMessage.builder()
                .chatId(address.chatId())
                .messageThreadId(address.topic())
                .text(Wording.quiet(message.text(), TEXT))
                .linkPreviewOptions(noPreview())
                .replyParameters(reply())
                .replyMarkup(keyboard())
                .build();
    }

    SendPhoto photo() throws ChatException {
        return SendPhoto.builder()
                .chatId(address.chatId())
                .messageThreadId(address.topic())
                .photo(new InputFile(open(), attachment().fileName()))
                .caption(caption())
                .hasSpoiler(attachment().spoiler() ? Boolean.TRUE : null)
                .replyParameters(reply())
                .replyMarkup(keyboard())
                .build();
    }

    SendDocument document() throws ChatException {
        return SendDocument.builder()
                .chatId(address.chatId())
                .messageThreadId(address.topic())
                .document(new InputFile(open(), documentName()))
                .disableContentTypeDetection(true)
                .caption(caption())
                .replyParameters(reply())
                .replyMarkup(keyboard())
                .build();
    }

    EditMessageText inPlaceOfText(int number) {
        return EditMessageText.builder()
                .chatId(address.chatId())
                .messageId(number)
                .text(Wording.quiet(message.text(), TEXT))
                .linkPreviewOptions(noPreview())
                .replyMarkup(keyboard())
                .build();
    }

    EditMessageCaption inPlaceOfCaption(int number) {
        return EditMessageCaption.builder()
                .chatId(address.chatId())
                .messageId(number)
                .caption(caption())
                .replyMarkup(keyboard())
                .build();
    }

    EditMessageMedia inPlaceOfFile(int number) throws ChatException {
        var media = isPhoto()
                ? InputMediaPhoto.builder()
                        .media(open(), attachment().fileName())
                        .caption(caption())
                        .hasSpoiler(attachment().spoiler())
                        .build()
                : InputMediaDocument.builder()
                        .media(open(), documentName())
                        .caption(caption())
                        .build();
        return EditMessageMedia.builder()
                .chatId(address.chatId())
                .messageId(number)
                .media(media)
                .replyMarkup(keyboard())
                .build();
    }

    /** An album takes no keyboard, so there is one file at most. */
    private Attachment attachment() {
        return message.attachments().get(0);
    }

    /** A document cannot be covered: its name says that it is a spoiler, as on platforms that have no other way. */
    private String documentName() {
        Attachment file = attachment();
        return file.spoiler() ? "SPOILER_" + file.fileName() : file.fileName();
    }

    private InputStream open() throws ChatException {
        Attachment file = attachment();
        try {
            return file.content().open();
        } catch (IOException e) {
            throw new ChatException(Kind.REFUSED, file.fileName() + " cannot be read", false, null, e);
        }
    }

    private @Nullable String caption() {
        return message.text().isEmpty() ? null : Wording.quiet(message.text(), CAPTION);
    }

    private static LinkPreviewOptions noPreview() {
        return LinkPreviewOptions.builder().isDisabled(true).build();
    }

    private @Nullable InlineKeyboardMarkup keyboard() {
        return message.buttons().isEmpty() ? null : Keyboards.of(message.buttons(), address.topic());
    }

    private @Nullable ReplyParameters reply() {
        if (replyTo == null || !replyTo.id().matches("\\d{1,9}") || !isHere(replyTo.channel())) {
            return null;
        }
        return ReplyParameters.builder()
                .messageId(Integer.valueOf(replyTo.id()))
                .allowSendingWithoutReply(true)
                .build();
    }

    private boolean isHere(ChannelRef channel) {
        try {
            return Address.of(channel).equals(address);
        } catch (ChatException e) {
            return false;
        }
    }
}
