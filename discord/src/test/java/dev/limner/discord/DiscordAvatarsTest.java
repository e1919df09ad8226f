package dev.limner.discord;

import static dev.limner.discord.DiscordRoom.PATIENCE;
import static dev.limner.discord.DiscordRoom.give;
import static dev.limner.discord.DiscordRoom.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChatUser.Seen;
import dev.limner.discord.loopback.Discordia;
import dev.limner.discord.loopback.Interaction;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Avatars: how their pictures come, and what is refused. */
class DiscordAvatarsTest {
    private static final Map<String, String> MIRA = Map.of("kind", "face", "name", "mira");
    private static final int THINKING = 5;
    private static final int FORM = 9;

    @RegisterExtension
    private final DiscordRoom room = new DiscordRoom();

    @Test
    void an_avatar_is_taken_from_the_cdn_at_once() throws Exception {
        room.start();

        add(png(300));

        assertThat(room.answer(room.player(), "Added").text()).contains("<be-face:mira:0.3>");
        assertThat(room.world().files().fetches()).isEqualTo(1);
    }

    @Test
    void without_a_picture_a_form_asks_for_it_with_what_was_given_filled_in() throws Exception {
        room.start();

        Interaction asked = add(null);
        await().atMost(PATIENCE).until(() -> asked.acknowledgedWith() == FORM);
        Interaction sent = room.player().fill(asked, Map.of("description", "silver hair"), png(300));

        assertThat(room.answer(room.player(), "Added").text()).contains("<be-face:mira:0.3>");
        assertThat(sent.acknowledgedWith()).isEqualTo(THINKING);
        assertThat(sent.isEphemeral()).isTrue();
        give(room.player(), "avatar show", Map.of("name", "mira"));
        await().atMost(PATIENCE)
                .until(() ->
                        room.player().answers().stream().anyMatch(a -> a.text().contains("silver hair")));
    }

    @Test
    void the_form_speaks_the_language_of_whoever_gave_the_command() throws Exception {
        room.start();
        room.player().speak("de");

        Interaction asked = add(null);

        await().atMost(PATIENCE).until(() -> asked.acknowledgedWith() == FORM);
        assertThat(asked.modal().path("components").findValuesAsText("description"))
                .contains("Das Bild");
        assertThat(asked.modal().path("components"))
                .extracting(field -> field.path("label").asText())
                .containsExactly("kind", "name", "image", "description");
    }

    @Test
    void a_form_without_its_picture_is_answered() throws Exception {
        room.start();
        Interaction asked = add(null);
        await().atMost(PATIENCE).until(() -> asked.acknowledgedWith() == FORM);

        room.player().fill(asked, Map.of(), null);

        room.answer(room.player(), "image is missing");
    }

    @Test
    void an_attachment_that_lies_elsewhere_is_never_fetched_from_a_form_either() throws Exception {
        room.start();
        room.player().attachFrom("http://localhost:" + room.world().api().getPort());

        add(png(300));

        room.answer(room.player(), "That file is not on Discord's own servers");
        Interaction asked = add(null);
        await().atMost(PATIENCE).until(() -> asked.acknowledgedWith() == FORM);
        room.player().fill(asked, Map.of(), png(300));
        await().atMost(PATIENCE).until(() -> room.player().answers().size() == 2);
        assertThat(room.world().files().fetches()).isZero();
    }

    @Test
    void a_host_may_be_an_address_of_ipv6_however_that_is_written() throws Exception {
        int port = room.world().api().getPort();
        room.startWithFilesFrom("[0:0:0:0:0:0:0:1]:" + port, "[2001:db8::2]");

        room.player().attachFrom("http://[::1]:" + port);
        add(png(300));
        // the loopback does not listen there, which shows that it was asked
        room.answer(room.player(), "The file could not be fetched");

        room.player().attachFrom("http://[2001:db8::2]:" + port);
        add(png(300));
        room.answer(room.player(), "That file is not on Discord's own servers");
    }

    @Test
    void an_attachment_whose_address_has_expired_is_answered_with_what_to_do() throws Exception {
        room.start();
        room.world().files().expire();

        add(png(300));

        room.answer(room.player(), "The file could not be fetched to its end. Send it again.");
        assertThat(room.world().files().fetches()).isOne();
    }

