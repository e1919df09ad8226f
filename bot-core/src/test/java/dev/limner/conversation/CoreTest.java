package dev.limner.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.avatar.InMemoryAvatars;
import dev.limner.avatar.InMemoryImages;
import dev.limner.character.InMemoryCharacters;
import dev.limner.character.InMemorySettings;
import dev.limner.character.InMemoryStyles;
import dev.limner.chat.Button;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatUser.Seen;
import dev.limner.chat.FakePlatform;
import dev.limner.chat.FakeUser;
import dev.limner.illustration.InMemoryIllustrations;
import dev.limner.illustration.InMemoryLanes;
import dev.limner.image.Backends;
import dev.limner.image.GenerationOutcome;
import dev.limner.story.InMemoryChannelStates;
import dev.limner.story.InMemoryStoryLog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole core between a chat platform and an image server, both in memory. */
class CoreTest {
    private final ScriptedBackend backend = new ScriptedBackend();
    private final FakePlatform platform = new FakePlatform();
    private final FakeUser mod = platform.moderator("Ines");
    private final FakeUser sam = platform.user("Sam");
    private Core core;

    @BeforeEach
    void open() throws Exception {
        InMemoryAvatars avatars = new InMemoryAvatars();
        core = new Core(
                new Repositories(
                        new InMemoryStoryLog(),
                        new InMemoryChannelStates(),
                        avatars,
                        new InMemoryImages(Set::of),
                        new InMemoryCharacters(),
                        new InMemoryStyles(),
                        new InMemorySettings(),
                        new InMemoryIllustrations()),
                new InMemoryLanes(4, InstantSource.system()),
                new Backends(List.of(backend)),
                InstantSource.system(),
                new Random(7));
        core.add(platform);
        platform.start(core.listener(), core.catalog());
        core.start();
    }

    @AfterEach
    void close() {
        core.close();
        platform.close();
    }

    @Test
    void every_command_of_the_catalogue_is_handled() {
        for (var command : core.catalog().all()) {
            assertThat(core.handles(command.path())).as(command.path()).isTrue();
        }
    }

    @Test
    void a_story_becomes_a_picture_with_alt_text_and_buttons() {
        story();
        sam.type("/scene", List.of());

        Seen picture = picture(1);

        assertThat(picture.files().get(0).altText()).contains("Mira");
        assertThat(labels(picture)).containsExactly("Reroll", "Edit prompt", "Prompt", "Delete");
        assertThat(picture.text()).contains("Sam");
        await().until(() -> statuses().isEmpty());
        assertThat(backend.requests().get(0).composition().prompt()).contains("silver hair", "lantern");
    }

    @Test
    void nothing_is_kept_before_a_moderator_turned_it_on_and_then_all_are_told() {
        sam.say("Mira waits.");
        sam.type("/scene", List.of());
        assertThat(lastAnswer(sam)).contains("/story on");

        sam.type("/story on", List.of());
        assertThat(lastAnswer(sam)).contains("moderators");

        mod.type("/story on", List.of());
        assertThat(sam.sees()).anySatisfy(seen -> assertThat(seen.text()).contains("I follow the story"));
    }

    @Test
    void a_second_scene_without_new_story_is_refused_with_what_to_do() {
        story();
        sam.type("/scene", List.of());
        picture(1);
        await().until(() -> statuses().isEmpty());

        sam.type("/scene", List.of());

        assertThat(lastAnswer(sam)).contains("Nothing was written since the last picture", "/scene messages=12");
    }

    @Test
    void a_message_edited_or_deleted_is_edited_or_deleted_in_the_story() {
        mod.type("/story on", List.of());
        String first = sam.say("A red door stands open.");
        String second = sam.say("A blue door is shut.");
        sam.edit(first, "A green door stands open.");
        sam.delete(second);

        sam.type("/scene", List.of());
        picture(1);

        assertThat(backend.requests().get(0).composition().prompt())
                .contains("green door")
                .doesNotContain("red door", "blue door");
    }

    @Test
    void reroll_draws_the_same_prompt_with_another_seed_and_keeps_the_old_picture() {
        story();
        sam.type("/scene", List.of());
        press(sam, picture(1), "Reroll");
        picture(2);

        var requests = backend.requests();
        assertThat(requests.get(1).composition().prompt())
                .isEqualTo(requests.get(0).composition().prompt());
        assertThat(requests.get(1).composition().seed())
                .isNotEqualTo(requests.get(0).composition().seed());
    }

