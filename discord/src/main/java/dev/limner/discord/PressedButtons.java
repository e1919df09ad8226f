package dev.limner.discord;

import dev.limner.chat.ChatEvent.ButtonPressed;
import dev.limner.chat.ChatEvent.FormSubmitted;
import java.time.Duration;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;

/**
 * Buttons, and the forms that they open: acknowledged at once, and handed to the core. Only where a form may be the answer,
 * which takes the place of the acknowledgement, that waits for the core, and is given without a form in time.
 */
final class PressedButtons extends ListenerAdapter {
    private final Reception reception;
    private final Duration formPatience;

    /** @param formPatience how long the core may take to open a form */
    PressedButtons(Reception reception, Duration formPatience) {
        this.reception = reception;
        this.formPatience = formPatience;
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        reception.admit(event).ifPresent(visitor -> {
            boolean mayOpenForm = reception.mayOpenForm(event.getComponentId());
            ComponentResponder responder = new ComponentResponder(
                    event, mayOpenForm ? event : null, visitor.limits(), reception.lasting(event.getHook()));
            if (mayOpenForm) {
                reception.later(formPatience, responder::acknowledge);
            } else {
                responder.acknowledge();
            }
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
                    new ComponentResponder(event, null, visitor.limits(), reception.lasting(event.getHook()));
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
