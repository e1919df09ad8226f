package dev.limner.conversation;

import dev.limner.chat.Answers;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatPlatform;
import dev.limner.chat.Member;
import dev.limner.chat.MessagePlanner;
import dev.limner.chat.OutgoingPost;
import dev.limner.chat.Place;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.Responder;
import dev.limner.illustration.Platforms;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers whoever gave a command or pressed a button. What is for their eyes is shown to nobody else: where it can no longer
 * reach them, the channel is told that it can be asked for again, and not what it was. What the chat does not take just now
 * is said again by itself, while nobody waits for it. Thread-safe; blocks.
 */
final class Replies implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Replies.class);

    /** Before each further try; of our own choice, a minute in all: whoever looks at a chat does not wait for longer. */
    private static final List<Duration> PAUSES =
            Stream.of(1, 2, 4, 8, 15, 30).map(Duration::ofSeconds).toList();

    /** Answers may hold files, so that not any number of them is kept while a chat stays away. */
    static final int MOST_WAITING = 200;

    private static final int THREADS = 4;

    private final Answers answers;
    private final Platforms platforms;
    private final MessagePlanner planner;
    private final List<Duration> pauses;
    private final ScheduledThreadPoolExecutor again = new ScheduledThreadPoolExecutor(THREADS, task -> {
        Thread thread = new Thread(task, "answers-again");
        thread.setDaemon(true);
        return thread;
    });

    Replies(Answers answers, Platforms platforms, MessagePlanner planner) {
        this(answers, platforms, planner, PAUSES);
    }

    /** @param pauses before each further try of what the chat does not take just now */
    Replies(Answers answers, Platforms platforms, MessagePlanner planner, List<Duration> pauses) {
        this.answers = answers;
        this.platforms = platforms;
        this.planner = planner;
        this.pauses = List.copyOf(pauses);
    }

    /** @throws ChatException when the chat does not take it, whenever it is tried */
    void say(Responder to, Place place, Member by, OutgoingPost post) throws ChatException {
        tell(platform -> answers.tell(to, platform, by.user(), post), place, by, 0);
    }

    /** That something was not done. What cannot be told is logged. */
    void refuse(Responder to, Place place, Member by, String text) {
        OutgoingPost post = OutgoingPost.text(text);
        tellOrLog(platform -> answers.refuse(to, platform, by.user(), post), place, by, 0);
    }

    private void tellOrLog(Way way, Place place, Member by, int tried) {
        try {
            tell(way, place, by, tried);
        } catch (ChatException e) {
            log.warn("answer not delivered: {}", e.getMessage());
        }
    }

    private void tell(Way way, Place place, Member by, int tried) throws ChatException {
        try {
            ChatPlatform platform = platforms.get(place.channel().platform());
            if (!way.leads(platform)) {
                giveNotice(platform, place, by);
            }
        } catch (ChatException e) {
            if (!e.mayRetry() || tried == pauses.size() || again.getQueue().size() >= MOST_WAITING) {
                throw e;
            }
            tellLater(way, place, by, tried, e);
        }
    }

    private void tellLater(Way way, Place place, Member by, int tried, ChatException why) throws ChatException {
        Duration pause = pauses.get(tried);
        Duration wait = why.retryAfter().filter(w -> w.compareTo(pause) > 0).orElse(pause);
        log.info("not answered yet: {}; again in {} s", why.getMessage(), wait.toSeconds());
        try {
            var unused =
                    again.schedule(() -> tellOrLog(way, place, by, tried + 1), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            throw why;
        }
    }

    private void giveNotice(ChatPlatform platform, Place place, Member by) throws ChatException {
        OutgoingPost notice = OutgoingPost.text(
                by.displayName()
                        + ", my answer came too late to be shown to you alone, and I cannot reach you otherwise. Ask again, please.");
        for (PlannedMessage part :
                planner.plan(notice, platform.capabilities(place.channel())).messages()) {
            platform.send(place.channel(), part);
        }
    }

    /** Lets go of what is to be said again. */
    @Override
    public void close() {
        again.shutdownNow();
    }

    private interface Way {
        /** @return false where no way is left */
        boolean leads(ChatPlatform platform) throws ChatException;
    }
}
