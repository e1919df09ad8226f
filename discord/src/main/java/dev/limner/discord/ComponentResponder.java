package dev.limner.discord;

import dev.limner.chat.Capabilities;
import dev.limner.chat.ChatException;
import dev.limner.chat.Form;
import dev.limner.chat.Graphemes;
import dev.limner.chat.LengthUnit;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.Responder;
import dev.limner.chat.TextLimit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.modals.Modal;
import org.jspecify.annotations.Nullable;

/**
 * Answers whoever pressed a button or sent a form. A form can only be opened in place of the acknowledgement, so that one
 * waits for the core's answer; it is given without one before Discord's 3 s are over.
 */
final class ComponentResponder implements Responder {
    static final String FIELD = "value";

    private static final TextLimit TITLE = new TextLimit(Limits.MODAL_TITLE, LengthUnit.UTF16_UNITS);
    private static final TextLimit LABEL = new TextLimit(Limits.MODAL_LABEL, LengthUnit.UTF16_UNITS);
    private static final TextLimit TEXT = new TextLimit(Limits.MODAL_TEXT, LengthUnit.UTF16_UNITS);

    private final IMessageEditCallback event;
    private final @Nullable IModalCallback modals;
    private final InteractionHook hook;
    private final Capabilities limits;
    private final SlashResponder.LateAnswer late;
    private final AtomicBoolean acknowledged = new AtomicBoolean();

    /** @param modals null where no form can follow */
    ComponentResponder(
            IMessageEditCallback event,
            @Nullable IModalCallback modals,
            Capabilities limits,
            SlashResponder.LateAnswer late) {
        this.event = event;
        this.modals = modals;
        this.hook = event.getHook();
        this.limits = limits;
        this.late = late;
    }

    @Override
    public Capabilities capabilities() {
        return limits;
    }

    @Override
    public void respond(PlannedMessage message) throws ChatException {
        acknowledge();
        try {
            if (hook.isExpired()) {
                late.post(message);
                return;
            }
            SlashResponder.follow(hook, message);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw Failures.of(e);
        } catch (RuntimeException e) {
            if (!Failures.isClosed(e)) {
                throw Failures.of(e);
            }
            late.post(message);
        }
    }

    @Override
    public Optional<FormOpener> forms() {
        IModalCallback opener = modals;
        return opener == null || acknowledged.get() ? Optional.empty() : Optional.of(form -> open(opener, form));
    }

    private void open(IModalCallback opener, Form form) throws ChatException {
        if (!acknowledged.compareAndSet(false, true)) {
            throw new ChatException(ChatException.Kind.RATE_LIMITED, "too late for a form; press the button again");
        }
        try {
            opener.replyModal(modal(form)).complete();
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
    }

    private static Modal modal(Form form) {
        String value = Graphemes.shorten(Graphemes.wellFormed(form.value()), TEXT);
        TextInput field = TextInput.create(FIELD, TextInputStyle.PARAGRAPH)
                .setMaxLength(Limits.MODAL_TEXT)
                .setRequired(true)
                .setValue(value.isEmpty() ? null : value)
                .build();
        return Modal.create(form.id(), Graphemes.shorten(form.title(), TITLE))
                .addComponents(Label.of(Graphemes.shorten(form.label(), LABEL), field))
                .build();
    }

    /** Without effect when that was done. */
    void acknowledge() {
        if (acknowledged.compareAndSet(false, true)) {
            event.deferEdit().queue(done -> {}, tooLate -> {});
        }
    }
}
