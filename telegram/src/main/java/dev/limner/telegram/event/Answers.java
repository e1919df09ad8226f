package dev.limner.telegram.event;

import dev.limner.chat.Capabilities;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatException;
import dev.limner.chat.Form;
import dev.limner.chat.MessagePlanner;
import dev.limner.chat.MessageRef;
import dev.limner.chat.OutgoingPost;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.Responder;
import dev.limner.telegram.post.Address;
import dev.limner.telegram.post.Answer;
import dev.limner.telegram.post.Outbox;
import dev.limner.telegram.post.Posts;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ways back to people. Thread-safe. */
final class Answers {
    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    private final Posts posts;
    private final Outbox outbox;
    private final Questions questions;
    private final Function<ChannelRef, Capabilities> limits;
    private final MessagePlanner planner = new MessagePlanner();

    Answers(Posts posts, Outbox outbox, Questions questions, Function<ChannelRef, Capabilities> limits) {
        this.posts = posts;
        this.outbox = outbox;
        this.questions = questions;
        this.limits = limits;
    }

    Capabilities limits(Address address) {
        return limits.apply(address.channel());
    }

    /** Answers a message. */
    Responder to(Commands.Said said) {
        return to(said.address(), said.ref(), said.by().user().id(), said.telling());
    }

    /** @param about the message that is replied to */
    Responder to(Address address, MessageRef about, String person, Responder.Telling telling) {
        return new Answer(
                posts,
                outbox,
                limits(address),
                address.channel(),
                about,
                form -> open(address, about, person, form),
                telling);
    }

    /** Each message on its own, so that one which is not taken at once is no reason to repeat the others. */
    private void open(Address address, MessageRef about, String person, Form form) throws ChatException {
        for (PlannedMessage part : questions.above(form, limits(address))) {
            outbox.send(address.chatId(), () -> posts.send(address.channel(), part, null));
        }
        outbox.ask(address.chatId(), person, () -> questions.ask(address, person, about, form));
    }

    /** Asks for something that is sent in reply, which a bot is shown where it is not shown what people write. */
    void ask(Commands.Said said, String text) {
        try {
            outbox.ask(
                    said.address().chatId(),
                    said.who().person(),
                    () -> questions.ask(said.who(), said.ref(), text, ""));
        } catch (ChatException e) {
            log.warn("a question was not delivered: {}", e.getMessage());
        }
    }

    /** Tells something of the adapter's own. */
    void say(Commands.Said said, String text) {
        Responder responder = to(said);
        try {
            for (PlannedMessage part : planner.plan(OutgoingPost.text(text), responder.capabilities())
                    .messages()) {
                responder.respond(part);
            }
        } catch (ChatException e) {
            log.warn("an answer was not delivered: {}", e.getMessage());
        }
    }
}
