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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers whoever gave a command or pressed a button. What is for their eyes is shown to nobody else: where it can no longer
 * reach them, the channel is told that it can be asked for again, and not what it was. Thread-safe; blocks.
 */
final class Replies {
    private static final Logger log = LoggerFactory.getLogger(Replies.class);

    private final Answers answers;
    private final Platforms platforms;
    private final MessagePlanner planner;

    Replies(Answers answers, Platforms platforms, MessagePlanner planner) {
        this.answers = answers;
        this.platforms = platforms;
        this.planner = planner;
    }

    void say(Responder to, Place place, Member by, OutgoingPost post) throws ChatException {
        ChatPlatform platform = platforms.get(place.channel().platform());
        if (!answers.tell(to, platform, by.user(), post)) {
            giveNotice(platform, place, by);
        }
    }

    /** That something was not done. What cannot be told is logged. */
    void refuse(Responder to, Place place, Member by, String text) {
        try {
            ChatPlatform platform = platforms.get(place.channel().platform());
            if (!answers.refuse(to, platform, by.user(), OutgoingPost.text(text))) {
                giveNotice(platform, place, by);
            }
        } catch (ChatException e) {
            log.warn("answer not delivered: {}", e.getMessage());
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
}