    @Test
    void an_edited_prompt_is_drawn_as_it_stands() {
        story();
        sam.type("/scene", List.of());
        press(sam, picture(1), "Edit prompt");
        await().until(() -> !sam.forms().isEmpty());
        assertThat(sam.forms().get(0).value()).contains("silver hair");

        sam.submit(sam.forms().get(0), "a paper boat on fire");
        picture(2);

        assertThat(backend.requests().get(1).composition().prompt()).isEqualTo("a paper boat on fire");
    }

    @Test
    void the_prompt_button_shows_the_prompt_to_whoever_pressed_it() {
        story();
        sam.type("/scene", List.of());
        press(sam, picture(1), "Prompt");

        assertThat(lastAnswer(sam)).contains("Prompt:", "Cast: Mira", "Tokens: about");
    }

    @Test
    void a_picture_is_deleted_by_whoever_asked_for_it_or_a_moderator_and_by_nobody_else() {
        story();
        sam.type("/scene", List.of());
        Seen picture = picture(1);

        press(platform.user("Eve"), picture, "Delete");
        assertThat(picture(1)).isNotNull();
        press(sam, picture, "Delete");

        await().until(() -> pictures().isEmpty());
    }

    @Test
    void a_request_under_way_can_be_taken_back() throws Exception {
        CountDownLatch drawing = new CountDownLatch(1);
        backend.next(progress -> {
            drawing.countDown();
            new CountDownLatch(1).await();
            return ScriptedBackend.drawn();
        });
        story();
        sam.type("/scene", List.of());
        drawing.await();

        press(sam, statuses().get(0), "Cancel");

        await().until(() -> sam.sees().stream().anyMatch(seen -> seen.text().startsWith("Cancelled")));
        assertThat(pictures()).isEmpty();
    }

    @Test
    void a_backend_that_errs_is_tried_again_and_then_draws() {
        backend.failing(1, true);
        story();
        sam.type("/scene", List.of());

        await().atMost(Duration.ofSeconds(30)).until(() -> pictures().size() == 1);
        assertThat(backend.requests()).hasSize(2);
    }

    @Test
    void what_cannot_succeed_is_tried_once_and_told_with_what_to_do() {
        backend.failing(1, false);
        story();
        sam.type("/scene", List.of());

        await().until(() ->
                sam.sees().stream().anyMatch(seen -> seen.text().contains("The server stumbled. Ask again later.")));
        assertThat(backend.requests()).hasSize(1);
        assertThat(sam.sees()).anySatisfy(seen -> assertThat(labels(seen)).containsExactly("Try again"));
    }

    @Test
    void a_refusal_is_told_once_and_the_queue_goes_on() {
        backend.next(progress -> new GenerationOutcome.Refused("The server's filter refused it."));
        story();
        sam.type("/scene", List.of());
        mod.type("/imagine a lighthouse", List.of());

        picture(1);
        await().until(() -> sam.sees().stream().anyMatch(seen -> seen.text().contains("filter refused")));
    }

    @Test
    void a_backend_with_a_fault_of_its_own_does_not_stop_the_queue() {
        for (int i = 0; i < 3; i++) {
            backend.next(progress -> {
                throw new IllegalStateException("a fault in the adapter");
            });
        }
        story();
        sam.type("/scene", List.of());
        await().atMost(Duration.ofSeconds(40))
                .until(() -> sam.sees().stream().anyMatch(seen -> seen.text().contains("could not be asked")));

        sam.type("/imagine a lighthouse", List.of());

        picture(1);
    }

    @Test
    void a_picture_whose_post_fails_is_posted_later_and_not_drawn_again() {
        CountDownLatch ready = new CountDownLatch(1);
        backend.next(progress -> {
            ready.await();
            return ScriptedBackend.drawn();
        });
        story();
        sam.type("/scene", List.of());
        platform.failNextSendAfterDelivering(
                new ChatException(ChatException.Kind.UNAVAILABLE, "no answer", true, Duration.ofMillis(50), null));
        ready.countDown();

        await().until(() -> statuses().isEmpty());
        assertThat(pictures()).hasSize(1);
        assertThat(backend.requests()).hasSize(1);
    }

    @Test
    void a_channel_that_is_gone_ends_a_request_without_drawing_it_again() {
        CountDownLatch ready = new CountDownLatch(1);
        backend.next(progress -> {
            ready.await();
            return ScriptedBackend.drawn();
        });
        story();
        sam.type("/scene", List.of());
        platform.failNextSend(new ChatException(ChatException.Kind.GONE, "the channel is gone"));
        ready.countDown();

        sam.type("/imagine a lighthouse", List.of());

        picture(1);
        assertThat(backend.requests()).hasSize(2);
    }

