package dev.limner.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.FakePlatform;
import dev.limner.illustration.Order;
import dev.limner.image.GenerationOutcome;
import dev.limner.prompt.Ask;
import dev.limner.prompt.Mode;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The message that says how far a picture is, where the chat is slower than the image server. */
class StatusTest {
    private static final Ask IDEA = new Ask(Mode.IMAGINE, null, null, "a lighthouse", null, null, null);

    @RegisterExtension
    final CoreRoom room = new CoreRoom();

    private final CountDownLatch onItsWay = new CountDownLatch(1);
    private final CountDownLatch chat = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch ready = new CountDownLatch(1);

    @Test
    void what_was_drawn_before_the_status_stood_in_the_chat_is_shown_when_it_does() throws Exception {
        room.platform().holdNextSend(onItsWay, chat);
        room.backend().next(progress -> {
            progress.onProgress(0.5);
            begun.countDown();
            ready.await();
            return ScriptedBackend.drawn();
        });

        room.sam().type("/imagine a lighthouse", List.of());
        begun.await();
        chat.countDown();

        await().until(() ->
                room.statuses().stream().anyMatch(status -> status.text().contains("50 %")));
        ready.countDown();
        room.picture(1);
        await().until(() -> room.statuses().isEmpty());
    }

    @Test
    void what_is_drawn_by_a_server_that_tells_no_progress_is_said_to_be_drawn_and_what_waits_for_it_to_wait() {
        room.backend().next(progress -> {
            ready.await();
            return ScriptedBackend.drawn();
        });

        room.sam().type("/imagine a lighthouse", List.of());
        await().until(() ->
                room.statuses().stream().anyMatch(status -> status.text().equals("Drawing an idea.")));
        room.sam().type("/imagine a small boat", List.of());

        await().until(() ->
                room.statuses().stream().anyMatch(status -> status.text().startsWith("Accepted: an idea.")));
        assertThat(room.statuses()).anyMatch(status -> status.text().equals("Drawing an idea."));
        ready.countDown();
        room.picture(2);
        await().until(() -> room.statuses().isEmpty());
    }

    @Test
    void of_what_is_accepted_without_a_word_nothing_is_heard_before_its_picture() throws Exception {
        room.backend().next(progress -> {
            progress.onProgress(0.5);
            begun.countDown();
            ready.await();
            return ScriptedBackend.drawn();
        });

        room.core()
                .illustrator()
                .accept(new Order(FakePlatform.ROOM, room.sam().member(), IDEA, null).unacknowledged());
        begun.await();
        assertThat(room.sam().sees()).isEmpty();
        ready.countDown();

        room.picture(1);
        assertThat(room.sam().sees()).hasSize(1);
    }

    @Test
    void why_there_is_no_picture_is_told_also_of_what_was_accepted_without_a_word() throws Exception {
        room.backend().next(progress -> new GenerationOutcome.Refused("It was filtered."));

        room.core()
                .illustrator()
                .accept(new Order(FakePlatform.ROOM, room.sam().member(), IDEA, null).unacknowledged());

        await().until(() ->
                room.sam().sees().stream().anyMatch(seen -> seen.text().contains("It was filtered.")));
    }

    @Test
    void a_preview_is_shown_though_the_percentage_stayed_the_same() throws Exception {
        CountDownLatch shown = new CountDownLatch(1);
        room.backend().next(progress -> {
            progress.onProgress(0.5);
            shown.await();
            progress.onPreview(ScriptedBackend.png(), "image/png");
            ready.await();
            return ScriptedBackend.drawn();
        });

        room.sam().type("/imagine a lighthouse", List.of());
        await().until(() ->
                room.statuses().stream().anyMatch(status -> status.text().contains("50 %")));
        shown.countDown();

        await().until(() ->
                room.statuses().stream().anyMatch(status -> !status.files().isEmpty()));
        ready.countDown();
        await().until(() -> room.statuses().isEmpty());
    }

    @Test
    void a_picture_is_drawn_while_the_disk_is_waited_for_and_nobody_is_told_before_that_it_was_accepted()
            throws Exception {
        CountDownLatch disk = new CountDownLatch(1);
        room.illustrations().settleWhen(disk);
        room.backend().next(progress -> {
            begun.countDown();
            ready.await();
            return ScriptedBackend.drawn();
        });

        room.sam().type("/imagine a lighthouse", List.of());
        begun.await();
        assertThat(room.sam().sees()).isEmpty();
        disk.countDown();

        await().until(() -> !room.statuses().isEmpty());
        ready.countDown();
        room.picture(1);
        await().until(() -> room.statuses().isEmpty());
    }

    @Test
    void a_picture_that_is_posted_before_the_disk_has_what_asked_for_it_stands_alone() {
        CountDownLatch disk = new CountDownLatch(1);
        room.illustrations().settleWhen(disk);

        room.sam().type("/imagine a lighthouse", List.of());
        room.picture(1);
        assertThat(room.sam().sees()).hasSize(1);
        disk.countDown();
        // its own status comes behind what was to be told before
        room.sam().type("/imagine a small boat", List.of());
        room.picture(2);

        await().until(() -> room.statuses().isEmpty());
        assertThat(room.sam().sees()).hasSize(2);
    }

    @Test
    void a_status_that_comes_after_the_picture_is_taken_away() {
        room.platform().holdNextSend(onItsWay, chat);
        room.backend().next(progress -> {
            onItsWay.await();
            return ScriptedBackend.drawn();
        });

        room.sam().type("/imagine a lighthouse", List.of());
        room.picture(1);
        assertThat(room.statuses()).isEmpty();
        chat.countDown();
        // its own status comes behind the late one
        room.sam().type("/imagine a small boat", List.of());
        room.picture(2);

        await().until(() -> room.statuses().isEmpty());
        assertThat(room.sam().sees()).hasSize(2);
    }
}
