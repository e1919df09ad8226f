package dev.limner.discord;

import dev.limner.chat.Capabilities;
import dev.limner.chat.ChatException;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.Responder;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.jspecify.annotations.Nullable;

/**
 * Answers a command that was acknowledged as "thinking", for the eyes of whoever gave it. Discord takes answers for 15
 * minutes.
 */
final class SlashResponder implements Responder {
    private final InteractionHook hook;
    private final Capabilities limits;
    private final Lasting lasting;
    private boolean answered;
    /** Completes when what was shown as "thinking" is gone, or stays. */
    private @Nullable CompletableFuture<Boolean> takenBack;

    SlashResponder(InteractionHook hook, Capabilities limits, Lasting lasting) {
        this.hook = hook;
        this.limits = limits;
        this.lasting = lasting;
    }

    @Override
    public Capabilities capabilities() {
        return limits;
    }

    @Override
    public boolean isOpen() {
        return !hook.isExpired();
    }

    /** Discord tells an interaction to one process only. */
    @Override
    public Optional<Telling> telling() {
        return Optional.of(new Telling(hook.getInteraction().getId(), false));
    }

    @Override
    public Optional<Lasting> lasting() {
        return Optional.of(lasting);
    }

    @Override
    public synchronized void respond(PlannedMessage message) throws ChatException {
        try {
            if (answered) {
                awaitTakenBack();
                follow(hook, message);
            } else {
                begin(message);
            }
        } catch (RateLimitedException | RuntimeException e) {
            throw Failures.ofAnswer(e);
        }
        answered = true;
    }

    /** What is shown as "thinking" becomes the answer. */
    private void begin(PlannedMessage message) throws ChatException, RateLimitedException {
        try (MessageEditData data = NativeMessages.edited(message)) {
            Completion.of(hook.editOriginal(data));
        }
    }

    static void follow(InteractionHook hook, PlannedMessage message) throws ChatException, RateLimitedException {
        try (MessageCreateData data = NativeMessages.created(message)) {
            Completion.of(hook.sendMessage(data).setEphemeral(true));
        }
    }

    /**
     * Discord's documentation, "Create Followup Message": as long as "thinking" stands, what follows takes its place, and so
     * would be deleted with it.
     */
    private void awaitTakenBack() throws ChatException {
        CompletableFuture<Boolean> deletion = takenBack;
        if (deletion != null) {
            Completion.of(deletion);
            takenBack = null;
        }
    }

    /**
     * To be called when the command was handled: with no answer of its own, its effect is the answer. What is to be said
     * later all the same, is said by a message of its own.
     */
    synchronized void finish() {
        if (!answered && !hook.isExpired()) {
            takenBack = hook.deleteOriginal().submit().handle((done, gone) -> gone == null);
        }
        answered = true;
    }
}
