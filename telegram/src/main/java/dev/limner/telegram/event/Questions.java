package dev.limner.telegram.event;

import dev.limner.chat.Capabilities;
import dev.limner.chat.ChatException;
import dev.limner.chat.Form;
import dev.limner.chat.MessagePlanner;
import dev.limner.chat.MessageRef;
import dev.limner.chat.OutgoingPost;
import dev.limner.chat.PlannedMessage;
import dev.limner.telegram.api.BotApi;
import dev.limner.telegram.inbox.QuestionStore;
import dev.limner.telegram.post.Address;
import dev.limner.telegram.post.Posts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ForceReplyKeyboard;

/**
 * Questions that are answered by a reply, in place of forms. A question is kept, so that the reply finds it after a
 * restart too. Thread-safe; blocks.
 */
final class Questions {
    private static final int TEXT = 4096;
    /** Room for the words around a text that is to be copied. */
    private static final int COPY = 3500;
    /** Of a question that is answered with what a command needs; whether that is still waited for, its conversation knows. */
    static final String NO_FORM = "";

    private final BotApi api;
    private final Posts posts;
    private final QuestionStore store;
    private final Administrators administrators;
    private final MessagePlanner planner = new MessagePlanner();

    Questions(BotApi api, Posts posts, QuestionStore store, Administrators administrators) {
        this.api = api;
        this.posts = posts;
        this.store = store;
        this.administrators = administrators;
    }

    /** What is to stand above a question that has no room for what it may begin as; empty where it has. */
    List<PlannedMessage> above(Form form, Capabilities limits) {
        return form.value().length() > COPY
                ? planner.plan(OutgoingPost.text(form.value()), limits).messages()
                : List.of();
    }

    /** Asks for a text that may begin as a given one, which is shown so that a touch copies it. */
    void ask(Address address, String person, @Nullable MessageRef about, Form form) throws ChatException {
        String before = form.title() + ": reply to this message with what it shall be. ";
        String value = form.value();
        if (value.length() > COPY) {
            value = "";
            before += "What it is now stands above.";
        } else if (!value.isEmpty()) {
            before += "A touch copies what it is now:\n";
        }
        MessageRef asking = post(address, about, before, value, form.label());
        keep(asking, person, form.id());
    }

    /** Asks for what a command needs. @return the message that asks */
    MessageRef ask(Who who, @Nullable MessageRef about, String question, String hint) throws ChatException {
        MessageRef asking = post(who.address(), about, question, "", hint);
        keep(asking, who.person(), NO_FORM);
        return asking;
    }

    private void keep(MessageRef asking, String person, String form) throws ChatException {
        store.put(
                Address.of(asking.channel()).chat(),
                Integer.parseInt(asking.id()),
                new QuestionStore.Asked(person, form));
    }

    private MessageRef post(Address address, @Nullable MessageRef about, String before, String value, String hint)
            throws ChatException {
        String text = before + value;
        if (text.length() > TEXT) {
            throw new IllegalArgumentException("a question of " + text.length());
        }
        List<MessageEntity> entities = value.isEmpty()
                ? List.of()
                : List.of(MessageEntity.builder()
                        .type("pre")
                        .offset(before.length())
                        .length(value.length())
                        .build());
        ForceReplyKeyboard markup = ForceReplyKeyboard.builder()
                .forceReply(true)
                .selective(true)
                .inputFieldPlaceholder(hint.isEmpty() ? null : shortened(hint))
                .build();
        return posts.sent(
                address,
                actual -> api.call(
                        actual.chatId(),
                        SendMessage.builder()
                                .chatId(actual.chatId())
                                .messageThreadId(actual.topic())
                                .text(text)
                                .entities(entities)
                                .replyParameters(about == null ? null : replyTo(about))
                                .replyMarkup(markup)
                                .build()));
    }

    /** "1-64 characters" (Bot API, "ForceReply"). */
    private static String shortened(String hint) {
        return hint.length() <= 64 ? hint : hint.substring(0, 60) + " ...";
    }

    private static ReplyParameters replyTo(MessageRef message) {
        return ReplyParameters.builder()
                .messageId(Integer.valueOf(message.id()))
                .allowSendingWithoutReply(true)
                .build();
    }

    /**
     * The form that a reply answers, or {@link #NO_FORM}; one may answer again, as one may press a button again. Whoever
     * writes in the name of the group pressed the button that led to it under their own account, which their reply does not
     * tell.
     */
    Optional<String> find(Who who, int message) {
        return store.find(who.address().chat(), message)
                .filter(asked -> asked.person().equals(who.person())
                        || (who.isTheGroup()
                                && administrators.mayBeAnonymous(who.address().chat(), asked.person())))
                .map(QuestionStore.Asked::form);
    }

    /** A group goes on under another number. */
    void moved(long from, long to) {
        store.move(from, to);
    }
}
