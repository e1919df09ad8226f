package dev.limner.illustration;

import dev.limner.chat.Answers;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatPlatform;
import dev.limner.chat.OutgoingPost;
import dev.limner.chat.Responder;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows in the end what became of a picture, where it does not speak for itself. Whoever asked is told in the channel; where
 * that cannot be, by the answer to what they asked with, as long as it is open, also when another process heard it; then
 * outside of any channel. Thread-safe; blocks.
 */
final class Endings {
    private static final Logger log = LoggerFactory.getLogger(Endings.class);

    private final StatusPosts posts;
    private final Platforms platforms;
    private final Answers alone;
    private final Map<String, Responder> answers = new ConcurrentHashMap<>();

    Endings(StatusPosts posts, Platforms platforms, Answers alone) {
        this.posts = posts;
        this.platforms = platforms;
        this.alone = alone;
    }

    /** Keeps the way back to whoever asked, until it is forgotten. To be called before the illustration is stored. */
    void expect(Illustration accepted, @Nullable Responder answer) {
        if (answer != null) {
            answers.put(accepted.id(), answer);
            answer.lasting().ifPresent(Responder.Lasting::keep);
        }
    }

    void forget(Illustration told) {
        try {
            answer(told).flatMap(Responder::lasting).ifPresent(Responder.Lasting::drop);
        } catch (ChatException notRunning) {
            log.debug("illustration {}: its way back is left to go by itself", told.id());
        }
        answers.remove(told.id());
    }

    private Optional<Responder> answer(Illustration illustration) throws ChatException {
        Responder heard = answers.get(illustration.id());
        String event = illustration.event();
        if (heard != null || event == null) {
            return Optional.ofNullable(heard);
        }
        return platforms.get(illustration.requester().platform()).answerTo(event);
    }

    /** @throws ChatException when it may be told later */
    void show(Illustration ended) throws ChatException {
        try {
            switch (ended.state()) {
                case DONE -> posts.remove(ended);
                case CANCELLED -> posts.end(ended, Speech.cancelled(ended), false);
                default -> posts.end(ended, Speech.failed(ended), mayTryAgain(ended));
            }
        } catch (ChatException e) {
            throwIfLater(e);
            log.info("illustration {}: not told in its channel: {}", ended.id(), e.getMessage());
            if (ended.state() == State.FAILED || ended.state() == State.REFUSED) {
                tellAlone(ended);
            }
        }
    }

    /** What is drawn and could not be shown is not drawn again. */
    private static boolean mayTryAgain(Illustration ended) {
        return ended.state() == State.FAILED && ended.picture() == null;
    }

    private void tellAlone(Illustration ended) throws ChatException {
        try {
            ChatPlatform platform = platforms.get(ended.requester().platform());
            if (!alone.tell(
                    answer(ended).orElse(null), platform, ended.requester(), OutgoingPost.text(Speech.failed(ended)))) {
                log.warn("illustration {}: there is no way left to tell whoever asked", ended.id());
            }
        } catch (ChatException e) {
            throwIfLater(e);
            log.warn("illustration {}: whoever asked was not told: {}", ended.id(), e.getMessage());
        }
    }

    private static void throwIfLater(ChatException e) throws ChatException {
        if (e.mayRetry()) {
            throw e;
        }
    }
}
