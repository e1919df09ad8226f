package dev.limner.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.Button;
import dev.limner.chat.Capabilities;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatEvent.ButtonPressed;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatUser.Seen;
import dev.limner.chat.FakePlatform;
import dev.limner.chat.FakeUser;
import dev.limner.chat.Member;
import dev.limner.chat.MessageRef;
import dev.limner.chat.Place;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.Responder;
import dev.limner.chat.TextLimit;
import dev.limner.chat.UserRef;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the buttons do, through the whole core. */
class PictureButtonsTest {
    @RegisterExtension
    final CoreRoom room = new CoreRoom();

    @Test
    void reroll_draws_the_same_prompt_with_another_seed_and_keeps_the_old_picture() {
        room.story();
        room.sam().type("/scene", List.of());
        room.press(room.sam(), room.picture(1), "Reroll");
        room.picture(2);

        var requests = room.backend().requests();
        assertThat(requests.get(1).composition().prompt())
                .isEqualTo(requests.get(0).composition().prompt());
        assertThat(requests.get(1).composition().seed())
                .isNotEqualTo(requests.get(0).composition().seed());
    }

    @Test
    void an_edited_prompt_is_drawn_as_it_stands() {
        room.story();
        room.sam().type("/scene", List.of());
        room.press(room.sam(), room.picture(1), "Edit prompt");
        await().until(() -> !room.sam().forms().isEmpty());
        assertThat(room.sam().forms().get(0).value()).contains("silver hair");

        room.sam().submit(room.sam().forms().get(0), "a paper boat on fire");
        room.picture(2);

        assertThat(room.backend().requests().get(1).composition().prompt())
                .containsIgnoringCase("a paper boat on fire")
                .doesNotContain("silver hair");
    }

    @Test
    void the_prompt_button_shows_the_prompt_to_whoever_pressed_it() {
        room.story();
        room.sam().type("/scene", List.of());
        room.press(room.sam(), room.picture(1), "Prompt");

        assertThat(room.lastAnswer(room.sam())).contains("Prompt:", "Cast: Mira", "Tokens: about");
    }

    @Test
    void a_picture_is_deleted_by_whoever_asked_for_it_or_a_moderator_and_by_nobody_else() {
        room.story();
        room.sam().type("/scene", List.of());
        Seen picture = room.picture(1);

        room.press(room.platform().user("Eve"), picture, "Delete");
        assertThat(room.picture(1)).isNotNull();
        room.press(room.sam(), picture, "Delete");

        await().until(() -> room.pictures().isEmpty());
    }

    @Test
    void a_picture_whose_words_took_several_messages_is_deleted_whole() {
        Capabilities roomy = FakePlatform.ROOMY;
        room.platform()
                .limitTo(new Capabilities(
                        roomy.text(),
                        new TextLimit(10, roomy.caption().unit()),
                        roomy.attachments(),
                        roomy.attachmentBytes(),
                        roomy.altText(),
                        roomy.buttons(),
                        roomy.buttonId(),
                        roomy.buttonLabel(),
                        roomy.editInterval(),
                        roomy.postsOnce()));
        room.sam().type("/imagine a lighthouse", List.of());
        room.picture(1);
        await().until(() -> room.statuses().isEmpty());
        assertThat(room.sam().sees()).hasSizeGreaterThan(1);
        Seen withButtons = room.sam().sees().stream()
                .filter(seen -> room.labels(seen).contains("Delete"))
                .findFirst()
                .orElseThrow();

        room.press(room.sam(), withButtons, "Delete");

        assertThat(room.sam().sees()).isEmpty();
    }

    @Test
    void a_request_under_way_can_be_taken_back() throws Exception {
        CountDownLatch drawing = new CountDownLatch(1);
        room.backend().next(progress -> {
            drawing.countDown();
            new CountDownLatch(1).await();
            return ScriptedBackend.drawn();
        });
        room.story();
        room.sam().type("/scene", List.of());
        drawing.await();
        await().until(() -> !room.statuses().isEmpty());

        room.press(room.sam(), room.statuses().get(0), "Cancel");

        await().until(() ->
                room.sam().sees().stream().anyMatch(seen -> seen.text().startsWith("Cancelled")));
        assertThat(room.pictures()).isEmpty();
    }

    @Test
    void a_request_that_waits_can_be_taken_back_and_is_never_drawn() {
        CountDownLatch ready = new CountDownLatch(1);
        room.backend().next(progress -> {
            ready.await();
            return ScriptedBackend.drawn();
        });
        room.sam().type("/imagine a lighthouse", List.of());
        room.sam().type("/imagine a small boat", List.of());
        await().until(() -> room.statuses().size() == 2);

        room.press(room.sam(), room.statuses().get(1), "Cancel");
        ready.countDown();

        await().until(() -> room.pictures().size() == 1 && room.statuses().isEmpty());
        assertThat(room.backend().requests())
                .singleElement()
                .satisfies(request -> assertThat(request.composition().prompt()).containsIgnoringCase("a lighthouse"));
    }

