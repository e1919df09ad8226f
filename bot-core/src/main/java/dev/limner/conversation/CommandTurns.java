package dev.limner.conversation;

import dev.limner.chat.ChannelLanes;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatEvent.CommandInvoked;
import dev.limner.chat.UserRef;
import dev.limner.conversation.CommandHandler.Turn;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * Gives commands their turns: that of their channel, unless they wait for somebody else's server. Of those only a few run at
 * a time. Thread-safe.
 */
final class CommandTurns implements AutoCloseable {
    private final ChannelLanes lanes;
    private final AsideThreads asking = new AsideThreads("asking", 4, 32);
    private final AsideThreads fetching = new AsideThreads("fetching", 4, 32);
    /** The last command of a person in a channel, where that waits or others would have to wait for it. */
    private final Map<Asker, CompletionStage<Void>> unfinished = new ConcurrentHashMap<>();

    CommandTurns(ChannelLanes lanes) {
        this.lanes = lanes;
    }

    private record Asker(ChannelRef channel, UserRef person) {}

    /**
     * To be called in the channel's turn.
     *
     * @param refusal is run instead of the command when too much waits already
     */
    CompletionStage<Void> give(
            CommandInvoked event, Turn turn, Supplier<CompletionStage<Void>> command, Runnable refusal) {
        if (turn == Turn.ASIDE) {
            return aside(asking, command, refusal);
        }
        Asker asker = new Asker(event.place().channel(), event.by().user());
        CompletionStage<Void> before = unfinished.get(asker);
        if (before == null) {
            return turn == Turn.OF_CHANNEL ? command.get() : remembered(asker, aside(fetching, command, refusal));
        }
        CompletionStage<Void> free = before.exceptionally(fault -> null);
        return remembered(
                asker,
                turn == Turn.OF_CHANNEL
                        ? free.thenCompose(ready -> lanes.submit(asker.channel(), command::get))
                        : free.thenCompose(ready -> aside(fetching, command, refusal)));
    }

    private CompletionStage<Void> remembered(Asker asker, CompletionStage<Void> done) {
        unfinished.put(asker, done);
        return done.whenComplete((nothing, fault) -> unfinished.remove(asker, done));
    }

    private static CompletionStage<Void> aside(
            AsideThreads threads, Supplier<CompletionStage<Void>> command, Runnable refusal) {
        try {
            return threads.run(command);
        } catch (RejectedExecutionException full) {
            refusal.run();
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Interrupts what runs aside. */
    @Override
    public void close() {
        asking.close();
        fetching.close();
    }
}
