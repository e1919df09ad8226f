package dev.limner.chat;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people what is for their eyes by whatever way is left: in answer to what they asked with, while that takes answers;
 * then outside of any channel. Thread-safe; blocks.
 */
public final class Answers {
    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    private final MessagePlanner planner;

    public Answers(MessagePlanner planner) {
        this.planner = planner;
    }

    /**
     * @param answer null where nothing can be answered
     * @return false where no way is left
     * @throws ChatException when it may be told later, or is not taken whatever the way
     */
    public boolean tell(@Nullable Responder answer, ChatPlatform platform, UserRef person, OutgoingPost post)
            throws ChatException {
        return answers(answer, Responder::respond, post) || tells(platform, person, post);
    }

    /** As {@link #tell}, that what was asked for was not done. */
    public boolean refuse(Responder answer, ChatPlatform platform, UserRef person, OutgoingPost post)
            throws ChatException {
        return answers(answer, Responder::refuse, post) || tells(platform, person, post);
    }

    private boolean answers(@Nullable Responder answer, Manner manner, OutgoingPost post) throws ChatException {
        if (answer == null || !answer.isOpen()) {
            return false;
        }
        return leads(() -> {
            for (PlannedMessage part : planner.plan(post, answer.capabilities()).messages()) {
                manner.say(answer, part);
            }
        });
    }

    private boolean tells(ChatPlatform platform, UserRef person, OutgoingPost post) throws ChatException {
        PrivateLine line = platform.privateLine().orElse(null);
        // what was made for the answer may be too large for it
        if (line == null || largest(post) > line.capabilities().attachmentBytes()) {
            return false;
        }
        return leads(() -> {
            for (PlannedMessage part : planner.plan(post, line.capabilities()).messages()) {
                line.tell(person, part);
            }
        });
    }

    private static long largest(OutgoingPost post) {
        return post.attachments().stream()
                .mapToLong(file -> file.content().size())
                .max()
                .orElse(0);
    }

    private static boolean leads(Way way) throws ChatException {
        try {
            way.go();
            return true;
        } catch (ChatException e) {
            if (!e.isClosed()) {
                throw e;
            }
            log.info("not told by one of the ways: {}", e.getMessage());
            return false;
        }
    }

    private interface Manner {
        void say(Responder answer, PlannedMessage part) throws ChatException;
    }

    private interface Way {
        void go() throws ChatException;
    }
}
