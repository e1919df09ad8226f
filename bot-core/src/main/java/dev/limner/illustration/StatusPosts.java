package dev.limner.illustration;

import dev.limner.chat.Attachment;
import dev.limner.chat.Button;
import dev.limner.chat.Capabilities;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatPlatform;
import dev.limner.chat.MessageEditor;
import dev.limner.chat.MessagePlanner;
import dev.limner.chat.MessageRef;
import dev.limner.chat.OutgoingPost;
import dev.limner.chat.PlannedMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The message in a channel by which a requester sees how far their picture is: posted, changed and taken away. Thread-safe;
 * blocks.
 */
final class StatusPosts {
    private static final Logger log = LoggerFactory.getLogger(StatusPosts.class);

    private final Platforms platforms;
    private final MessagePlanner planner;

    StatusPosts(Platforms platforms, MessagePlanner planner) {
        this.platforms = platforms;
        this.planner = planner;
    }

    /** Posts it. Repeating that does not show it twice where the platform can prevent that. */
    MessageRef open(Illustration illustration, String text) throws ChatException {
        ChannelRef channel = illustration.place().channel();
        ChatPlatform platform = platforms.get(channel.platform());
        Capabilities limits = platform.capabilities(channel);
        PlannedMessage first = planned(illustration, text, Preview.NONE, limits);
        try {
            return platform.send(channel, first);
        } catch (ChatException e) {
            // one that perhaps stands there is asked for again, or nobody could take it away
            if (e.perhapsDelivered() && limits.postsOnce()) {
                return platform.send(channel, first);
            }
            throw e;
        }
    }

    /** Whether opening it again finds the message that stands there, instead of posting another. */
    boolean opensOnce(Illustration illustration) throws ChatException {
        ChannelRef channel = illustration.place().channel();
        return platforms.get(channel.platform()).capabilities(channel).postsOnce();
    }

    /** The least time between two changes of a message; empty where none can be changed. */
    Optional<Duration> editInterval(MessageRef message) throws ChatException {
        ChatPlatform platform = platforms.get(message.channel().platform());
        return platform.editor()
                .map(editor -> platform.capabilities(message.channel()).editInterval());
    }

    void edit(Illustration illustration, MessageRef at, String text, Preview preview) throws ChatException {
        ChatPlatform platform = platforms.get(at.channel().platform());
        Optional<MessageEditor> editor = platform.editor();
        if (editor.isPresent()) {
            editor.get().edit(at, planned(illustration, text, preview, platform.capabilities(at.channel())));
        }
    }

    /**
     * Shows the last text there will be, or posts it where there is no message to change, or none that can be: one in a
     * thread that sleeps cannot, though a post wakes it.
     */
    void end(Illustration illustration, String text, boolean mayTryAgain) throws ChatException {
        ChannelRef channel = illustration.place().channel();
        ChatPlatform platform = platforms.get(channel.platform());
        PlannedMessage last = last(illustration, text, mayTryAgain, platform.capabilities(channel));
        MessageRef status = illustration.status();
        if (status == null) {
            platform.send(channel, last);
        } else if (!isChanged(platform, status, last)) {
            platform.send(channel, last);
            removeAfterEnd(illustration);
        }
    }

    /** What stands there still is no reason to tell the end again. */
    private void removeAfterEnd(Illustration illustration) {
        try {
            remove(illustration);
        } catch (ChatException e) {
            log.info("status of {} not taken away: {}", illustration.id(), e.getMessage());
        }
    }

    private static boolean isChanged(ChatPlatform platform, MessageRef status, PlannedMessage last)
            throws ChatException {
        Optional<MessageEditor> editor = platform.editor();
        if (editor.isEmpty()) {
            return false;
        }
        try {
            editor.get().edit(status, last);
            return true;
        } catch (ChatException e) {
            if (!e.isClosed()) {
                throw e;
            }
            return false;
        }
    }

    /** Takes it away, since the picture speaks for itself. */
    void remove(Illustration illustration) throws ChatException {
        MessageRef status = illustration.status();
        if (status != null) {
            Optional<MessageEditor> editor =
                    platforms.get(status.channel().platform()).editor();
            if (editor.isPresent()) {
                editor.get().delete(status);
            }
        }
    }

    /** Can be cancelled as long as it stands. */
    private PlannedMessage planned(Illustration illustration, String text, Preview preview, Capabilities limits) {
        List<Attachment> files = preview.within(limits.attachmentBytes());
        List<Button> buttons = List.of(PictureButton.CANCEL.on(illustration.id()));
        return first(illustration, text, files, buttons, "s", limits);
    }

    private PlannedMessage last(Illustration illustration, String text, boolean mayTryAgain, Capabilities limits) {
        List<Button> buttons = mayTryAgain ? List.of(PictureButton.TRY_AGAIN.on(illustration.id())) : List.of();
        return first(illustration, text, List.of(), buttons, "f", limits);
    }

    private PlannedMessage first(
            Illustration illustration,
            String text,
            List<Attachment> files,
            List<Button> buttons,
            String nonce,
            Capabilities limits) {
        return planner.plan(
                        new OutgoingPost(text, files, buttons, illustration.askedIn(), illustration.id() + nonce),
                        limits)
                .messages()
                .get(0);
    }
}
