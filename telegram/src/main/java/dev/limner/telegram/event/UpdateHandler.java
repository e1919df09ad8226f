package dev.limner.telegram.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatEvent.ChannelMoved;
import dev.limner.chat.ChatEvent.CommunityLeft;
import dev.limner.chat.ChatEvent.FormSubmitted;
import dev.limner.chat.ChatEvent.MessageEdited;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatListener;
import dev.limner.chat.Place;
import dev.limner.telegram.inbox.ConversationStore;
import dev.limner.telegram.inbox.RawUpdate;
import dev.limner.telegram.post.Address;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** What one update says to the core. Blocks while Telegram is asked for what an update does not tell. Thread-safe. */
public final class UpdateHandler {
    private static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);

    private final ObjectMapper json =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    private final ChatListener listener;
    private final Administrators administrators;
    private final Members members;
    private final People people;
    private final Questions questions;
    private final ConversationStore conversations;
    private final Guide guide;
    private final Answers answers;
    private final Commands commands;
    private final Buttons buttons;

    UpdateHandler(
            ChatListener listener,
            Administrators administrators,
            Members members,
            People people,
            Questions questions,
            ConversationStore conversations,
            Guide guide,
            Answers answers,
            Commands commands,
            Buttons buttons) {
        this.listener = listener;
        this.administrators = administrators;
        this.members = members;
        this.people = people;
        this.questions = questions;
        this.conversations = conversations;
        this.guide = guide;
        this.answers = answers;
        this.commands = commands;
        this.buttons = buttons;
    }

    /**
     * The chat whose other updates it stands in one order with.
     *
     * @return a chat of number 0 where it has none
     */
    public ChannelRef lane(RawUpdate update) {
        try {
            var tree = json.readTree(update.body());
            for (String kind : new String[] {"message", "edited_message", "my_chat_member", "chat_member"}) {
                if (tree.path(kind).path("chat").path("id").canConvertToLong()) {
                    return new Address(tree.path(kind).path("chat").path("id").asLong(), null).group();
                }
            }
            return new Address(
                            tree.path("callback_query")
                                    .path("message")
                                    .path("chat")
                                    .path("id")
                                    .asLong(0),
                            null)
                    .group();
        } catch (JsonProcessingException e) {
            return new Address(0, null).group();
        }
    }

    /** Whether what comes after it has to wait until it is done, since it changes where things belong. */
    public boolean isMove(RawUpdate update) {
        if (!update.body().contains("\"migrate_")) {
            return false;
        }
        try {
            // a message that answers one which tells of a move is none itself
            var message = json.readTree(update.body()).path("message");
            return message.hasNonNull("migrate_to_chat_id") || message.hasNonNull("migrate_from_chat_id");
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /**
     * @return done when what it asked to keep is kept
     * @throws JsonProcessingException when it cannot be read, now or later
     */
    public CompletionStage<Void> handle(RawUpdate raw) throws JsonProcessingException, ChatException {
        Update update = json.readValue(raw.body(), Update.class);
        if (update.getMessage() != null) {
            return orDone(posted(update.getMessage(), raw));
        } else if (update.getEditedMessage() != null) {
            return orDone(edited(update.getEditedMessage()));
        } else if (update.getCallbackQuery() != null) {
            return orDone(buttons.pressed(update.getCallbackQuery(), raw));
        } else if (update.getChatMember() != null) {
            administrators.changed(update.getChatMember().getChat().getId());
        } else if (update.getMyChatMember() != null) {
            return changed(update.getMyChatMember());
        }
        return DONE;
    }

    /** The bot was added, given or denied something, or taken out; the last also where a supergroup is deleted. */
    private CompletionStage<Void> changed(ChatMemberUpdated change) {
        long chat = change.getChat().getId();
        administrators.changed(chat);
        boolean isOut = Bot.isOut(change.getNewChatMember());
        return isOut
                ? listener.onEvent(
                        new CommunityLeft(new Address(chat, null).place().community()))
                : DONE;
    }

    private static CompletionStage<Void> orDone(@Nullable CompletionStage<Void> stage) {
        return stage == null ? DONE : stage;
    }

    private @Nullable CompletionStage<Void> posted(Message message, RawUpdate raw) throws ChatException {
        Chat chat = message.getChat();
        if (chat.isChannelChat()) {
            return null;
        }
        people.note(message.getFrom());
        if (message.getMigrateToChatId() != null) {
            return moved(chat.getId(), message.getMigrateToChatId());
        }
        if (message.getMigrateFromChatId() != null) {
            return moved(message.getMigrateFromChatId(), chat.getId());
        }
        String text = Origin.text(message);
        if (Origin.isOfPerson(message) && asksForSomething(message, text)) {
            Commands.Said said = new Commands.Said(
                    message,
                    Origin.address(message),
                    members.of(message),
                    "message " + message.getMessageId(),
                    raw.id(),
                    raw.again());
            if (Commands.isCommand(text)) {
                return commands.given(said, text);
            }
            Guide.Given whole = commands.endsWith(said);
            if (whole != null) {
                return orDone(commands.complete(said, whole));
            }
            CompletionStage<Void> answered = replied(said, text);
            if (answered != null) {
                return answered;
            }
        }
        return text.isBlank() && !Origin.mayHaveCaption(message) ? null : story(message, text);
    }

    /** Asking who moderates takes a call, which an ordinary message is to do without. */
    private static boolean asksForSomething(Message message, String text) {
        return Commands.isCommand(text) || Photos.hasPicture(message) || Origin.repliedTo(message) != null;
    }

    private CompletionStage<Void> story(Message message, String text) {
        return listener.onEvent(new MessagePosted(
                Origin.address(message).place(),
                Origin.ref(message),
                Origin.author(message),
                text,
                people.mentionsIn(message),
                Instant.ofEpochSecond(message.getDate() == null ? 0 : message.getDate())));
    }

    private @Nullable CompletionStage<Void> replied(Commands.Said said, String text) throws ChatException {
        Message to = Origin.repliedTo(said.message());
        if (to == null || text.isBlank() || commands.isOfOthers(to)) {
            return null;
        }
        Optional<String> form = questions.find(said.who(), to.getMessageId());
        boolean isForm = form.isPresent() && !form.get().equals(Questions.NO_FORM);
        if (isForm && !said.standing().known()) {
            answers.say(said, Members.UNKNOWN);
            return DONE;
        }
        if (isForm) {
            return listener.onEvent(
                    new FormSubmitted(said.address().place(), said.by(), form.get(), text, answers.to(said)));
        }
        try {
            Optional<Guide.Given> guided = guide.replied(said, to.getMessageId(), text);
            if (guided != null) {
                return guided.isPresent() ? orDone(commands.complete(said, guided.get())) : DONE;
            }
            return form.isPresent() ? unawaited(said) : null;
        } catch (Talks.NotYours e) {
            answers.say(said, "That took longer than ten minutes, so I no longer wait for it. Give the command anew.");
            return DONE;
        }
    }

    /** An answer to a question of ours is no story, also where it is not what is waited for. */
    private CompletionStage<Void> unawaited(Commands.Said said) {
        answers.say(
                said,
                commands.awaitsPicture(said)
                        ? "I wait for a picture there. Reply with a photo or an image file."
                        : "I no longer wait for an answer to that. Give the command anew.");
        return DONE;
    }

    private @Nullable CompletionStage<Void> edited(Message message) {
        if (message.getChat().isChannelChat()) {
            return null;
        }
        return listener.onEvent(new MessageEdited(
                Origin.address(message).place(),
                Origin.ref(message),
                Origin.text(message),
                people.mentionsIn(message)));
    }

    /** What people are asked for is moved here, the rest by the core. */
    public CompletionStage<Void> moved(long fromChat, long toChat) {
        Place from = new Address(fromChat, null).place();
        Place to = new Address(toChat, null).place();
        questions.moved(fromChat, toChat);
        conversations.move(from.channel(), to.channel());
        return listener.onEvent(new ChannelMoved(from, to));
    }
}
