package dev.limner.discord;

import dev.limner.chat.ChatEvent.ButtonPressed;
import dev.limner.chat.ChatEvent.FormSubmitted;
import java.time.Duration;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;

/** Buttons, and the forms that they open: acknowledged in time, and handed to the core. */
final class PressedButtons extends ListenerAdapter {
    /** Discord allows 3 s; what is on its way back needs some of that. */
    private static final Duration ACKNOWLEDGE_BY = Duration.ofMillis(1500);

    private final Reception reception;

    PressedButtons(Reception reception) {
        this.reception = reception;
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        reception.admit(event).ifPresent(visitor -> {
            ComponentResponder responder =
                    new ComponentResponder(event, event, visitor.limits(), reception.late(visitor));
            reception.later(ACKNOWLEDGE_BY, responder::acknowledge);
            reception.hand(
                    new ButtonPressed(
                            visitor.place(),
                            visitor.by(),
                            Ids.message(visitor.channel(), event.getMessageIdLong()),
                            event.getComponentId(),
                            responder),
                    responder,
                    responder::acknowledge);
        });
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
        if (CommandForm.isOne(event.getModalId())) {
            return;
        }
        reception.admit(event).ifPresent(visitor -> {
            ComponentResponder responder =
                    new ComponentResponder(event, null, visitor.limits(), reception.late(visitor));
            responder.acknowledge();
            reception.hand(
                    new FormSubmitted(
                            visitor.place(),
                            visitor.by(),
                            event.getModalId(),
                            LongText.read(event.getValues()),
                            responder),
                    responder,
                    () -> {});
        });
    }
}