    @Test
    void one_person_may_have_ten_pictures_waiting_and_no_more() throws Exception {
        CountDownLatch ready = new CountDownLatch(1);
        backend.next(progress -> {
            ready.await();
            return ScriptedBackend.drawn();
        });
        for (int i = 0; i < 11; i++) {
            sam.type("/imagine a lighthouse, number " + i, List.of());
        }
        assertThat(lastAnswer(sam)).contains("10 pictures waiting");
        ready.countDown();

        await().until(() -> pictures().size() == 10);
    }

    @Test
    void whoever_asks_for_much_does_not_keep_others_waiting() throws Exception {
        CountDownLatch ready = new CountDownLatch(1);
        for (int i = 0; i < 4; i++) {
            backend.next(progress -> {
                ready.await();
                return ScriptedBackend.drawn();
            });
        }
        for (int i = 0; i < 5; i++) {
            sam.type("/imagine a lighthouse, number " + i, List.of());
        }
        mod.type("/imagine a small boat", List.of());
        ready.countDown();

        await().until(() -> pictures().size() == 6);
        List<String> order = backend.requests().stream()
                .map(request -> request.composition().prompt())
                .toList();
        assertThat(order.indexOf("a small boat")).isLessThanOrEqualTo(2);
    }

    @Test
    void a_name_of_several_words_needs_no_quotes() {
        story();
        sam.type("/character set \"Ann Lee\" Ann Lee, tall and freckled", List.of());
        sam.type("/character state Ann Lee torn cloak, wet hair", List.of());
        assertThat(lastAnswer(sam)).contains("Ann Lee from now on: torn cloak, wet hair");

        sam.type("/portrait Ann Lee in the rain", List.of());
        picture(1);

        assertThat(backend.requests().get(0).composition().cast()).containsExactly("Ann Lee");
    }

    @Test
    void a_picture_comes_by_itself_after_every_so_many_messages() {
        mod.type("/story on", List.of());
        mod.type("/story auto 2", List.of());
        sam.say("A red door stands open.");
        assertThat(pictures()).isEmpty();
        sam.say("Rain falls behind it.");

        picture(1);
    }

    @Test
    void what_is_kept_of_a_person_can_be_seen_and_forgotten() {
        story();
        mod.type("/privacy show", List.of());
        assertThat(lastAnswer(mod)).contains("characters: 1");

        mod.type("/privacy export", List.of());
        await().until(() -> mod.answers().stream().anyMatch(a -> !a.files().isEmpty()));
        mod.type("/privacy forget", List.of());

        mod.type("/character list", List.of());
        assertThat(lastAnswer(mod)).contains("There are no characters yet");
    }

    @Test
    void a_tag_that_is_unknown_or_malformed_is_refused_with_the_right_form_and_nothing_changes() {
        story();
        mod.type("/character set Mira an elf tags=<be-face:nobody:0.3>", List.of());
        assertThat(lastAnswer(mod)).contains("nobody", "/avatar add face nobody");
        mod.type("/character set Mira an elf tags=<be-face:mira>", List.of());
        assertThat(lastAnswer(mod)).contains("<be-face:mira:0.3>");

        mod.type("/character show Mira", List.of());
        assertThat(lastAnswer(mod)).contains("silver hair");
    }

    private void story() {
        mod.type("/story on", List.of());
        mod.type("/character set Mira Mira, a lean elf with cropped silver hair", List.of());
        sam.say("Mira lifts the lantern and steps into the flooded archive.");
    }

    private List<Seen> pictures() {
        return sam.sees().stream().filter(seen -> !seen.files().isEmpty()).toList();
    }

    private Seen picture(int number) {
        await().atMost(Duration.ofSeconds(30)).until(() -> pictures().size() >= number);
        return pictures().get(number - 1);
    }

    private List<Seen> statuses() {
        return sam.sees().stream()
                .filter(seen -> labels(seen).contains("Cancel"))
                .toList();
    }

    private static List<String> labels(Seen message) {
        return message.buttons().stream().map(Button::label).toList();
    }

    private static void press(FakeUser user, Seen message, String label) {
        String id = message.buttons().stream()
                .filter(button -> button.label().equals(label))
                .map(Button::id)
                .findFirst()
                .orElseThrow();
        user.press(message.id(), id);
        user.lastStage().toCompletableFuture().join();
    }

    /** Answers come by the channel's lane, in the order of what was asked. */
    private static String lastAnswer(FakeUser user) {
        user.lastStage().toCompletableFuture().join();
        List<Seen> answers = user.answers();
        assertThat(answers).isNotEmpty();
        return answers.get(answers.size() - 1).text();
    }
}