    @Test
    void what_is_no_picture_or_a_bomb_or_too_large_is_refused_in_plain_words() throws Exception {
        room.start();

        assertThat(refusal("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)))
                .contains("not taken");
        assertThat(refusal(new byte[0])).contains("empty");
        assertThat(refusal(bomb())).contains("60000 x 60000 pixels");
        assertThat(refusal(new byte[21 << 20])).contains("MB");
        give(room.player(), "avatar list", Map.of());
        await().atMost(PATIENCE).until(() -> room.player().answers().size() == 5);
        assertThat(room.player().answers().get(4).text()).doesNotContain("mira");
    }

    @Test
    void a_name_that_another_equals_after_folding_is_taken_already() throws Exception {
        room.start();
        add(png(300));
        room.answer(room.player(), "Added");

        room.player().give(spec("avatar add"), Map.of("kind", "style", "name", "\uFF2DIRA"), png(300));

        await().atMost(PATIENCE).until(() -> room.player().answers().size() == 2);
        assertThat(room.player().answers().get(1).text()).contains("mira").doesNotContain("Added");
    }

    @Test
    void a_shown_avatar_fits_what_the_interaction_takes() throws Exception {
        room.world().fileLimit(150_000);
        room.start();
        add(noise(512));
        room.answer(room.player(), "Added");

        give(room.player(), "avatar show", Map.of("name", "mira"));

        await().atMost(PATIENCE)
                .until(() -> room.player().answers().stream()
                        .anyMatch(a -> !a.files().isEmpty()));
        Seen shown = room.player().answers().get(1);
        assertThat(shown.files().get(0).bytes()).hasSizeLessThanOrEqualTo(150_000);
    }

    @Test
    void an_attachment_that_does_not_come_holds_up_nobody_but_what_its_sender_asks_next() throws Exception {
        room.start().follow(Discordia.WRITING);
        room.world().files().hold();
        add(png(300));
        await().atMost(PATIENCE).until(() -> room.world().files().fetches() == 1);

        give(room.player(), "avatar list", Map.of());
        room.player().say("Mira lifts the lantern.");
        give(room.moderator(), "avatar list", Map.of());

        room.answer(room.moderator(), "There are no avatars yet");
        await().atMost(PATIENCE).until(() -> room.keptTexts(Discordia.WRITING).contains("Mira lifts the lantern."));
        assertThat(room.player().answers()).isEmpty();
        room.world().files().release();
        await().atMost(PATIENCE).until(() -> room.player().answers().size() == 2);
        assertThat(room.player().answers().get(0).text()).startsWith("Added");
        assertThat(room.player().answers().get(1).text()).startsWith("Avatars:").contains("mira");
    }

    @Test
    void attachments_that_do_not_come_are_waited_for_a_few_at_a_time_and_one_too_many_is_refused() throws Exception {
        room.start();
        room.world().files().hold();
        for (int i = 0; i < 40; i++) {
            room.world()
                    .person("Guest " + i)
                    .give(spec("avatar add"), Map.of("kind", "face", "name", "guest" + i), png(300));
        }

        add(png(300));

        room.answer(room.player(), "Too much of that is under way");
        assertThat(room.world().files().fetches()).isLessThanOrEqualTo(4);
    }

    private Interaction add(byte @Nullable [] picture) {
        return room.player().give(spec("avatar add"), MIRA, picture);
    }

    /** The answer to an avatar that is not taken. */
    private String refusal(byte[] picture) {
        int before = room.player().answers().size();
        add(picture);
        await().atMost(PATIENCE).until(() -> room.player().answers().size() == before + 1);
        String text = room.player().answers().get(before).text();
        assertThat(text).doesNotContain("Exception", "Added", "went wrong");
        return text;
    }

    private static byte[] png(int side) throws IOException {
        return png(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB));
    }

    private static byte[] noise(int side) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int i = 0; i < side * side; i++) {
            image.setRGB(i % side, i / side, random.nextInt());
        }
        return png(image);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    /** A small file that says of itself that it is 60,000 pixels wide and high. */
    private static byte[] bomb() throws IOException {
        byte[] png = png(300);
        int size = 16;
        ByteBuffer.wrap(png).putInt(size, 60_000).putInt(size + 4, 60_000);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        return png;
    }
}
