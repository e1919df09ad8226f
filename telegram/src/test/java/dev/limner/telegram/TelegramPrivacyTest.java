package dev.limner.telegram;

import static dev.limner.telegram.TelegramRoom.PATIENCE;
import static dev.limner.telegram.TelegramRoom.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.telegram.loopback.Person;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the adapter keeps of people beside the story goes with them. */
class TelegramPrivacyTest {
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

    private List<String> kept(String query) {
        return room.rig()
                .database()
                .read(handle -> handle.select(query).mapTo(String.class).list());
    }

    private List<String> talking() {
        return kept("select person from telegram_conversation order by person");
    }

    private List<String> asked() {
        return kept("select distinct person from telegram_question order by person");
    }

    private List<String> setAside() {
        return kept("select body from telegram_update where body <> '' and handled is not null order by id");
    }

    /** Is led through a command, is asked for a prompt, and writes something that cannot be read. */
    private void leaveTraces(Person who, int picture) {
        room.answerTo(who.say("/settings"));
        room.sam().press(picture, button(room.picture(1), "Edit prompt"));
        room.rig()
                .api()
                .pushRaw("{\"update_id\":%d,\"message\":{\"message_id\":5,\"date\":1,\"chat\":{\"id\":-100777},"
                        + "\"from\":{\"is_bot\":false,\"id\":" + who.id() + "},\"text\":\"I live here\",\"photo\":5}}");
    }

    @Test
    void forgetting_somebody_forgets_where_their_commands_are_what_they_were_asked_and_what_could_not_be_read() {
        room.sam().say("/imagine a lighthouse in fog");
        int picture = room.picture(1).id();
        Person eve = room.rig().person(121, "Eve");
        leaveTraces(eve, picture);
        leaveTraces(room.sam(), picture);
        room.answerTo(eve.say("/avatar add face mira"));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(setAside()).hasSize(2);
            assertThat(talking()).containsExactly("12", "121");
            assertThat(asked()).containsExactly("12", "121");
        });

        assertThat(room.answerTo(room.sam().say("/privacy forget")).text()).startsWith("Deleted");

        assertThat(talking()).containsExactly("121");
        assertThat(asked()).containsExactly("121");
        assertThat(setAside()).singleElement().asString().contains("\"id\":121}");
    }
}
