package dev.limner.discord;

import static dev.limner.discord.DiscordRoom.PATIENCE;
import static dev.limner.discord.DiscordRoom.button;
import static dev.limner.discord.DiscordRoom.give;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatEvent.CommandInvoked;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatException.Kind;
import dev.limner.chat.ChatUser.Seen;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.RecordingListener;
import dev.limner.chat.Responder;
import dev.limner.command.CommandCatalog;
import dev.limner.discord.loopback.Discordia;
import dev.limner.discord.loopback.Interaction;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Discord refuses, delays and breaks. */
class DiscordFailuresTest {
    private static final String HERE = Discordia.WRITING;
    private static final ChannelRef CHANNEL = new ChannelRef(Discord.ID, HERE);
    private static final String POST = "POST channels/" + HERE + "/messages( files)?";

    @RegisterExtension
    private final DiscordRoom room = new DiscordRoom();

    @Test
    void a_post_that_was_too_fast_is_made_when_discord_allows() throws Exception {
        room.start();
        room.world().rest().tooFast(POST, 1);

        room.discord().send(CHANNEL, text("patience"));

        assertThat(room.player().sees()).extracting(Seen::text).containsExactly("patience");
    }

    @Test
    void a_post_whose_answer_was_lost_appears_once() throws Exception {
        room.start();
        room.world().rest().failNextAfterDoing(POST, 500);
        PlannedMessage message = new PlannedMessage("once", List.of(), List.of(), null, "n1");

        assertThatThrownBy(() -> room.discord().send(CHANNEL, message))
                .isInstanceOfSatisfying(ChatException.class, e -> {
                    assertThat(e.mayRetry()).isTrue();
                    assertThat(e.perhapsDelivered()).isTrue();
                });
        room.discord().send(CHANNEL, message);

        assertThat(room.player().sees()).extracting(Seen::text).containsExactly("once");
    }

    @Test
    void a_picture_whose_post_failed_is_posted_later_and_not_drawn_again() throws Exception {
        room.start();
        room.backend().holdBack();
        give(room.player(), "imagine", Map.of("prompt", "a lighthouse"));
        await().atMost(PATIENCE)
                .until(() -> !room.backend().requests().isEmpty()
                        && !room.player().sees().isEmpty());
        room.world().rest().failNext(POST, 500);
        room.world().rest().failNextAfterDoing(POST, 500);

        room.backend().letOneGo();

        room.picture(HERE, 1);
        await().atMost(PATIENCE).until(() -> room.player().sees().size() == 1);
        assertThat(room.pictures(HERE)).hasSize(1);
        assertThat(room.backend().requests()).hasSize(1);
    }

    @Test
    void a_status_whose_answer_was_lost_is_found_again_and_taken_away_in_the_end() throws Exception {
        room.start();
        room.backend().holdBack();
        room.world().rest().failNextAfterDoing(POST, 500);
        give(room.player(), "imagine", Map.of("prompt", "a lighthouse"));
        await().atMost(PATIENCE)
                .until(() -> !room.backend().requests().isEmpty()
                        && !room.player().sees().isEmpty());

        room.backend().letOneGo();

        room.picture(HERE, 1);
        await().atMost(PATIENCE).until(() -> room.player().sees().size() == 1);
    }

    @Test
    void an_answer_to_what_takes_none_any_more_says_so_and_is_shown_to_nobody() throws Exception {
        RecordingListener events = new RecordingListener();
        events.answerWith(event -> new CompletableFuture<>());
        try (Discord discord = room.connect()) {
            discord.start(events, CommandCatalog.standard());
            Interaction asked = give(room.player(), "help", Map.of());
            CommandInvoked dismissed = events.next(CommandInvoked.class);
            await().atMost(PATIENCE).until(() -> asked.acknowledgedWith() != 0);
            asked.dismiss();
            assertGone(dismissed.responder());

            Interaction another = give(room.player(), "help", Map.of());
            CommandInvoked expired = events.next(CommandInvoked.class);
            await().atMost(PATIENCE).until(() -> another.acknowledgedWith() != 0);
            room.world().expireInteractions();
            assertGone(expired.responder());

            assertThat(room.player().sees()).isEmpty();
            assertThat(room.player().answers()).isEmpty();
        }
    }

