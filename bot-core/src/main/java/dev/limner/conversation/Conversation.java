package dev.limner.conversation;

import dev.limner.chat.ChannelLanes;
import dev.limner.chat.ChatEvent;
import dev.limner.chat.ChatEvent.ButtonPressed;
import dev.limner.chat.ChatEvent.ChannelDeleted;
import dev.limner.chat.ChatEvent.ChannelMoved;
import dev.limner.chat.ChatEvent.CommandInvoked;
import dev.limner.chat.ChatEvent.CommunityLeft;
import dev.limner.chat.ChatEvent.FormSubmitted;
import dev.limner.chat.ChatEvent.MessageDeleted;
import dev.limner.chat.ChatEvent.MessageEdited;
import dev.limner.chat.ChatEvent.MessagePicked;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatListener;
import dev.limner.chat.Member;
import dev.limner.chat.Place;
import dev.limner.chat.Responder;
import dev.limner.command.OptionSpec;
import dev.limner.illustration.IllustrationRepository;
import dev.limner.illustration.ReadAhead;
import dev.limner.input.RefusedException;
import dev.limner.story.Capture;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears all that happens on the platforms, each channel in its order, and sees that it is acted on. Thread-safe. */
final class Conversation implements ChatListener {
    private static final Logger log = LoggerFactory.getLogger(Conversation.class);

    private final ChannelLanes lanes;
    private final CommandTurns turns;
    private final AsideThreads forms;
    private final Capture capture;
    private final ReadAhead ahead;
    private final Retention retention;
    private final AutoIllustration automatic;
    private final Holds holds;
    private final Suggestions suggestions;
    private final PickedMessages picks;
    private final Commands commands;
    private final PictureButtons buttons;
    private final IllustrationRepository illustrations;
    private final ChannelMoves moves;
    private final Departures departures;
    private final Replies replies;

    Conversation(
            ChannelLanes lanes,
            CommandTurns turns,
            AsideThreads forms,
            Capture capture,
            ReadAhead ahead,
            Retention retention,
            AutoIllustration automatic,
            Holds holds,
            Suggestions suggestions,
            PickedMessages picks,
            Commands commands,
            PictureButtons buttons,
            IllustrationRepository illustrations,
            ChannelMoves moves,
            Departures departures,
            Replies replies) {
        this.lanes = lanes;
        this.turns = turns;
        this.forms = forms;
        this.capture = capture;
        this.ahead = ahead;
        this.retention = retention;
        this.automatic = automatic;
        this.holds = holds;
        this.suggestions = suggestions;
        this.picks = picks;
        this.commands = commands;
        this.buttons = buttons;
        this.illustrations = illustrations;
        this.moves = moves;
        this.departures = departures;
        this.replies = replies;
    }

    @Override
    public CompletionStage<Void> onEvent(ChatEvent event) {
        if (event instanceof ButtonPressed pressed && mayOpenForm(pressed.buttonId())) {
            return openForm(pressed);
        }
        return lanes.submit(event.place().channel(), () -> act(event));
    }

    @Override
    public boolean mayOpenForm(String buttonId) {
        return PictureButtons.mayOpenForm(buttonId);
    }

    /** Changes nothing, so it need not wait for what came before in its channel, for which it has no time. */
    private CompletionStage<Void> openForm(ButtonPressed event) {
        try {
            return forms.run(() -> act(event));
        } catch (RejectedExecutionException full) {
            return CompletableFuture.failedFuture(full);
        }
    }

    private CompletionStage<Void> act(ChatEvent event) {
        if (event instanceof MessagePosted posted) {
            return posted(posted);
        } else if (event instanceof MessageEdited edited) {
            return capture.edited(edited);
        } else if (event instanceof MessageDeleted deleted) {
            return capture.deleted(deleted);
        } else if (event instanceof ChannelMoved moved) {
            return moved(moved);
        } else if (event instanceof ChannelDeleted deleted) {
            return departures.deleted(deleted);
        } else if (event instanceof CommunityLeft left) {
            return departures.left(left);
        } else if (event instanceof CommandInvoked invoked) {
            return command(invoked);
        } else if (event instanceof MessagePicked picked) {
            return answered(picked.responder(), picked.place(), picked.by(), () -> picks.draw(picked));
        } else if (event instanceof ButtonPressed pressed) {
            return answered(pressed.responder(), pressed.place(), pressed.by(), () -> buttons.pressed(pressed));
        } else if (event instanceof FormSubmitted submitted) {
            return answered(
                    submitted.responder(), submitted.place(), submitted.by(), () -> buttons.submitted(submitted));
        }
        throw new IllegalStateException("an event of no known kind: " + event.getClass());
    }

    private CompletionStage<Void> command(CommandInvoked event) {
        retention.keep(event.place());
        Supplier<CompletionStage<Void>> run =
                () -> answered(event.responder(), event.place(), event.by(), () -> commands.run(context(event)));
        return turns.give(
                event,
                commands.turn(event.invocation()),
                run,
                () -> replies.refuse(
                        event.responder(),
                        event.place(),
                        event.by(),
                        "Too much of that is under way at the moment. Try again in a minute."));
    }

    private CompletionStage<Void> posted(MessagePosted event) {
        retention.keep(event.place());
        boolean automatically = capture.state(event.place().channel()).autoEvery() > 0;
        CompletionStage<Void> kept = capture.posted(event);
        holds.begin(event, () -> lookForAutomatic(event));
        if (capture.keeps(event)) {
            ahead.captured(event);
        }
        return automatically ? kept.thenRun(() -> lookForAutomatic(event)) : kept;
    }

    @Override
    public List<String> suggestions(Place place, OptionSpec option, String typed, int limit) {
        return suggestions.of(place, option, typed, limit);
    }

    /** On the lane again, since the thread that keeps messages must not wait for anything. */
    private void lookForAutomatic(MessagePosted event) {
        var unused = lanes.submit(event.place().channel(), () -> {
            automatic.afterMessage(event.place());
            return done();
        });
    }

    private CompletionStage<Void> moved(ChannelMoved event) {
        moves.move(event.place(), event.to());
        capture.moved(event.place().channel(), event.to().channel());
        return done();
    }

    private CommandContext context(CommandInvoked event) {
        return new CommandContext(
                event.place(),
                event.by(),
                event.invocation(),
                event.message(),
                event.about(),
                event.responder(),
                replies);
    }

    /** Whatever happens, whoever asked gets an answer, and the lane goes on. */
    private CompletionStage<Void> answered(Responder responder, Place place, Member by, Action action) {
        try {
            if (!wasAccepted(responder, by)) {
                action.run();
            }
        } catch (RefusedException e) {
            replies.refuse(responder, place, by, e.userText());
        } catch (ChatException e) {
            log.warn("answer not delivered: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("a command failed", e);
            replies.refuse(
                    responder,
                    place,
                    by,
                    "That went wrong on my side, and nothing was changed. Try again; if it stays so,"
                            + " tell whoever runs me.");
        }
        return done();
    }

    /** Whether an event that is told again led to a picture already, before the process that heard it ended. */
    private boolean wasAccepted(Responder responder, Member by) {
        return responder
                .telling()
                .filter(telling -> telling.again() && illustrations.isOf(by.user(), telling.event()))
                .isPresent();
    }

    private static CompletionStage<Void> done() {
        return CompletableFuture.completedFuture(null);
    }

    private interface Action {
        void run() throws RefusedException, ChatException;
    }
}