    @Test
    void what_is_drawn_already_is_too_late_to_cancel() {
        CountDownLatch ready = new CountDownLatch(1);
        room.backend().next(progress -> {
            ready.await();
            return ScriptedBackend.drawn();
        });
        room.sam().type("/imagine a lighthouse", List.of());
        await().until(() -> room.statuses().size() == 1);
        Seen status = room.statuses().get(0);
        ready.countDown();
        room.picture(1);
        await().until(() -> room.statuses().isEmpty());

        room.press(room.sam(), status, "Cancel");

        assertThat(room.lastAnswer(room.sam())).contains("too late to cancel");
    }

    @Test
    void nobody_else_cancels_a_request_but_a_moderator() {
        CountDownLatch ready = new CountDownLatch(1);
        room.backend().next(progress -> {
            ready.await();
            return ScriptedBackend.drawn();
        });
        room.sam().type("/imagine a lighthouse", List.of());
        await().until(() -> room.statuses().size() == 1);
        Seen status = room.statuses().get(0);
        FakeUser eve = room.platform().user("Eve");

        room.press(eve, status, "Cancel");
        assertThat(room.lastAnswer(eve)).contains("Only Sam");
        room.press(room.mod(), status, "Cancel");

        await().until(() -> room.statuses().isEmpty());
        assertThat(room.pictures()).isEmpty();
    }

    @Test
    void a_button_that_is_none_of_ours_is_answered() {
        room.story();
        room.sam().type("/scene", List.of());
        Seen picture = room.picture(1);

        for (String id : List.of("", "x", "reroll", "reroll:", "reroll:nothing-of-that-id", "\u0000;drop")) {
            room.sam().press(picture.id(), id);
            assertThat(room.lastAnswer(room.sam())).as(id).containsAnyOf("not one of mine", "no longer know");
        }
    }

    @Test
    void a_button_of_one_channel_tells_nothing_in_another() {
        room.story();
        room.sam().type("/scene", List.of());
        Seen picture = room.picture(1);
        ChannelRef elsewhere = new ChannelRef(FakePlatform.ID, "elsewhere");
        FakeUser eve = room.platform().moderator("Eve").in(new Place(elsewhere, null, FakePlatform.ROOM.community()));

        for (Button button : picture.buttons()) {
            eve.press(picture.id(), button.id());
            assertThat(room.lastAnswer(eve)).as(button.label()).contains("no longer know that picture");
        }
        assertThat(room.backend().requests()).hasSize(1);
    }

    @Test
    void a_form_opens_at_once_however_much_its_channel_has_to_do() throws Exception {
        room.story();
        room.sam().type("/scene", List.of());
        Seen picture = room.picture(1);
        await().until(() -> room.statuses().isEmpty());
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        room.mod().type("/story off", List.of());
        room.platform().holdNextSend(busy, free);
        room.mod().type("/story on", List.of());
        busy.await();

        try {
            room.press(room.sam(), picture, "Edit prompt");

            assertThat(room.sam().forms()).hasSize(1);
        } finally {
            free.countDown();
        }
    }

    @Test
    void where_it_is_too_late_for_a_form_the_prompt_is_answered_to_be_copied() throws Exception {
        room.sam().type("/imagine a lighthouse", List.of());
        Seen picture = room.picture(1);
        List<String> answers = new CopyOnWriteArrayList<>();
        String edit = picture.buttons().stream()
                .filter(button -> button.label().equals("Edit prompt"))
                .map(Button::id)
                .findFirst()
                .orElseThrow();

        room.core()
                .listener()
                .onEvent(new ButtonPressed(
                        FakePlatform.ROOM,
                        new Member(new UserRef(FakePlatform.ID, "Sam"), "Sam", false),
                        new MessageRef(FakePlatform.ROOM.channel(), picture.id()),
                        edit,
                        new Responder() {
                            @Override
                            public Capabilities capabilities() {
                                return FakePlatform.ROOMY;
                            }

                            @Override
                            public void respond(PlannedMessage message) {
                                answers.add(message.text());
                            }

                            @Override
                            public Optional<FormOpener> forms() {
                                return Optional.of(form -> {
                                    throw new ChatException(ChatException.Kind.GONE, "too late for a form");
                                });
                            }
                        }))
                .toCompletableFuture()
                .join();

        assertThat(answers).singleElement().asString().contains("send it with /imagine", "a lighthouse");
    }
}
