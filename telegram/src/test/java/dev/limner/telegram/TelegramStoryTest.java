package dev.limner.telegram;

import static dev.limner.telegram.TelegramRoom.HERE;
import static dev.limner.telegram.TelegramRoom.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.chat.ChannelRef;
import dev.limner.telegram.loopback.Fault;
import dev.limner.telegram.loopback.Person;
import dev.limner.telegram.loopback.Refusal;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a group's messages becomes story, and how it is forgotten. */
class TelegramStoryTest {
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

    private ObjectNode say(Person who, String text) {
        ObjectNode message = Person.withText(who.message(), "text", text);
        who.push(message);
        return message;
    }

    private void awaitKept(String... texts) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(room.kept(HERE)).containsExactly(texts));
    }

    @Test
    void a_message_is_forgotten_by_whoever_wrote_it_with_the_command_in_reply() {
        room.follow();
        say(room.sam(), "Tobin waits.");
        ObjectNode slip = say(room.sam(), "My address is 5 Mill Lane.");
        say(room.sam(), "He nods.");

        int command = room.sam().reply(slip, "/story forget");

        assertThat(room.answerTo(command).text()).startsWith("Forgotten");
        awaitKept("Tobin waits.", "He nods.");
    }

    @Test
    void a_message_of_somebody_else_is_forgotten_by_moderators_only() {
        room.follow();
        ObjectNode said = say(room.sam(), "Tobin waits.");

        int stranger = room.rig().person(13, "Eve").reply(said, "/story forget");
        assertThat(room.answerTo(stranger).text()).contains("Only Sam");
        awaitKept("Tobin waits.");
        room.ines().reply(said, "/story forget");

        awaitKept();
    }

    @Test
    void a_message_that_is_not_kept_is_no_reason_to_forget_the_others() {
        ObjectNode before = say(room.sam(), "Before anything was followed.");
        room.follow();
        say(room.sam(), "Tobin waits.");

        int command = room.ines().reply(before, "/story forget");

        assertThat(room.answerTo(command).text()).contains("not kept");
        awaitKept("Tobin waits.");
    }

    @Test
    void a_message_of_another_chat_is_no_reason_to_forget_those_of_this_one() {
        room.follow();
        say(room.sam(), "Tobin waits.");

        ObjectNode command = Person.withText(room.ines().message(), "text", "/story forget");
        ObjectNode elsewhere = command.putObject("external_reply").put("message_id", 5);
        elsewhere
                .putObject("chat")
                .put("id", -100333L)
                .put("type", "supergroup")
                .put("title", "Elsewhere");
        elsewhere.putObject("origin").put("type", "hidden_user").put("date", 1).put("sender_user_name", "Somebody");

        assertThat(room.answerTo(room.ines().push(command)).text()).contains("not kept");
        awaitKept("Tobin waits.");
    }

    @Test
    void the_whole_story_is_forgotten_by_moderators_only() {
        room.follow();
        say(room.sam(), "Tobin waits.");

        int refused = room.sam().say("/story forget");
        assertThat(room.answerTo(refused).text()).contains("moderators");
        awaitKept("Tobin waits.");
        room.ines().say("/story forget");

        awaitKept();
    }

    @Test
    void what_privacy_mode_hides_is_said_with_its_fix_when_the_story_is_to_be_followed() {
        room.rig().api().methods().botReadsAll(false);

        int command = room.ines().say("/story on");

        assertThat(room.answerTo(command).text()).contains("Privacy mode", "/setprivacy", "administrator");
    }

    @Test
    void where_it_cannot_be_said_that_the_story_is_followed_it_is_not() {
        room.rig().api().fail("sendMessage", Fault.of(Refusal.tooMany(1)));

        int command = room.ines().say("/story on");
        say(room.sam(), "Tobin waits.");

        assertThat(room.answerTo(command).text()).contains("could not say", "/story on again");
        room.follow();
        say(room.sam(), "He nods.");
        awaitKept("He nods.");
    }

    @Test
    void only_administrators_turn_it_on() {
        int command = room.sam().say("/story on");

        assertThat(room.answerTo(command).text()).contains("moderators");
        say(room.sam(), "Tobin waits.");
        room.follow();
        assertThat(room.kept(HERE)).isEmpty();
    }

    @Test
    void an_edit_is_an_edit_of_the_story() {
        room.follow();
        int message = room.sam().say("Tobin wiats.");

        room.sam().edit(message, "Tobin waits.");

        awaitKept("Tobin waits.");
    }

    @Test
    void a_photo_has_its_place_in_the_story_for_as_long_as_there_are_words_under_it() {
        room.follow();
        ObjectNode photo = room.sam().photo(new byte[] {1});
        room.sam().push(photo);
        room.sam().push(room.sam().message().put("new_chat_title", "The Longer Corridor"));
        say(room.sam(), "He nods.");
        room.rig()
                .api()
                .push(
                        "edited_message",
                        photo.deepCopy().put("caption", "Tobin waits.").put("edit_date", 1));
        awaitKept("Tobin waits.", "He nods.");

        room.rig().api().push("edited_message", photo.put("edit_date", 2));

        awaitKept("He nods.");
    }

    @Test
    void where_the_bot_is_taken_out_the_story_is_forgotten_and_not_followed_again_by_itself() {
        room.rig().api().methods().topic(Rig.GROUP, 45);
        room.follow();
        room.ines().in(45).say("/story on");
        room.ines().say("/character set Mira a lean elf with cropped silver hair");
        say(room.sam(), "Tobin waits.");
        say(room.sam().in(45), "Mira waits.");
        ChannelRef topic = new ChannelRef(Telegram.ID, Rig.GROUP + "/45");
        await().atMost(PATIENCE).until(() -> room.kept(topic).size() == 1);
        awaitKept("Tobin waits.");

        room.ines().makesTheBot("kicked");
        await().atMost(PATIENCE).until(() -> room.kept(topic).isEmpty());
        awaitKept();
        room.ines().makesTheBot("member");
        say(room.sam(), "He nods.");
        int status = room.ines().say("/story status");
        int shown = room.ines().say("/character show Mira");

        assertThat(room.answerTo(status).text()).contains("not followed");
        assertThat(room.answerTo(shown).text()).contains("silver hair");
        awaitKept();
    }

    @Test
    void a_bot_that_is_made_an_administrator_goes_on_following() {
        room.follow();
        room.ines().makesTheBot("administrator");
        say(room.sam(), "Tobin waits.");

        awaitKept("Tobin waits.");
    }

    @Test
    void in_a_private_chat_everybody_has_a_story_of_their_own() {
        room.rig().api().methods().chat(12, "private", "Sam");
        Person sam = new Person(room.rig().api(), 12, null, 12, "Sam", null);

        sam.say("/start");
        sam.say("/story on");
        sam.say("Mira lifts the lantern.");
        sam.say("/scene");

        await().atMost(PATIENCE)
                .until(() -> room.rig().api().methods().posted(12).stream().anyMatch(p -> p.file() != null));
        assertThat(room.rig().api().methods().posted(12).get(0).text()).contains("Limner");
        assertThat(room.rig().posted()).isEmpty();
    }
}
