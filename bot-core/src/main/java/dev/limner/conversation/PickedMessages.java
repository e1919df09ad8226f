package dev.limner.conversation;

import dev.limner.chat.Author;
import dev.limner.chat.ChatEvent.MessagePicked;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.illustration.Illustrator;
import dev.limner.illustration.Order;
import dev.limner.input.RefusedException;
import dev.limner.prompt.Ask;
import dev.limner.prompt.Mode;
import dev.limner.prompt.ScenePost;

/** Draws a message that somebody picked in the chat, as {@code /last} draws the last one. */
final class PickedMessages {
    private final Illustrator illustrator;

    PickedMessages(Illustrator illustrator) {
        this.illustrator = illustrator;
    }

    void draw(MessagePicked event) throws RefusedException {
        MessagePosted picked = event.picked();
        if (picked.text().isBlank()) {
            throw new RefusedException("That message has no text to draw. Pick one that tells something.");
        }
        // moderators may use every avatar
        String askedBy = event.by().moderator() ? null : event.by().user().id();
        Ask ask = new Ask(Mode.LAST, null, null, null, null, null, askedBy);
        illustrator.accept(
                new Order(event.place(), event.by(), ask, picked.message(), post(picked), event.responder()));
    }

    private static ScenePost post(MessagePosted picked) {
        Author author = picked.author();
        // picked by hand it is story, whoever wrote it
        ScenePost.Kind kind = author.kind() == Author.Kind.PERSON ? ScenePost.Kind.PERSON : ScenePost.Kind.PROXY;
        return new ScenePost(
                kind,
                author.name(),
                author.user() == null ? null : author.user().id(),
                null,
                picked.text(),
                picked.mentions());
    }
}
