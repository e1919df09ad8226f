package dev.limner.telegram;

import static dev.limner.telegram.TelegramRoom.HERE;
import static dev.limner.telegram.TelegramRoom.PATIENCE;
import static dev.limner.telegram.TelegramRoom.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.conversation.ScriptedBackend;
import dev.limner.telegram.loopback.Fault;
import dev.limner.telegram.loopback.Person;
import dev.limner.telegram.loopback.Posted;
import dev.limner.telegram.loopback.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever people send, each gets an answer that says what was wrong, and the others go on. */
class TelegramBadInputTest {
    private static final String ADD = "/avatar add face mira";

    @TempDir
    Path folder;

    private TelegramRoom room;

    @BeforeEach
    void begin() throws Exception {
        room = new TelegramRoom(folder).open();
    }

    @AfterEach
    void end() {
        room.close();
    }

    private static byte[] png() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }

    private ObjectNode file(byte[] bytes) {
        return Person.withText(room.sam().document("mira.png", "image/png", bytes), "caption", ADD);
    }

    /** The answer to an avatar that is not taken. */
    private String refusal(ObjectNode message) {
        String text = room.answerTo(room.sam().push(message)).text();
        assertThat(text).doesNotContain("Exception", "went wrong");
        assertThat(room.answerTo(room.sam().say("/avatar list")).text()).doesNotContain("mira:");
        return text;
    }

    @Test
    void a_photo_that_telegram_no_longer_has_is_asked_for_once_more() throws Exception {
        ObjectNode message = file(png());
        ((ObjectNode) message.path("document")).put("file_id", "gone");

        assertThat(refusal(message)).contains("could not be fetched", "Send it again");
    }

    @Test
    void a_file_that_turns_out_to_be_above_telegrams_limit_is_asked_for_smaller() {
        ObjectNode message = file(new byte[20_000_001]);
        ((ObjectNode) message.path("document")).remove("file_size");

        assertThat(refusal(message)).contains("20 MB", "smaller");
    }

    @Test
    void what_is_no_picture_is_refused_in_plain_words() {
        assertThat(refusal(file("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8))))
                .contains("not taken");
    }

    /** A small file that says of itself that it is 60,000 pixels wide and high. */
    @Test
    void a_picture_that_would_unpack_to_more_than_there_is_room_for_is_refused_in_plain_words() throws Exception {
        byte[] bomb = png();
        CRC32 sum = new CRC32();
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
        sum.update(bomb, 12, 17);
        ByteBuffer.wrap(bomb).putInt(29, (int) sum.getValue());

        assertThat(refusal(file(bomb))).contains("60000");
    }

    @Test
    void a_command_in_a_caption_whose_entities_reach_beyond_its_end_is_followed() throws Exception {
        ObjectNode message = file(png());
        ((ObjectNode) message.path("caption_entities").path(0)).put("length", 5000);

        assertThat(room.answerTo(room.sam().push(message)).text()).contains("<be-face:mira:0.3>");
    }

    @Test
    void a_name_that_another_equals_after_folding_is_taken_already() throws Exception {
        room.answerTo(room.sam().push(file(png())));

        int again = room.sam()
                .push(Person.withText(
                        room.sam().document("m.png", "image/png", png()), "caption", "/avatar add style \uFF2DIRA"));

        assertThat(room.answerTo(again).text()).contains("mira").doesNotContain("Added");
    }

    @Test
    void an_avatar_named_with_nothing_but_emoji_is_refused_with_what_a_name_is() throws Exception {
        int command = room.sam()
                .push(Person.withText(
                        room.sam().document("f.png", "image/png", png()), "caption", "/avatar add face \uD83E\uDD8A"));

        assertThat(room.answerTo(command).text()).contains("letters", "such as mira");
    }

    @Test
    void a_person_whose_name_is_nothing_but_emoji_plays_and_gets_pictures() {
        room.follow();
        Person fox = room.rig().person(14, "\uD83E\uDD8A\u2728");

        fox.say("The fox looks up.");
        fox.say("/last");

        assertThat(room.picture(1).text()).contains("\uD83E\uDD8A\u2728");
    }

    @Test
    void a_story_of_combining_marks_is_kept_and_stops_nothing() {
        room.follow();
        String marks = "e" + "\u0301".repeat(3999);

        room.sam().say(marks);
        room.sam().say("fine");
        room.sam().say("/scene");

        room.picture(1);
        assertThat(room.kept(HERE)).containsExactly(marks, "fine");
    }

    @Test
    void half_a_sign_in_a_name_and_a_message_stops_nothing() {
        room.follow();
        room.rig()
                .api()
                .pushRaw("{\"update_id\":%d,\"message\":{\"message_id\":900,\"date\":1,\"chat\":{\"id\":-100777,"
                        + "\"type\":\"supergroup\",\"title\":\"\\ud83d\"},\"from\":{\"id\":15,\"is_bot\":false,"
                        + "\"first_name\":\"\\udd8a\"},\"text\":\"The fox \\ud83d looks up.\"}}");
        room.sam().say("It waits.");
        room.sam().say("/scene");

        room.picture(1);
        assertThat(room.kept(HERE)).hasSize(2).last().isEqualTo("It waits.");
    }

    @Test
    void two_hundred_commands_at_once_are_each_answered() {
        List<Integer> asked = new ArrayList<>();
        IntStream.range(0, 200).forEach(i -> asked.add(room.sam().say("/scene")));

        await().atMost(PATIENCE).until(() -> room.rig().posted().size() == 200);

        assertThat(room.rig().posted()).extracting(Posted::replyTo).containsExactlyElementsOf(asked);
        assertThat(room.rig().posted())
                .allSatisfy(p -> assertThat(p.text()).startsWith("I am not following the story here"));
    }

    /** Bot API, "deleteMessage": "if it was sent less than 48 hours ago". */
    @Test
    void a_picture_that_is_too_old_for_the_bot_to_delete_stays_and_that_is_said() {
        room.sam().say("/imagine a lighthouse in fog");
        Posted picture = room.picture(1);
        await().atMost(PATIENCE).until(() -> room.rig().posted().size() == 1);
        room.rig()
                .api()
                .fail(
                        "deleteMessage",
                        Fault.of(new Refusal(400, "Bad Request: message can't be deleted for everyone")));

        room.sam().press(picture.id(), button(picture, "Delete"));

        await().atMost(PATIENCE)
                .until(() -> room.rig().api().methods().windows().stream()
                        .anyMatch(w -> w.contains("A moderator can delete it")));
        assertThat(room.pictures()).hasSize(1);
    }

    @Test
    void a_button_pressed_by_somebody_who_may_not_is_answered_and_does_nothing() {
        room.sam().say("/imagine a lighthouse in fog");
        Posted picture = room.picture(1);

        room.rig().person(13, "Eve").press(picture.id(), button(picture, "Delete"));

        await().atMost(PATIENCE)
                .until(() -> !room.rig().api().methods().windows().isEmpty());
        assertThat(room.rig().api().methods().windows())
                .singleElement()
                .asString()
                .contains("Only Sam");
        assertThat(room.pictures()).hasSize(1);
    }

    @Test
    void the_buttons_of_a_picture_that_is_gone_are_answered() {
        room.sam().say("/imagine a lighthouse in fog");
        Posted picture = room.picture(1);
        room.sam().press(picture.id(), button(picture, "Delete"));
        await().atMost(PATIENCE).until(() -> room.pictures().isEmpty());

        for (List<String> each : picture.buttons()) {
            room.sam().pressOld(picture.id(), each.get(1));
        }
        room.sam().pressOld(picture.id(), "r.0000000000000000");
        room.sam().pressOld(picture.id(), "somebody else's");

        // the prompt is shown, the form asked for, the picture drawn anew: what was deleted is the message alone
        room.picture(1);
        await().atMost(PATIENCE)
                .until(() -> room.rig().api().methods().openQueries().isEmpty());
        assertThat(room.rig().api().methods().windows())
                .anySatisfy(w -> assertThat(w).contains("I no longer know that picture"))
                .anySatisfy(w -> assertThat(w).contains("not one of mine"));
    }

    @Test
    void a_picture_for_a_message_that_is_gone_stands_for_itself() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        room.backend().next(progress -> {
            gone.await();
            return ScriptedBackend.drawn();
        });
        int asked = room.sam().say("/imagine a lighthouse in fog");
        await().atMost(PATIENCE).until(() -> !room.backend().requests().isEmpty());
        room.rig().api().methods().unsay(Rig.GROUP, asked);

        gone.countDown();

        assertThat(room.picture(1).replyTo()).isNull();
    }

    /** Telegram leaves out what was answered when that is gone. */
    @Test
    void a_command_in_reply_to_a_photo_that_is_gone_asks_for_the_picture() {
        room.sam().push(room.sam().photo(new byte[] {1}));

        int command = room.sam().say(ADD);

        assertThat(room.answerTo(command).text()).contains("reply to this with the picture");
    }

    @Test
    void an_answer_to_a_command_that_is_gone_stands_for_itself() {
        ObjectNode command = Person.withText(room.sam().message(), "text", "/avatar list");
        room.rig().api().methods().unsay(Rig.GROUP, command.path("message_id").asInt());

        room.sam().push(command);

        assertThat(room.said("avatar").replyTo()).isNull();
    }

    @Test
    void somebody_who_left_gets_the_picture_that_was_asked_for() {
        int asked = room.sam().say("/imagine a lighthouse in fog");
        ObjectNode left = room.sam().message();
        left.putObject("left_chat_member").put("id", 12).put("is_bot", false).put("first_name", "Sam");
        room.sam().push(left);

        assertThat(room.picture(1).replyTo()).isEqualTo(asked);
    }
}
