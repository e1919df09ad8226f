package dev.limner.discord;

import static dev.limner.discord.DiscordRoom.PATIENCE;
import static dev.limner.discord.DiscordRoom.give;
import static dev.limner.discord.DiscordRoom.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChatEvent;
import dev.limner.chat.ChatListener;
import dev.limner.chat.Place;
import dev.limner.command.CommandCatalog;
import dev.limner.command.OptionSpec;
import dev.limner.discord.loopback.Discordia;
import dev.limner.discord.loopback.Interaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Much at once: everybody is answered, and nobody waits for what is slow for others. */
class DiscordCrowdTest {
    private static final String HERE = Discordia.WRITING;
    private static final int NOTHING_VISIBLE = 6;

    @RegisterExtension
    private final DiscordRoom room = new DiscordRoom();

    @Test
    void of_two_hundred_scenes_asked_for_at_once_ten_are_accepted_and_the_others_told_why_not() throws Exception {
        room.start().follow(HERE);
        room.backend().holdBack();
        room.player().say("Mira lifts the lantern.");
        await().atMost(PATIENCE).until(() -> room.kept(HERE).size() == 1);

        List<Interaction> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(give(room.player(), "scene", Map.of()));
        }

        await().atMost(PATIENCE)
                .until(() -> room.player().answers().size() == 190
                        && all.stream().filter(Interaction::isDeleted).count() == 10);
        assertThat(room.player().answers())
                .allSatisfy(answer -> assertThat(answer.text()).startsWith("You have 10 pictures waiting"));
        await().atMost(PATIENCE).until(() -> room.player().sees().size() == 1 + 10);

        for (int i = 0; i < 10; i++) {
            room.backend().letOneGo();
        }
        room.picture(HERE, 10);
        await().atMost(PATIENCE).until(() -> room.player().sees().size() == 1 + 10);
        assertThat(room.pictures(HERE)).hasSize(10);
    }

    @Test
    void suggestions_and_answers_that_are_slow_hold_up_no_button() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        try (Discord discord = room.connect()) {
            discord.start(new Slow(slow), CommandCatalog.standard());
            for (int i = 0; i < 20; i++) {
                room.player().complete(spec("character show"), "name", "m");
            }
            for (int i = 0; i < 20; i++) {
                room.world().rest().interruptNext("PATCH webhooks/.*", true, () -> waitFor(slow));
                give(room.player(), "help", Map.of());
            }

            Interaction pressed = room.player().pressed(room.player().say("Here."), "a button");

            await().atMost(PATIENCE).until(() -> pressed.acknowledgedWith() == NOTHING_VISIBLE);
            slow.countDown();
        } finally {
            slow.countDown();
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes no command, is long about suggestions, and never done with a button. */
    private record Slow(CountDownLatch latch) implements ChatListener {
        @Override
        public CompletionStage<Void> onEvent(ChatEvent event) {
            return event instanceof ChatEvent.CommandInvoked
                    ? CompletableFuture.failedFuture(new RejectedExecutionException("full"))
                    : new CompletableFuture<>();
        }

        @Override
        public List<String> suggestions(Place place, OptionSpec option, String typed, int limit) {
            waitFor(latch);
            return List.of();
        }
    }
}
