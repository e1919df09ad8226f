package dev.limner.telegram.event;

import dev.limner.chat.Capabilities;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatListener;
import dev.limner.command.CommandCatalog;
import dev.limner.telegram.api.BotApi;
import dev.limner.telegram.inbox.ConversationStore;
import dev.limner.telegram.inbox.Inbox;
import dev.limner.telegram.inbox.QuestionStore;
import dev.limner.telegram.post.Outbox;
import dev.limner.telegram.post.Posts;
import java.time.InstantSource;
import java.util.function.Function;

/** What is needed to understand updates, put together. */
public final class Ears {
    private Ears() {}

    public static UpdateHandler of(
            Bot bot,
            BotApi api,
            Posts posts,
            Outbox outbox,
            Inbox inbox,
            QuestionStore store,
            ConversationStore conversations,
            Function<ChannelRef, Capabilities> limits,
            ChatListener listener,
            CommandCatalog catalog,
            InstantSource clock) {
        People people = new People();
        Administrators administrators = new Administrators(api, bot);
        Questions questions = new Questions(api, posts, store, administrators);
        Answers answers = new Answers(posts, outbox, questions, limits);
        Guide guide = new Guide(catalog, questions, posts, outbox, new Talks(catalog, conversations, clock), limits);
        Completed completed = new Completed(inbox, conversations);
        Commands commands = new Commands(
                bot, catalog, listener, people, new Photos(api), guide, answers, conversations, completed, clock);
        Members members = new Members(administrators);
        Buttons buttons = new Buttons(api, listener, members, people, guide, answers, commands);
        return new UpdateHandler(
                listener, administrators, members, people, questions, conversations, guide, answers, commands, buttons);
    }
}