    private static void assertGone(Responder responder) {
        assertThatThrownBy(() -> responder.respond(text("late")))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.kind()).isEqualTo(Kind.GONE));
    }

    @Test
    void whoever_asked_is_told_when_it_could_not_even_be_looked_at() throws Exception {
        RecordingListener events = new RecordingListener();
        events.answerWith(event -> CompletableFuture.failedFuture(new IllegalStateException("the disk is full")));
        try (Discord discord = room.connect()) {
            discord.start(events, CommandCatalog.standard());

            give(room.player(), "help", Map.of());
            room.player().press(room.player().say("Here."), "a button");

            await().atMost(PATIENCE).until(() -> room.player().answers().size() == 2);
            assertThat(room.player().answers())
                    .extracting(Seen::text)
                    .containsOnly("That went wrong on my side. Try again.");
        }
    }

    @Test
    void failures_say_what_is_missing_and_whether_to_try_again() throws Exception {
        room.world().rights().take(1L << 11);
        room.start();

        assertThatThrownBy(() -> room.discord().send(CHANNEL, text("hello")))
                .isInstanceOfSatisfying(ChatException.class, e -> {
                    assertThat(e.kind()).isEqualTo(Kind.FORBIDDEN);
                    assertThat(e.mayRetry()).isFalse();
                    assertThat(e).hasMessageContaining("Send Messages");
                });
    }

    @Test
    void a_picture_above_the_limit_is_made_to_fit() throws Exception {
        room.start();
        room.backend().drawNoise(2048);

        give(room.player(), "imagine", Map.of("prompt", "noise"));

        Seen picture = room.picture(HERE, 1);
        assertThat(picture.files().get(0).name()).endsWith(".jpg");
        assertThat(picture.files().get(0).bytes().length).isLessThanOrEqualTo(10 << 20);
    }

    @Test
    void where_no_files_may_be_attached_progress_is_shown_without_a_preview() throws Exception {
        room.start();
        room.world().rights().take(1L << 15);
        room.backend().holdBack();
        room.backend().showPreviews();

        give(room.player(), "imagine", Map.of("prompt", "a lighthouse"));

        await().atMost(PATIENCE)
                .until(() -> room.player().sees().stream()
                        .anyMatch(seen -> seen.text().contains("50 %")));
        assertThat(room.pictures(HERE)).isEmpty();
    }

    @Test
    void a_spoiler_and_its_previews_are_marked_as_discord_wants_it() throws Exception {
        room.start();
        give(room.moderator(), "settings set", Map.of("key", "spoiler", "value", "on"));
        room.answer(room.moderator(), "spoiler");
        room.backend().holdBack();
        room.backend().showPreviews();

        give(room.player(), "imagine", Map.of("prompt", "a lighthouse"));
        assertThat(room.picture(HERE, 1).files().get(0).name()).startsWith("SPOILER_preview");
        room.backend().letOneGo();

        await().atMost(PATIENCE)
                .until(() -> room.pictures(HERE).stream()
                        .anyMatch(seen -> seen.files().get(0).name().startsWith("SPOILER_limner-")));
    }

    @Test
    void what_is_drawn_in_an_age_restricted_channel_stays_there() throws Exception {
        room.start();
        give(room.player().at(Discordia.ADULTS), "imagine", Map.of("prompt", "a lighthouse"));
        Seen picture = room.picture(Discordia.ADULTS, 1);

        room.player().press(room.player().say("Elsewhere."), button(picture, "Prompt"));

        room.answer(room.player(), "I no longer know that picture");
        assertThat(room.player().sees()).isEmpty();
        assertThat(room.world().directMessages(room.player().id())).isEmpty();
    }

    @Test
    void a_thread_that_is_to_end_posts_nothing_and_what_it_had_to_post_may_be_posted_later() throws Exception {
        room.start();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> room.discord().send(CHANNEL, text("now")))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.mayRetry()).isTrue());

        assertThat(Thread.interrupted()).isTrue();
        room.discord().send(CHANNEL, text("later"));
        assertThat(room.player().sees()).extracting(Seen::text).containsExactly("later");
    }

    @Test
    void a_wrong_token_stops_the_start_with_its_fix_and_is_not_repeated() {
        DiscordSettings wrong = new DiscordSettings("wrong.token", room.world().api(), Set.of(), 0);
        try (Discord discord = new Discord(wrong, room.interactions())) {
            assertThatThrownBy(() -> discord.start(new RecordingListener(), CommandCatalog.standard()))
                    .isInstanceOf(ChatException.class)
                    .hasMessageContaining("DISCORD_TOKEN")
                    .hasMessageNotContaining("wrong.token");
        }
        assertThat(wrong.toString()).doesNotContain("wrong.token");
    }

    @Test
    void a_diagnosis_names_the_missing_intent_and_the_link_to_invite_by() {
        room.world().withholdContent();
        DiscordSettings settings =
                new DiscordSettings(Discordia.TOKEN, room.world().api(), Set.of(), 0);

        DiscordDiagnosis diagnosis = DiscordDiagnosis.of(settings);

        assertThat(diagnosis.works()).isFalse();
        assertThat(diagnosis.fixes()).singleElement().asString().contains("Message Content Intent");
        assertThat(diagnosis.findings()).anySatisfy(f -> assertThat(f).contains("permissions=274878008320"));
    }

    @Test
    void where_no_discord_answers_that_is_said() {
        DiscordSettings nowhere =
                new DiscordSettings(Discordia.TOKEN, URI.create("http://127.0.0.1:9/api"), Set.of(), 0);

        DiscordDiagnosis diagnosis = DiscordDiagnosis.of(nowhere);

        assertThat(diagnosis.works()).isFalse();
        assertThat(diagnosis.findings()).singleElement().asString().contains("DISCORD_API_URL");
    }

    private static PlannedMessage text(String text) {
        return new PlannedMessage(text, List.of(), List.of(), null, null);
    }
}
