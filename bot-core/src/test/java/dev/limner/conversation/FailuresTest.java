package dev.limner.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.Capabilities;
import dev.limner.chat.ChatEvent.CommandInvoked;
import dev.limner.chat.ChatException;
import dev.limner.chat.FakePlatform;
import dev.limner.chat.Member;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.Responder;
import dev.limner.chat.UserRef;
import dev.limner.command.CommandCatalog;
import dev.limner.command.TypedCommandParser;
import dev.limner.image.BackendException;
import dev.limner.image.GenerationOutcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of a request when a server or the chat fails, through the whole core. */
class FailuresTest {
    @RegisterExtension
    final CoreRoom room = new CoreRoom();

    @Test
    void a_backend_that_errs_is_tried_again_and_then_draws() {
        room.backend().failing(1, true);
        room.story();
        room.sam().type("/scene", List.of());

        await().atMost(Duration.ofSeconds(30)).until(() -> room.pictures().size() == 1);
        assertThat(room.backend().requests()).hasSize(2);
    }

    @Test
    void what_cannot_succeed_is_tried_once_and_told_with_what_to_do() {
        room.backend().failing(1, false);
        room.story();
        room.sam().type("/scene", List.of());

        await().until(() -> room.sam().sees().stream()
                .anyMatch(seen -> seen.text().contains("The server stumbled. Ask again later.")));
        assertThat(room.backend().requests()).hasSize(1);
        assertThat(room.sam().sees())
                .anySatisfy(seen -> assertThat(room.labels(seen)).containsExactly("Try again"));
    }

    @Test
    void what_may_have_been_drawn_is_asked_for_once_more_by_the_button_and_not_by_itself() {
        room.backend().next(progress -> {
            throw new BackendException(
                    "It may charge for that.", "broke off midway", BackendException.Next.NOWHERE, null, null);
        });
        room.story();
        room.sam().type("/scene", List.of());
        await().until(() ->
                room.sam().sees().stream().anyMatch(seen -> seen.text().contains("may charge")));
        assertThat(room.backend().requests()).hasSize(1);

        room.press(
                room.sam(),
                room.sam().sees().stream()
                        .filter(seen -> seen.text().contains("may charge"))
                        .findFirst()
                        .orElseThrow(),
                "Try again");

        room.picture(1);
        assertThat(room.backend().requests()).hasSize(2);
    }

    @Test
    void a_refusal_is_told_once_and_the_queue_goes_on() {
        room.backend().next(progress -> new GenerationOutcome.Refused("The server's filter refused it."));
        room.story();
        room.sam().type("/scene", List.of());
        room.mod().type("/imagine a lighthouse", List.of());

        room.picture(1);
        await().until(() ->
                room.sam().sees().stream().anyMatch(seen -> seen.text().contains("filter refused")));
        assertThat(room.sam().sees())
                .filteredOn(seen -> seen.text().contains("filter refused"))
                .allSatisfy(seen -> assertThat(seen.buttons()).isEmpty());
    }

    @Test
    void what_no_further_try_can_mend_has_no_button_to_try_it() {
        room.backend().next(progress -> {
            throw new BackendException(
                    "It did not accept this request.", "status 422", BackendException.Next.UNFIT, null, null);
        });
        room.story();
        room.sam().type("/scene", List.of());

        await().until(() ->
                room.sam().sees().stream().anyMatch(seen -> seen.text().contains("did not accept")));
        assertThat(room.backend().requests()).hasSize(1);
        assertThat(room.sam().sees())
                .filteredOn(seen -> seen.text().contains("did not accept"))
                .allSatisfy(seen -> assertThat(seen.buttons()).isEmpty());
    }

    @Test
    void a_backend_with_a_fault_of_its_own_does_not_stop_the_queue() {
        for (int i = 0; i < 3; i++) {
            room.backend().next(progress -> {
                throw new IllegalStateException("a fault in the adapter");
            });
        }
        room.story();
        room.sam().type("/scene", List.of());
        await().atMost(Duration.ofSeconds(40))
                .until(() ->
                        room.sam().sees().stream().anyMatch(seen -> seen.text().contains("could not be asked")));

        room.sam().type("/imagine a lighthouse", List.of());

        room.picture(1);
    }

    @Test
    void a_picture_whose_post_fails_is_posted_later_and_not_drawn_again() {
        CountDownLatch ready = new CountDownLatch(1);
        room.backend().next(progress -> {
            ready.await();
            return ScriptedBackend.drawn();
        });
        room.story();
        room.sam().type("/scene", List.of());
        await().until(() -> !room.statuses().isEmpty());
        room.platform()
                .failNextSendAfterDelivering(new ChatException(
                        ChatException.Kind.UNAVAILABLE, "no answer", true, Duration.ofMillis(50), null));
        ready.countDown();

        await().until(() -> room.statuses().isEmpty());
        assertThat(room.pictures()).hasSize(1);
        assertThat(room.backend().requests()).hasSize(1);
    }

