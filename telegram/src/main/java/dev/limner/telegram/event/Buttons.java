package dev.limner.telegram.event;

import dev.limner.chat.ChatEvent.ButtonPressed;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatListener;
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
        CallbackData data = CallbackData.read(query.getData());
        Address address = on instanceof Message message
                ? Origin.address(message)
                : new Address(on.getChat().getId(), data.topic());
        MessageRef ref = new MessageRef(address.channel(), String.valueOf(on.getMessageId()));
        String key = "press " + query.getId();
        Responder inChat =
                answers.to(address, ref, Origin.user(by).id(), Commands.Said.telling(address, key, raw.again()));
        ButtonAnswer answer = new ButtonAnswer(api, query.getId(), inChat);
        CompletionStage<Void> following = null;
        try {
            following = follow(new Press(by, on, address, ref, key, raw), data, answer);
            return following;
        } finally {
            if (following == null) {
                answer.settle();
            }
        }
    }

    private record Press(
            User by, MaybeInaccessibleMessage on, Address address, MessageRef ref, String key, RawUpdate raw) {}

    private @Nullable CompletionStage<Void> follow(Press press, CallbackData data, ButtonAnswer answer)
            throws ChatException {
        people.note(press.by());
        Members.Standing standing = members.of(press.by(), press.address());
        if (!standing.known()) {
            answer.alert(Members.UNKNOWN);
            return null;
        }
        if (!data.button().startsWith(Guide.PREFIX)) {
            return listener.onEvent(new ButtonPressed(
                            press.address().place(), standing.member(), press.ref(), data.button(), answer))
                    .whenComplete((nothing, fault) -> answer.settle());
        }
        if (press.on() instanceof Message message) {
            RawUpdate raw = press.raw();
            return guided(
                    new Commands.Said(message, press.address(), standing, press.key(), raw.id(), raw.again()),
                    data.button(),
                    answer);
        }
        answer.alert(TOO_LATE);
        return null;
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
