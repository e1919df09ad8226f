package dev.limner.telegram.event;

import dev.limner.chat.ChatEvent.ButtonPressed;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatListener;
import dev.limner.chat.Member;
import dev.limner.chat.MessageRef;
import dev.limner.chat.Responder;
import dev.limner.telegram.api.BotApi;
import dev.limner.telegram.inbox.RawUpdate;
import dev.limner.telegram.post.Address;
import dev.limner.telegram.post.ButtonAnswer;
import dev.limner.telegram.post.CallbackData;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Pressed buttons, each of which is answered whatever becomes of it. Thread-safe; blocks. */
final class Buttons {
    private static final String TOO_LATE = "That is somebody else's, or it took too long. Give the command yourself.";

    private final BotApi api;
    private final ChatListener listener;
    private final Members members;
    private final People people;
    private final Guide guide;
    private final Answers answers;
    private final Commands commands;

    Buttons(
            BotApi api,
            ChatListener listener,
            Members members,
            People people,
            Guide guide,
            Answers answers,
            Commands commands) {
        this.api = api;
        this.listener = listener;
        this.members = members;
        this.people = people;
        this.guide = guide;
        this.answers = answers;
        this.commands = commands;
    }

    /** @return null when nothing of it is to be kept */
    @Nullable
    CompletionStage<Void> pressed(CallbackQuery query, RawUpdate raw) throws ChatException {
        MaybeInaccessibleMessage on = query.getMessage();
        User by = query.getFrom();
        if (on == null || by == null || on.getChat() == null || query.getData() == null) {
            new ButtonAnswer(api, query.getId(), NoResponder.INSTANCE).settle();
            return null;
        }
        people.note(by);
        CallbackData data = CallbackData.read(query.getData());
        Address address = on instanceof Message message
                ? Origin.address(message)
                : new Address(on.getChat().getId(), data.topic());
        MessageRef ref = new MessageRef(address.channel(), String.valueOf(on.getMessageId()));
        Members.Standing standing = members.of(by, address);
        Member member = standing.member();
        String key = "press " + query.getId();
        Responder inChat =
                answers.to(address, ref, member.user().id(), Commands.Said.telling(address, key, raw.again()));
        ButtonAnswer answer = new ButtonAnswer(api, query.getId(), inChat);
        if (!standing.known()) {
            answer.alert(Members.UNKNOWN);
            return null;
        }
        if (!data.button().startsWith(Guide.PREFIX)) {
            return told(new ButtonPressed(address.place(), member, ref, data.button(), answer), answer);
        }
        if (on instanceof Message message) {
            return guided(
                    new Commands.Said(message, address, standing, key, raw.id(), raw.again()), data.button(), answer);
        }
        answer.alert(TOO_LATE);
        return null;
    }

    private CompletionStage<Void> told(ButtonPressed event, ButtonAnswer answer) {
        try {
            return listener.onEvent(event).whenComplete((nothing, fault) -> answer.settle());
        } catch (RuntimeException e) {
            answer.settle();
            throw e;
        }
    }

    private @Nullable CompletionStage<Void> guided(Commands.Said said, String button, ButtonAnswer answer)
            throws ChatException {
        Guide.Given again = commands.again(said);
        if (again != null) {
            answer.settle();
            return commands.complete(said, again);
        }
        Optional<Guide.Given> given;
        try {
            given = guide.pressed(said, button);
        } catch (Talks.NotYours e) {
            answer.alert(TOO_LATE);
            return null;
        } finally {
            answer.settle();
        }
        return given.isPresent() ? commands.complete(said, given.get()) : null;
    }
}
