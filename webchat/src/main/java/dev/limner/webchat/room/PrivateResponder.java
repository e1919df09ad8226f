package dev.limner.webchat.room;

import dev.limner.chat.Attachment;
import dev.limner.chat.Capabilities;
import dev.limner.chat.ChatException;
import dev.limner.chat.Form;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.Responder;
import dev.limner.webchat.transcript.Ids;
import dev.limner.webchat.transcript.Person;
import dev.limner.webchat.transcript.Transcript.Stored;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers in the browser from which the command came, and nowhere else. */
final class PrivateResponder implements Responder {
    private final Capabilities capabilities;
    private final Person person;
    private final Visitor visitor;
    private final InstantSource clock;

    PrivateResponder(Capabilities capabilities, Person person, Visitor visitor, InstantSource clock) {
        this.capabilities = capabilities;
        this.person = person;
        this.visitor = visitor;
        this.clock = clock;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public void respond(PlannedMessage message) throws ChatException {
        List<Wire.Picture> pictures = new ArrayList<>();
        for (Attachment attachment : message.attachments()) {
            String name = visitor.keep(new Stored(Limits.bytes(attachment), attachment.mediaType()));
            pictures.add(new Wire.Picture(
                    "/api/notes/" + name,
                    Input.shown(attachment.fileName()),
                    attachment.mediaType(),
                    Input.shown(attachment.altText()),
                    attachment.spoiler()));
        }
        visitor.tell(
                "note",
                new Wire.Note(
                        "note-" + Ids.next(),
                        person.id(),
                        Input.shown(message.text()),
                        pictures,
                        message.buttons(),
                        clock.millis()));
    }

    @Override
    public Optional<FormOpener> forms() {
        return Optional.of(this::open);
    }

    private void open(Form form) {
        visitor.tell(
                "form",
                new Wire.FormRequest(person.id(), form.id(), form.title(), form.label(), Input.shown(form.value())));
    }
}
