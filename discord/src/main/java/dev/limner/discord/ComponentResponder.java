package dev.limner.discord;

import dev.limner.chat.Capabilities;
import dev.limner.chat.ChatException;
import dev.limner.chat.Form;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.Responder;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import org.jspecify.annotations.Nullable;

/** Answers whoever pressed a button or sent a form. A form can only be opened in place of the acknowledgement. */
final class ComponentResponder implements Responder {
    private final IMessageEditCallback event;
    private final @Nullable IModalCallback modals;
    private final InteractionHook hook;
    private final Capabilities limits;
    private final Lasting lasting;
    private final AtomicBoolean acknowledged = new AtomicBoolean();

    /** @param modals null where no form can follow */
    ComponentResponder(
            IMessageEditCallback event, @Nullable IModalCallback modals, Capabilities limits, Lasting lasting) {
        this.event = event;
        this.modals = modals;
        this.hook = event.getHook();
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
        return Optional.of(new Telling(event.getId(), false));
    }

    @Override
    public Optional<Lasting> lasting() {
        return Optional.of(lasting);
    }

    @Override
    public void respond(PlannedMessage message) throws ChatException {
        acknowledge();
        try {
            SlashResponder.follow(hook, message);
        } catch (RateLimitedException | RuntimeException e) {
            throw Failures.ofAnswer(e);
        }
    }

    @Override
    public Optional<FormOpener> forms() {
        IModalCallback opener = modals;
        return opener == null || acknowledged.get() ? Optional.empty() : Optional.of(form -> open(opener, form));
    }

    private void open(IModalCallback opener, Form form) throws ChatException {
        if (!acknowledged.compareAndSet(false, true)) {
            throw new ChatException(ChatException.Kind.GONE, "too late for a form");
        }
        try {
            Completion.of(opener.replyModal(LongText.form(form)));
        } catch (RateLimitedException | RuntimeException e) {
            throw Failures.of(e);
        }
    }

    /** Without effect when that was done. */
    void acknowledge() {
        if (acknowledged.compareAndSet(false, true)) {
            event.deferEdit().queue(done -> {}, tooLate -> {});
        }
    }
}
