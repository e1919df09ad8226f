package dev.limner.telegram.event;

import dev.limner.chat.Author;
import dev.limner.chat.Member;
import dev.limner.chat.MessageRef;
import dev.limner.chat.UserRef;
import dev.limner.telegram.post.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.ExternalReplyInfo;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Where a message stands and who wrote it, as far as Telegram tells. Pure. */
final class Origin {
    private static final int GENERAL = 1;
    /** Before a chat's number where an account's would stand. */
    private static final String CHAT = "chat:";

    private Origin() {}

    /**
     * A thread's number means a topic only where the message says so: in other groups it names a chain of replies, and in
     * the General topic it cannot be sent to.
     */
    static Address address(Message message) {
        Integer thread = message.getMessageThreadId();
        boolean topic = message.isTopicMessage() && thread != null && thread != GENERAL;
        return new Address(message.getChat().getId(), topic ? thread : null);
    }

    static MessageRef ref(Message message) {
        return new MessageRef(address(message).channel(), String.valueOf(message.getMessageId()));
    }

    /** The message that this one answers; every message of a topic seems to answer the one that opened it. */
    static @Nullable Message repliedTo(Message message) {
        Message replied = message.getReplyToMessage();
        boolean opener = replied != null
                && message.isTopicMessage()
                && replied.getMessageId() != null
                && replied.getMessageId().equals(message.getMessageThreadId());
        return opener ? null : replied;
    }

    /**
     * What a command is about: the message that it answers, also one of another chat or topic, of which this channel knows
     * nothing. Null only where it answers none, since then it may be about everything.
     */
    static @Nullable MessageRef about(Message message) {
        Message replied = repliedTo(message);
        if (replied != null) {
            return new MessageRef(address(message).channel(), String.valueOf(replied.getMessageId()));
        }
        ExternalReplyInfo elsewhere = message.getExternalReplyInfo();
        if (elsewhere == null) {
            return null;
        }
        long chat = elsewhere.getChat() == null ? 0 : elsewhere.getChat().getId();
        return new MessageRef(new Address(chat, null).channel(), String.valueOf(elsewhere.getMessageId()));
    }

    /** Text or caption; empty for neither. */
    static String text(Message message) {
        String text = message.getText();
        if (text != null) {
            return text;
        }
        return message.getCaption() == null ? "" : message.getCaption();
    }

    /** Whether words may be put under it later, or taken away, by an edit. */
    static boolean mayHaveCaption(Message message) {
        return message.hasPhoto()
                || message.hasVideo()
                || message.hasAnimation()
                || message.hasDocument()
                || message.hasAudio()
                || message.hasVoice();
    }

    /**
     * Whether a person chose to say it here: no inline bot's text, no post that a linked channel forwards by itself, and
     * nothing that another bot writes, with which there would be no end of answers.
     */
    static boolean isOfPerson(Message message) {
        User from = message.getFrom();
        boolean bot = from != null && Boolean.TRUE.equals(from.getIsBot()) && message.getSenderChat() == null;
        return !bot && message.getViaBot() == null && !Boolean.TRUE.equals(message.getIsAutomaticForward());
    }

    static Author author(Message message) {
        Chat channel = message.getSenderChat();
        if (message.getViaBot() != null) {
            // an inline bot's words, whoever chose them
            return new Author(Author.Kind.BOT, null, name(message.getViaBot()));
        }
        if (channel != null) {
            return authorWithoutAccount(message, channel);
        }
        User from = message.getFrom();
        if (from == null) {
            return new Author(Author.Kind.BOT, null, "somebody");
        }
        boolean bot = Boolean.TRUE.equals(from.getIsBot());
        return new Author(bot ? Author.Kind.BOT : Author.Kind.PERSON, bot ? null : user(from), name(from));
    }

    private static Author authorWithoutAccount(Message message, Chat channel) {
        if (isAnonymousAdministrator(message)) {
            String title = message.getAuthorSignature();
            return new Author(Author.Kind.PERSON, null, title == null || title.isBlank() ? title(channel) : title);
        }
        // the linked channel's posts are announcements; else somebody writes under the name of a channel of theirs
        boolean announcement = Boolean.TRUE.equals(message.getIsAutomaticForward());
        return new Author(announcement ? Author.Kind.BOT : Author.Kind.PROXY, null, title(channel));
    }

    /** Writes in the name of the group itself. */
    static boolean isAnonymousAdministrator(Message message) {
        Chat sender = message.getSenderChat();
        return sender != null && sender.getId().equals(message.getChat().getId());
    }

    /** Whoever gives a command in the name of a chat is known by that chat only, and so are all who do the same. */
    static Member inTheNameOf(Chat chat, boolean moderator) {
        return new Member(new UserRef(Address.ID, chat(chat.getId())), title(chat), moderator);
    }

    /** How whoever writes in the name of a chat is known. */
    static String chat(long number) {
        return CHAT + number;
    }

    /** Whether it is whoever writes in the name of a chat. */
    static boolean isChat(String person) {
        return person.startsWith(CHAT);
    }

    static UserRef user(User user) {
        return new UserRef(Address.ID, String.valueOf(user.getId()));
    }

    static String name(User user) {
        String name = String.join(
                        " ",
                        List.of(
                                user.getFirstName() == null ? "" : user.getFirstName(),
                                user.getLastName() == null ? "" : user.getLastName()))
                .strip();
        return name.isEmpty() ? "somebody" : name;
    }

    private static String title(Chat chat) {
        return chat.getTitle() == null || chat.getTitle().isBlank() ? "somebody" : chat.getTitle();
    }
}