    @Test
    void a_channel_that_is_gone_ends_a_request_without_drawing_it_again() {
        CountDownLatch ready = new CountDownLatch(1);
        room.backend().next(progress -> {
            ready.await();
            return ScriptedBackend.drawn();
        });
        room.story();
        room.sam().type("/scene", List.of());
        await().until(() -> !room.statuses().isEmpty());
        room.platform().failNextSend(new ChatException(ChatException.Kind.GONE, "the channel is gone"));
        ready.countDown();
        await().until(() ->
                room.sam().sees().stream().anyMatch(seen -> seen.text().contains("could not be shown here")));

        room.sam().type("/imagine a lighthouse", List.of());

        room.picture(1);
        assertThat(room.backend().requests()).hasSize(2);
    }

    @Test
    void a_backend_that_goes_on_erring_is_tried_three_times_and_then_told() {
        room.backend().failing(4, true);
        room.story();
        room.sam().type("/scene", List.of());

        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        room.sam().sees().stream().anyMatch(seen -> seen.text().startsWith("I could not draw")));
        assertThat(room.backend().requests()).hasSize(3);
    }

    @Test
    void what_was_deleted_before_a_retry_is_not_drawn_by_it() {
        room.story();
        String regretted = room.sam().say("A blue door is shut.");
        room.backend().next(progress -> {
            room.sam().delete(regretted);
            room.sam().lastStage().toCompletableFuture().join();
            throw new BackendException("The server stumbled.", "status 500", true, null);
        });
        room.sam().type("/scene", List.of());
        room.picture(1);

        assertThat(room.backend().requests().get(0).composition().prompt()).contains("blue door");
        assertThat(room.backend().requests().get(1).composition().prompt())
                .contains("lantern")
                .doesNotContain("blue door");
    }

    @Test
    void a_reroll_that_is_tried_again_keeps_its_prompt() {
        room.story();
        room.sam().type("/scene", List.of());
        room.picture(1);
        room.backend().failing(1, true);
        room.press(room.sam(), room.picture(1), "Reroll");
        room.sam().say("A blue door is shut.");
        room.picture(2);

        assertThat(room.backend().requests()).hasSize(3);
        assertThat(room.backend().requests())
                .extracting(request -> request.composition().prompt())
                .containsOnly(room.backend().requests().get(0).composition().prompt());
    }

    @Test
    void where_nothing_may_be_posted_whoever_asked_is_answered_and_nothing_is_drawn() {
        room.story();
        room.sam().lastStage().toCompletableFuture().join();
        CountDownLatch told = new CountDownLatch(1);
        room.backend().next(progress -> {
            told.await();
            return ScriptedBackend.drawn();
        });
        room.platform().failNextSend(forbidden());
        room.platform().failNextSend(forbidden());

        room.sam().type("/scene", List.of());

        await().until(() -> room.sam().answers().stream()
                .anyMatch(answer -> answer.text().contains("could not be shown here: I may not post there")));
        told.countDown();
        room.sam().type("/imagine a lighthouse", List.of());
        room.picture(1);
    }

    @Test
    void a_refusal_that_the_channel_does_not_take_is_told_to_whoever_asked() {
        CountDownLatch ready = new CountDownLatch(1);
        room.story();
        room.sam().lastStage().toCompletableFuture().join();
        room.backend().next(progress -> {
            ready.await();
            return new GenerationOutcome.Refused("The server's filter refused it.");
        });
        room.platform().failNextSend(new ChatException(ChatException.Kind.UNAVAILABLE, "it stumbled"));
        room.platform().failNextSend(forbidden());
        room.sam().type("/scene", List.of());

        ready.countDown();

        await().until(() ->
                room.sam().answers().stream().anyMatch(answer -> answer.text().contains("filter refused")));
        assertThat(room.sam().sees()).noneMatch(seen -> seen.text().contains("filter refused"));
    }

    @Test
    void where_neither_the_channel_nor_the_command_takes_it_whoever_asked_is_told_outside_of_both() throws Exception {
        room.platform().openPrivateLine();
        // the status, how it ended, and the picture where that is faster than the status
        room.platform().failNextSend(forbidden());
        room.platform().failNextSend(forbidden());
        room.platform().failNextSend(forbidden());
        UserRef sam = new UserRef(FakePlatform.ID, "Sam");

        room.core()
                .listener()
                .onEvent(new CommandInvoked(
                        FakePlatform.ROOM,
                        new Member(sam, "Sam", false),
                        new TypedCommandParser(CommandCatalog.standard()).parse("/imagine a lighthouse", List.of()),
                        null,
                        new Closed()));

        await().until(() -> !room.platform().told().isEmpty());
        assertThat(room.platform().told()).singleElement().satisfies(told -> {
            assertThat(told.person()).isEqualTo(sam);
            assertThat(told.text()).contains("I may not post there");
        });
    }

    /** A command that takes no answers any more. */
    private static final class Closed implements Responder {
        @Override
        public Capabilities capabilities() {
            return FakePlatform.ROOMY;
        }

        @Override
        public void respond(PlannedMessage message) {
            throw new AssertionError("it is closed");
        }

        @Override
        public boolean isOpen() {
            return false;
        }
    }

    private static ChatException forbidden() {
        return new ChatException(ChatException.Kind.FORBIDDEN, "I may not post there");
    }
}
