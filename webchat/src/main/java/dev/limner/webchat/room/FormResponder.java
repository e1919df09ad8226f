package dev.limner.webchat.room;

import dev.limner.chat.Capabilities;
import dev.limner.chat.ChatException;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.Responder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps why a form was refused for whoever has it open still; all else is answered as usual. Thread-safe. */
final class FormResponder implements Responder {
    private final Responder usual;
    private @Nullable String refusal;

    FormResponder(Responder usual) {
        this.usual = usual;
    }

    @Override
    public Capabilities capabilities() {
        return usual.capabilities();
    }

    @Override
    public void respond(PlannedMessage message) throws ChatException {
        usual.respond(message);
    }

    @Override
    public synchronized void refuse(PlannedMessage message) {
        refusal = refusal == null ? message.text() : refusal + "\n" + message.text();
    }

    synchronized Optional<String> refusal() {
        return Optional.ofNullable(refusal).map(Input::shown);
    }

    @Override
    public Optional<FormOpener> forms() {
        return usual.forms();
    }
}
