package dev.limner.conversation;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatPlatform;
import dev.limner.chat.MessagePlanner;
import dev.limner.chat.MessageRef;
import dev.limner.chat.OutgoingPost;
import dev.limner.chat.Place;
import dev.limner.chat.PlannedMessage;
import dev.limner.illustration.Platforms;
import dev.limner.input.RefusedException;
import dev.limner.story.Capture;
import dev.limner.story.ChannelState;
import dev.limner.story.StoryLog;
import dev.limner.story.StoryMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /story}: whether messages are kept, and what becomes of them. */
final class StoryCommands {
    private final Capture capture;
    private final StoryLog story;
    private final Platforms platforms;
    private final MessagePlanner planner;

    StoryCommands(Capture capture, StoryLog story, Platforms platforms, MessagePlanner planner) {
        this.capture = capture;
        this.story = story;
        this.platforms = platforms;
        this.planner = planner;
    }

    Map<String, CommandHandler> handlers() {
        return Map.of(
                "story on", this::on,
                "story off", this::off,
                "story status", this::status,
                "story forget", this::forget,
                "story auto", this::auto);
    }

    /** Said to all, since it is their words that are kept from now on. */
    private void on(CommandContext command) throws RefusedException, ChatException {
        List<String> hindrances = hindrances(command.place());
        if (capture.state(command.place().channel()).capturing()) {
            command.answer(lines("The story is followed here already.", hindrances));
            return;
        }
        announce(command.place().channel(), hindrances);
        capture.change(command.place().channel(), state -> state.withCapturing(true));
        if (!hindrances.isEmpty()) {
            command.answer(lines("It is turned on, but will not work yet:", hindrances));
        }
    }

    /** Where it cannot be said, nothing is kept. */
    private void announce(ChannelRef channel, List<String> hindrances) throws RefusedException {
        try {
            say(
                    channel,
                    "I follow the story here from now on: messages are kept, so that pictures can be drawn from them."
                            + " /privacy says what is kept; /story off ends it, /story forget deletes it.");
        } catch (ChatException e) {
            String remedy = e.mayRetry()
                    ? "Give /story on again in a minute."
                    : "Let me write here, then give /story on again.";
            throw new RefusedException(
                    lines(
                            "It is not turned on, since I could not say so here: " + e.getMessage() + ". " + remedy,
                            hindrances),
                    e);
        }
    }

    private List<String> hindrances(Place place) throws ChatException {
        return platforms.get(place.channel().platform()).hindrances(place);
    }

    private static String lines(String first, List<String> more) {
        return more.isEmpty() ? first : first + "\n" + String.join("\n", more);
    }

    private void off(CommandContext command) throws ChatException {
        capture.change(command.place().channel(), state -> state.withCapturing(false));
        command.answer("I no longer follow the story here. What was kept stays until /story forget.");
    }

    private void status(CommandContext command) throws ChatException {
        ChannelState state = capture.state(command.place().channel());
        String status = (state.capturing() ? "The story is followed here. " : "The story is not followed here. ")
                + "Messages kept: " + story.count(command.place().channel()) + ". "
                + (state.autoEvery() == 0
                        ? "Pictures are drawn only when asked for."
                        : automatic(state.autoEvery()) + (state.capturing() ? "." : " once it is followed."));
        command.answer(lines(status, hindrances(command.place())));
    }

    private void forget(CommandContext command) throws RefusedException, ChatException {
        MessageRef about = command.about();
        if (about != null) {
            forgetOne(command, about);
            return;
        }
        int forgotten = story.forget(command.place().channel());
        command.answer(
                "Deleted what was kept of this story: " + forgotten + (forgotten == 1 ? " message." : " messages.")
                        + " Pictures keep the words they were drawn from until those who asked for them give"
                        + " /privacy forget.");
    }

    /** Where deletions are not announced, this is the way to delete what one wrote. */
    private void forgetOne(CommandContext command, MessageRef about) throws RefusedException, ChatException {
        Optional<StoryMessage> kept = story.find(about);
        if (kept.isEmpty()) {
            throw new RefusedException("That message is not kept, so there is nothing to delete. To delete all that is"
                    + " kept of this story, a moderator gives /story forget without replying to a message.");
        }
        if (!command.by().moderator()
                && !command.by().user().equals(kept.get().author().user())) {
            throw new RefusedException("Only " + kept.get().author().name() + ", who wrote it, and moderators can"
                    + " have that message forgotten.");
        }
        story.remove(about).toCompletableFuture().join();
        command.answer("Forgotten: that message is no longer part of the story.");
    }

    private void auto(CommandContext command) throws ChatException {
        int every = command.invocation().whole("every").orElse(0);
        ChannelRef channel = command.place().channel();
        capture.change(channel, state -> state.withAutoEvery(every));
        if (every == 0) {
            command.answer("Pictures are drawn only when asked for.");
        } else if (capture.state(channel).capturing()) {
            command.answer(automatic(every) + " from now on.");
        } else {
            command.answer(automatic(every) + ", but not yet: the story is not followed here, so no messages are"
                    + " counted. Turn that on with /story on.");
        }
    }

    private static String automatic(int every) {
        return every == 1
                ? "A picture is drawn after every message"
                : "A picture is drawn every " + every + " messages";
    }

    private void say(ChannelRef channel, String text) throws ChatException {
        ChatPlatform platform = platforms.get(channel.platform());
        for (PlannedMessage part : planner.plan(OutgoingPost.text(text), platform.capabilities(channel))
                .messages()) {
            platform.send(channel, part);
        }
    }
}
