package dev.limner.conversation;

import dev.limner.chat.ChatEvent.ButtonPressed;
import dev.limner.chat.ChatEvent.FormSubmitted;
import dev.limner.chat.ChatException;
import dev.limner.chat.Form;
import dev.limner.chat.Member;
import dev.limner.chat.MessageEditor;
import dev.limner.chat.MessageRef;
import dev.limner.chat.OutgoingPost;
import dev.limner.chat.Place;
import dev.limner.chat.Responder;
import dev.limner.illustration.Illustration;
import dev.limner.illustration.IllustrationRepository;
import dev.limner.illustration.Illustrator;
import dev.limner.illustration.Order;
import dev.limner.illustration.PictureButton;
import dev.limner.illustration.Platforms;
import dev.limner.illustration.PromptEdit;
import dev.limner.input.RefusedException;
import dev.limner.prompt.Composition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The buttons under pictures and status messages. They know an illustration by its id alone, so they never expire. */
final class PictureButtons {
    private static final Logger log = LoggerFactory.getLogger(PictureButtons.class);

    private final IllustrationRepository illustrations;
    private final Illustrator illustrator;
    private final PromptEdit edit;
    private final Platforms platforms;
    private final Replies replies;

    PictureButtons(
            IllustrationRepository illustrations,
            Illustrator illustrator,
            PromptEdit edit,
            Platforms platforms,
            Replies replies) {
        this.illustrations = illustrations;
        this.illustrator = illustrator;
        this.edit = edit;
        this.platforms = platforms;
        this.replies = replies;
    }

    /** By its id alone. */
    static boolean mayOpenForm(String buttonId) {
        return PictureButton.parse(buttonId)
                .filter(pressed -> pressed.button() == PictureButton.EDIT)
                .isPresent();
    }

    void pressed(ButtonPressed event) throws RefusedException, ChatException {
        PictureButton.Pressed pressed = PictureButton.parse(event.buttonId())
                .orElseThrow(() -> new RefusedException("That button is not one of mine."));
        Illustration illustration = find(pressed.illustrationId(), event.place());
        switch (pressed.button()) {
            case REROLL ->
                illustrator.reroll(
                        illustration, Order.like(illustration, event.by(), event.message(), event.responder()));
            case TRY_AGAIN ->
                illustrator.again(
                        illustration, Order.like(illustration, event.by(), illustration.askedIn(), event.responder()));
            case PROMPT -> answer(event, PromptReport.of(composition(illustration)));
            case EDIT -> openForm(event, illustration);
            case DELETE -> delete(illustration, event.by(), event.message());
            case CANCEL -> cancel(illustration, event.by());
        }
    }

    void submitted(FormSubmitted event) throws RefusedException {
        PictureButton.Pressed form = PictureButton.parse(event.formId())
                .filter(p -> p.button() == PictureButton.EDIT)
                .orElseThrow(() -> new RefusedException("That form is not one of mine."));
        Illustration original = find(form.illustrationId(), event.place());
        Composition edited = edit.apply(original, composition(original), event.value(), event.by());
        illustrator.edited(original, Order.like(original, event.by(), picture(original), event.responder()), edited);
    }

    private static @Nullable MessageRef picture(Illustration illustration) {
        return illustration.posted().stream().findFirst().orElse(null);
    }

    /**
     * An id is no secret, so the place is checked: nothing of one channel is reachable from another. Where a channel moved,
     * what was posted before stands where it was.
     */
    private Illustration find(String id, Place place) throws RefusedException {
        Optional<Illustration> found = illustrations.find(id);
        return found.filter(i -> i.place().channel().equals(place.channel())
                        || i.posted().stream().anyMatch(part -> part.channel().equals(place.channel())))
                .orElseThrow(() -> new RefusedException("I no longer know that picture. Ask for a new one."));
    }

    private void openForm(ButtonPressed event, Illustration illustration) throws RefusedException, ChatException {
        illustrator.refuseIfMayNotAsk(illustration.place(), event.by());
        String text = PromptEdit.editable(composition(illustration));
        Form form = new Form(PictureButton.EDIT.idFor(illustration.id()), "Edit prompt", "What is to be drawn", text);
        if (!isOpened(form, event.responder())) {
            answer(event, "Copy this, change it, and send it with /imagine:\n" + text);
        }
    }

    /** There may be no forms, or it may be too late for one. */
    private static boolean isOpened(Form form, Responder responder) {
        Optional<Responder.FormOpener> forms = responder.forms();
        if (forms.isEmpty()) {
            return false;
        }
        try {
            forms.get().open(form);
            return true;
        } catch (ChatException e) {
            log.info("no form for {}: {}", form.id(), e.getMessage());
            return false;
        }
    }

    private void delete(Illustration illustration, Member by, MessageRef message)
            throws RefusedException, ChatException {
        requireOwn(illustration, by, "delete");
        Optional<MessageEditor> editor =
                platforms.get(message.channel().platform()).editor();
        if (editor.isEmpty()) {
            throw new RefusedException("I cannot delete messages here. A moderator can.");
        }
        for (MessageRef part : illustration.posted().isEmpty() ? List.of(message) : illustration.posted()) {
            delete(editor.get(), part);
        }
    }

    private static void delete(MessageEditor editor, MessageRef message) throws RefusedException {
        try {
            editor.delete(message);
        } catch (ChatException e) {
            log.info("{} was not deleted: {}", message, e.getMessage());
            throw new RefusedException(
                    e.mayRetry()
                            ? "The chat does not take that just now. Press Delete again in a minute."
                            : "The chat does not let me delete that picture, perhaps because it is too old. A moderator can"
                                    + " delete it.");
        }
    }

    private void cancel(Illustration illustration, Member by) throws RefusedException {
        requireOwn(illustration, by, "cancel");
        if (!illustrator.cancel(illustration.id())) {
            throw new RefusedException("It is too late to cancel that one.");
        }
    }

    private static void requireOwn(Illustration illustration, Member by, String what) throws RefusedException {
        if (!by.moderator() && !illustration.requester().equals(by.user())) {
            throw new RefusedException(
                    "Only " + illustration.requesterName() + ", who asked for it, and moderators can " + what + " it.");
        }
    }

    private static Composition composition(Illustration illustration) throws RefusedException {
        Composition composition = illustration.composition();
        if (composition == null) {
            throw new RefusedException("It has no prompt yet.");
        }
        return composition;
    }

    private void answer(ButtonPressed event, String text) throws ChatException {
        replies.say(event.responder(), event.place(), event.by(), OutgoingPost.text(text));
    }
}
