package dev.limner.conversation;

import dev.limner.chat.Attachment;
import dev.limner.chat.ChatException;
import dev.limner.chat.Member;
import dev.limner.chat.MessageRef;
import dev.limner.chat.OutgoingPost;
import dev.limner.chat.Place;
import dev.limner.chat.Responder;
import dev.limner.command.Invocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One command as its handler sees it: who gave it where, with which values, and the way to answer.
 *
 * @param message the message that carried the command, where the platform has one
 * @param about the message that the command was given in reply to, where there is one
 */
record CommandContext(
        Place place,
        Member by,
        Invocation invocation,
        @Nullable MessageRef message,
        @Nullable MessageRef about,
        Responder responder,
        Replies replies) {

    /** Answers whoever gave the command; for their eyes, where the platform can. */
    void answer(String text) throws ChatException {
        answer(OutgoingPost.text(text));
    }

    void answer(String text, Attachment file) throws ChatException {
        answer(text, List.of(file));
    }

    void answer(String text, List<Attachment> files) throws ChatException {
        answer(new OutgoingPost(text, files, List.of(), null, null));
    }

    private void answer(OutgoingPost post) throws ChatException {
        replies.say(responder, place, by, post);
    }
}
