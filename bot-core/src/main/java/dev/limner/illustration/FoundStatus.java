package dev.limner.illustration;

import dev.limner.chat.ChatException;
import dev.limner.chat.MessageRef;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the status message of an illustration, also where the process that posted it is no more. */
final class FoundStatus {
    private static final Logger log = LoggerFactory.getLogger(FoundStatus.class);

    private final StatusBoard board;
    private final StatusPosts posts;
    private final Instant started;

    /** @param started when this process began to work; what was accepted before is another's */
    FoundStatus(StatusBoard board, StatusPosts posts, Instant started) {
        this.board = board;
        this.posts = posts;
        this.started = started;
    }

    /**
     * Whoever accepted it may be about to store its status message; a process that died may have posted it or not.
     *
     * @throws ChatException where nothing may be posted at all, so that nothing need be drawn
     */
    Illustration with(Illustration i) throws ChatException {
        MessageRef status = i.status();
        if (status != null) {
            board.follow(i, status);
            return i;
        }
        if (board.messageOf(i.id()).isEmpty() && wasBefore(i)) {
            openAgain(i);
        }
        return withMessage(i);
    }

    /** What has ended needs its message only to take it away, so it is looked for where that posts no second one. */
    private void openAgain(Illustration i) throws ChatException {
        try {
            if (!i.state().isFinal() || posts.opensOnce(i)) {
                board.open(i, Speech.accepted(i, 1));
            }
        } catch (ChatException e) {
            if (!i.state().isFinal() && e.isClosed()) {
                throw e;
            }
            log.info("status of {} not posted: {}", i.id(), e.getMessage());
        }
    }

    /** Whether it was accepted by a process that ended. */
    boolean wasBefore(Illustration i) {
        return i.accepted().isBefore(started);
    }

    /** With what was posted meanwhile. */
    Illustration withMessage(Illustration i) {
        return board.messageOf(i.id())
                .map(message -> i.change().status(message).at(i.changed()))
                .orElse(i);
    }
}
