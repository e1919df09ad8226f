package dev.limner.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.chat.ChatEvent.CommandInvoked;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.command.CommandCatalog;
import dev.limner.command.IncomingFile;
import dev.limner.telegram.loopback.Person;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The ways to send a picture along with a command. */
class AvatarTest extends InTheGroup {
    private static final byte[] FACE = {1, 2, 3, 4};

    private void assertGivesTheFace() throws Exception {
        CommandInvoked given = heard.first(CommandInvoked.class);
        assertThat(given.invocation().spec().path()).isEqualTo("avatar add");
        assertThat(given.invocation().required("name")).isEqualTo("mira");
        try (InputStream in = image(given).open()) {
            assertThat(in.readAllBytes()).isEqualTo(FACE);
        }
    }

    private static IncomingFile image(CommandInvoked given) {
        return given.invocation().image("image").orElseThrow();
    }

    @Test
    void a_photo_with_the_command_as_its_caption_is_taken_in_its_largest_size() throws Exception {
        jo.push(Person.withText(jo.photo(FACE), "caption", "/avatar add face mira"));

        assertGivesTheFace();
    }

    @Test
    void an_image_sent_as_a_file_keeps_its_name() throws Exception {
        jo.push(Person.withText(
                jo.document("mira.png", "image/png", FACE), "caption", "/avatar@limner_bot add face mira"));

        assertGivesTheFace();
        assertThat(image(heard.first(CommandInvoked.class)).name()).isEqualTo("mira.png");
    }

    @Test
    void the_command_in_reply_to_a_photo_means_that_photo() throws Exception {
        ObjectNode photo = rig.person(12, "Sam").photo(FACE);
        rig.person(12, "Sam").push(photo);
        jo.reply(photo, "/avatar add face mira");

        assertGivesTheFace();
    }

    @Test
    void the_command_may_come_first_and_then_the_photo() throws Exception {
        jo.say("/avatar add face mira");
        await().atMost(PATIENCE).until(() -> !rig.posted().isEmpty());
        assertThat(rig.posted().get(0).text()).contains("with the picture");
        rig.person(12, "Sam").push(rig.person(12, "Sam").photo(new byte[] {9}));
        jo.push(jo.photo(FACE));

        assertGivesTheFace();
        assertThat(heard.all(CommandInvoked.class)).hasSize(1);
    }

    @Test
    void the_picture_is_asked_for_by_a_reply_and_taken_from_it_whatever_is_written_under_it() throws Exception {
        jo.say("/avatar add face mira");
        await().atMost(PATIENCE).until(() -> !rig.posted().isEmpty());
        assertThat(rig.posted().get(0).asksForReply())
                .as("a bot in privacy mode is shown replies only")
                .isTrue();

        jo.reply(rig.posted().get(0).id(), Person.withText(jo.photo(FACE), "caption", "here she is"));

        assertGivesTheFace();
        assertThat(heard.all(MessagePosted.class)).isEmpty();
    }

    @Test
    void of_an_album_the_photo_under_which_the_command_stands_is_taken() throws Exception {
        jo.push(Person.withText(jo.photo(FACE).put("media_group_id", "g1"), "caption", "/avatar add face mira"));
        jo.push(jo.photo(new byte[] {9}).put("media_group_id", "g1"));
        jo.say("/avatar list");

        assertThat(heard.wait(CommandInvoked.class, 2))
                .extracting(c -> c.invocation().spec().path())
                .containsExactly("avatar add", "avatar list");
        assertGivesTheFace();
    }

    @Test
    void of_an_album_that_comes_after_the_command_the_first_photo_is_taken() throws Exception {
        jo.say("/avatar add face mira");
        await().atMost(PATIENCE).until(() -> !rig.posted().isEmpty());
        jo.push(jo.photo(FACE).put("media_group_id", "g1"));
        jo.push(jo.photo(new byte[] {9}).put("media_group_id", "g1"));
        jo.say("/avatar list");

        assertThat(heard.wait(CommandInvoked.class, 2))
                .extracting(c -> c.invocation().spec().path())
                .containsExactly("avatar add", "avatar list");
        assertGivesTheFace();
    }

    @Test
    void what_is_wrong_with_the_command_is_said_before_a_picture_is_asked_for() {
        jo.say("/avatar add nose mira");

        await().atMost(PATIENCE).until(() -> !rig.posted().isEmpty());
        assertThat(rig.posted().get(0).text()).contains("face or style");
    }

    @Test
    void a_file_above_what_telegram_lets_bots_fetch_is_refused_with_the_limit() {
        ObjectNode message =
                Person.withText(jo.document("big.png", "image/png", FACE), "caption", "/avatar add face mira");
        ((ObjectNode) message.path("document")).put("file_size", 20_000_001);
        jo.push(message);

        await().atMost(PATIENCE).until(() -> !rig.posted().isEmpty());
        assertThat(rig.posted().get(0).text()).contains("20 MB");
        assertThat(heard.all(CommandInvoked.class)).isEmpty();
    }

    @Test
    void a_smaller_one_may_follow_a_file_above_the_limit_without_the_command() throws Exception {
        jo.say("/avatar add face mira");
        await().atMost(PATIENCE).until(() -> rig.posted().size() == 1);
        ObjectNode large = jo.document("big.png", "image/png", FACE);
        ((ObjectNode) large.path("document")).put("file_size", 20_000_001);
        jo.push(large);
        await().atMost(PATIENCE).until(() -> rig.posted().size() == 2);
        assertThat(rig.posted().get(1).text()).contains("20 MB", "smaller");

        jo.push(jo.photo(FACE));

        assertGivesTheFace();
    }

    @Test
    void a_file_that_telegram_no_longer_has_cannot_be_opened() {
        ObjectNode message =
                Person.withText(jo.document("gone.png", "image/png", FACE), "caption", "/avatar add face mira");
        ((ObjectNode) message.path("document")).put("file_id", "gone");
        jo.push(message);

        IncomingFile file = image(heard.first(CommandInvoked.class));
        assertThatThrownBy(file::open).isInstanceOf(IOException.class).hasMessageContaining("wrong file_id");
    }

    @Test
    void a_sound_sent_as_a_file_is_no_picture() {
        jo.push(Person.withText(jo.document("song.mp3", "audio/mpeg", FACE), "caption", "/avatar add face mira"));

        await().atMost(PATIENCE).until(() -> !rig.posted().isEmpty());
        assertThat(rig.posted().get(0).text()).contains("with the picture");
    }

    @Test
    void a_picture_that_is_waited_for_is_still_taken_after_a_restart_but_not_after_ten_minutes() throws Exception {
        jo.say("/avatar add face mira");
        await().atMost(PATIENCE).until(() -> rig.posted().size() == 1);
        rig.restarted().start(heard, CommandCatalog.standard());
        jo.push(jo.photo(FACE));
        assertGivesTheFace();

        jo.say("/avatar add face tobin");
        await().atMost(PATIENCE).until(() -> rig.posted().size() == 2);
        rig.pass(Duration.ofMinutes(11));
        jo.push(jo.photo(FACE));
        jo.say("/avatar list");

        assertThat(heard.wait(CommandInvoked.class, 2))
                .extracting(c -> c.invocation().spec().path())
                .containsExactly("avatar add", "avatar list");
    }
}
