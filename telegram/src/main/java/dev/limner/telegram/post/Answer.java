package dev.limner.telegram.post;

import dev.limner.chat.Capabilities;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatException;
import dev.limner.chat.MessageRef;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.Responder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers with messages in reply to what was said; everybody in the chat sees them, since Telegram has nothing more
 * private there.
 */
public final class Answer implements Responder {
    private final Posts posts;
    private final Outbox outbox;
    private final Capabilities limits;
    private final ChannelRef channel;
    private final @Nullable MessageRef to;
    private final Asking asking;
    private final Telling telling;

    /**
     * @param asking asks the person whom this answers for a text
     * @param telling as {@link #telling()}
     */
    public Answer(
            Posts posts,
            Outbox outbox,
            Capabilities limits,
            ChannelRef channel,
            @Nullable MessageRef to,
            Asking asking,
            Telling telling) {
        this.posts = posts;
        this.outbox = outbox;
        this.limits = limits;
        this.channel = channel;
        this.to = to;
        this.asking = asking;
        this.telling = telling;
    }

    /** Asks one person for a text. */
    public interface Asking {
        void ask(dev.limner.chat.Form form) throws ChatException;
    }

    @Override
    public Capabilities capabilities() {
        return limits;
    }

    @Override
    public void respond(PlannedMessage message) throws ChatException {
        outbox.send(Address.of(channel).chatId(), () -> posts.send(channel, message, to));
    }

    @Override
    public Optional<Telling> telling() {
        return Optional.of(telling);
    }

    @Override
    public Optional<FormOpener> forms() {
        return Optional.of(asking::ask);
    }
}
