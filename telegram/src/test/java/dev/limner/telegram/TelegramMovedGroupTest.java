package dev.limner.telegram;

import static dev.limner.telegram.TelegramRoom.PATIENCE;
import static dev.limner.telegram.TelegramRoom.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.chat.ChannelRef;
import dev.limner.conversation.ScriptedBackend;
import dev.limner.telegram.loopback.Person;
import dev.limner.telegram.loopback.Posted;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A group that becomes a supergroup, with all that is kept of it. */
class TelegramMovedGroupTest {
    private static final long OLD = -55L;
    private static final long NEW = -100556L;

    @TempDir
    Path folder;

    private TelegramRoom room;
    private Person ines;

    @BeforeEach
    void begin() throws Exception {
        room = new TelegramRoom(folder).open();
        room.rig().api().methods().chat(OLD, "group", "Small");
        room.rig().api().methods().administrator(OLD, 1, true);
        ines = room.ines().inChat(OLD);
    }

    @AfterEach
    void end() {
        room.close();
    }

    /** @return Ines in the new one */
    private Person move() {
        ObjectNode move = ines.message().put("migrate_to_chat_id", NEW);
        room.rig().api().methods().migrate(OLD, NEW);
        ines.push(move);
        Person there = ines.inChat(NEW);
        there.push(there.message().put("migrate_from_chat_id", OLD));
        return there;
    }

    private List<Posted> posted(long chat) {
        return room.rig().api().methods().posted(chat);
    }

    private void awaitSaid(long chat, String words) {
        await().alias(words)
                .atMost(PATIENCE)
                .until(() -> posted(chat).stream().anyMatch(p -> p.text().contains(words)));
    }

    private Posted picture(int number) {
        await().atMost(PATIENCE)
                .until(() -> posted(NEW).stream().filter(p -> p.file() != null).count() >= number);
        return posted(NEW).stream().filter(p -> p.file() != null).toList().get(number - 1);
    }

    private static byte[] face() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }

    @Test
    void keeps_its_story_and_its_characters() {
        ines.say("/story on");
        ines.say("/character set Mira Mira, a lean elf with cropped silver hair");
        ines.say("Mira waits.");
        ChannelRef here = new ChannelRef(Telegram.ID, Long.toString(OLD));
        await().atMost(PATIENCE).until(() -> room.kept(here).size() == 1);
        Person there = move();
        there.say("Mira lifts the lantern.");
        there.say("/scene");

        picture(1);
        assertThat(room.kept(new ChannelRef(Telegram.ID, Long.toString(NEW))))
                .containsExactly("Mira waits.", "Mira lifts the lantern.");
        assertThat(room.backend().requests().get(0).composition().prompt())
                .contains("cropped silver hair", "waits", "lifts the lantern");
    }

    @Test
    void forgets_its_story_and_follows_none_when_the_bot_is_taken_out_straight_after_the_move() {
        ines.say("/story on");
        ines.say("Mira waits.");
        ChannelRef here = new ChannelRef(Telegram.ID, Long.toString(OLD));
        ChannelRef there = new ChannelRef(Telegram.ID, Long.toString(NEW));
        await().atMost(PATIENCE).until(() -> room.kept(here).size() == 1);

        Person inesThere = move();
        inesThere.makesTheBot("kicked");
        inesThere.makesTheBot("member");
        inesThere.say("Said where nobody turned it on.");
        inesThere.say("/help");

        await().atMost(PATIENCE).until(() -> !posted(NEW).isEmpty());
        assertThat(room.kept(there)).isEmpty();
    }

    @Test
    void keeps_its_settings_and_its_avatars() throws Exception {
        ines.say("/settings set spoiler on");
        awaitSaid(OLD, "spoiler");
        ines.push(Person.withText(ines.document("mira.png", "image/png", face()), "caption", "/avatar add face mira"));
        awaitSaid(OLD, "<be-face:mira");
        Person there = move();

        there.say("/avatar list");
        there.say("/imagine <be-face:mira:1> in fog");

        awaitSaid(NEW, "mira");
        assertThat(picture(1).spoiler()).isTrue();
        assertThat(room.backend().requests().get(0).references()).hasSize(1);
    }

    @Test
    void the_buttons_of_pictures_from_before_lead_to_pictures_in_the_new_one() {
        ines.say("/imagine a lighthouse in fog");
        await().atMost(PATIENCE).until(() -> posted(OLD).stream().anyMatch(p -> p.file() != null));
        Posted before =
                posted(OLD).stream().filter(p -> p.file() != null).findFirst().orElseThrow();
        await().atMost(PATIENCE)
                .until(() -> room.rig()
                        .database()
                        .read(handle -> handle.select("select count(*) from telegram_update where handled is null")
                                .mapTo(Integer.class)
                                .one()
                                .equals(0)));
        Person there = move();
        there.say("/help");
        await().atMost(PATIENCE).until(() -> !posted(NEW).isEmpty());

        ines.press(before.id(), button(before, "Reroll"));

        picture(1);
        assertThat(room.backend().requests()).hasSize(2);
    }

    @Test
    void gets_the_picture_that_was_being_drawn_and_its_buttons_work_there() throws Exception {
        CountDownLatch moved = new CountDownLatch(1);
        room.backend().next(progress -> {
            moved.await();
            return ScriptedBackend.drawn();
        });
        ines.say("/imagine a lighthouse in fog");
        await().atMost(PATIENCE).until(() -> !room.backend().requests().isEmpty());
        Person there = move();
        there.say("/help");
        await().atMost(PATIENCE).until(() -> !posted(NEW).isEmpty());
        moved.countDown();

        there.press(picture(1).id(), button(picture(1), "Reroll"));

        picture(2);
        assertThat(room.backend().requests()).hasSize(2);
    }
}
