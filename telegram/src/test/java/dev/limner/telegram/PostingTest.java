package dev.limner.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.Attachment;
import dev.limner.chat.Button;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatEvent.ButtonPressed;
import dev.limner.chat.ChatException;
import dev.limner.chat.Content;
import dev.limner.chat.MessageRef;
import dev.limner.chat.PlannedMessage;
import dev.limner.command.CommandCatalog;
import dev.limner.telegram.loopback.Fault;
import dev.limner.telegram.loopback.Person;
import dev.limner.telegram.loopback.Posted;
import dev.limner.telegram.loopback.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the bot posts, and how Telegram's refusals are taken. */
class PostingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ChannelRef GROUP = new ChannelRef(Telegram.ID, Long.toString(Rig.GROUP));
    private static final ChannelRef TOPIC = new ChannelRef(Telegram.ID, Rig.GROUP + "/45");

    @TempDir
    Path folder;

    private final Heard heard = new Heard();
    private Rig rig;
    private Telegram telegram;
    private Person jo;

    @BeforeEach
    void begin() throws Exception {
        rig = new Rig(folder);
        telegram = rig.telegram();
        jo = rig.person(11, "Jo");
        rig.api().methods().topic(Rig.GROUP, 45);
        telegram.start(heard, CommandCatalog.standard());
    }

    @AfterEach
    void end() {
        rig.close();
    }

    private static PlannedMessage text(String text) {
        return new PlannedMessage(text, List.of(), List.of(), null, null);
    }

    private static byte[] png(int width, int height) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static PlannedMessage picture(byte[] bytes, boolean spoiler, @Nullable MessageRef replyTo) {
        return new PlannedMessage(
                "The scene, for Jo.",
                List.of(new Attachment("scene.png", "image/png", Content.of(bytes), "", spoiler)),
                List.of(new Button("r.0123456789abcdef", "Reroll"), new Button("d.0123456789abcdef", "Delete")),
                replyTo,
                null);
    }

    @Test
    void a_picture_is_a_photo_with_caption_and_buttons_in_reply_in_its_topic() throws Exception {
        int asked = jo.in(45).say("/scene");
        telegram.send(TOPIC, picture(png(64, 64), true, new MessageRef(TOPIC, Integer.toString(asked))));

        Posted posted = rig.posted().get(0);
        assertThat(posted.kind()).isEqualTo("photo");
        assertThat(posted.topic()).isEqualTo(45);
        assertThat(posted.replyTo()).isEqualTo(asked);
        assertThat(posted.text()).isEqualTo("The scene, for Jo.");
        assertThat(posted.spoiler()).isTrue();
        assertThat(posted.buttons())
                .containsExactly(
                        List.of("Reroll", "r.0123456789abcdef/45"), List.of("Delete", "d.0123456789abcdef/45"));
    }

    @Test
    void in_the_general_topic_no_thread_is_named() throws Exception {
        telegram.send(GROUP, text("here"));

        assertThat(rig.api().calls("sendMessage").get(0).has("message_thread_id"))
                .isFalse();
    }

    @Test
    void a_reply_to_a_message_that_is_gone_is_posted_all_the_same() throws Exception {
        telegram.send(GROUP, picture(png(64, 64), false, new MessageRef(GROUP, "999999")));

        assertThat(rig.posted()).hasSize(1);
        assertThat(rig.posted().get(0).replyTo()).isNull();
    }

    @Test
    void being_thrown_out_is_told_apart_from_a_topic_that_is_gone() {
        assertThatThrownBy(() -> telegram.send(new ChannelRef(Telegram.ID, Rig.GROUP + "/46"), text("hello")))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.kind()).isEqualTo(ChatException.Kind.GONE));

        rig.api().methods().botIs(Rig.GROUP, "kicked");
        assertThatThrownBy(() -> telegram.send(GROUP, text("hello")))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.kind()).isEqualTo(ChatException.Kind.FORBIDDEN));
    }

    @Test
    void a_post_for_a_group_that_moved_follows_it() throws Exception {
        rig.api().methods().chat(-55L, "group", "Small");
        rig.api().methods().migrate(-55L, -100556L);

        MessageRef sent = telegram.send(new ChannelRef(Telegram.ID, "-55"), text("here"));

        assertThat(sent.channel()).isEqualTo(new ChannelRef(Telegram.ID, "-100556"));
        assertThat(rig.api().methods().posted(-100556L)).hasSize(1);
    }

    @Test
    void every_pressed_button_is_answered_even_when_nobody_says_anything() throws Exception {
        MessageRef sent = telegram.send(GROUP, picture(png(64, 64), false, null));
        jo.press(Integer.parseInt(sent.id()), "r.0123456789abcdef");
        heard.first(ButtonPressed.class);

        await().atMost(PATIENCE).until(() -> rig.api().methods().openQueries().isEmpty());
        assertThat(rig.api().methods().windows()).isEmpty();
    }

    @Test
    void a_long_answer_to_a_button_comes_as_a_message() throws Exception {
        MessageRef sent = telegram.send(GROUP, picture(png(64, 64), false, null));
        jo.press(Integer.parseInt(sent.id()), "p.0123456789abcdef");
        heard.first(ButtonPressed.class).responder().respond(text("Prompt: " + "x".repeat(300)));

        await().atMost(PATIENCE).until(() -> rig.posted().size() == 2);
        assertThat(rig.posted().get(1).replyTo()).isEqualTo(Integer.valueOf(sent.id()));
        await().atMost(PATIENCE).until(() -> rig.api().methods().openQueries().isEmpty());
    }

    @Test
    void a_button_s_answer_whose_window_and_message_both_fail_comes_later() throws Exception {
        MessageRef sent = telegram.send(GROUP, picture(png(64, 64), false, null));
        jo.press(Integer.parseInt(sent.id()), "r.0123456789abcdef");
        var responder = heard.first(ButtonPressed.class).responder();
        rig.api().fail("answerCallbackQuery", Fault.of(Refusal.badRequest("query is too old")));
        rig.api().fail("sendMessage", Fault.of(Refusal.tooMany(1)));

        responder.respond(text("Only Sam can do that."));

        await().atMost(PATIENCE).until(() -> rig.posted().size() == 2);
        assertThat(rig.posted().get(1).text()).isEqualTo("Only Sam can do that.");
    }

    @Test
    void a_button_works_after_a_restart() throws Exception {
        MessageRef sent = telegram.send(TOPIC, picture(png(64, 64), false, null));
        rig.restarted().start(heard, CommandCatalog.standard());

        jo.in(45).press(Integer.parseInt(sent.id()), "r.0123456789abcdef");

        ButtonPressed pressed = heard.first(ButtonPressed.class);
        assertThat(pressed.message()).isEqualTo(sent);
        assertThat(pressed.buttonId()).isEqualTo("r.0123456789abcdef");
    }

    @Test
    void progress_in_a_group_is_shown_every_three_seconds_at_most() {
        assertThat(telegram.capabilities(GROUP).editInterval()).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        assertThat(telegram.capabilities(TOPIC).editInterval()).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void a_name_behind_an_at_sign_calls_nobody_and_reads_the_same() throws Exception {
        telegram.send(GROUP, text("Ask @sam_writes, or write player=@sam_writes."));

        assertThat(rig.posted().get(0).mentionsSomebody()).isFalse();
        assertThat(rig.posted().get(0).text().replace("\u2060", ""))
                .isEqualTo("Ask @sam_writes, or write player=@sam_writes.");
        telegram.send(GROUP, text("@name ".repeat(682)));
        assertThat(rig.posted()).hasSize(2).noneMatch(Posted::mentionsSomebody);
    }

    @Test
    void a_button_of_a_message_too_old_to_be_shown_still_knows_its_topic() throws Exception {
        MessageRef sent = telegram.send(TOPIC, picture(png(64, 64), false, null));
        jo.in(45)
                .pressOld(
                        Integer.parseInt(sent.id()),
                        rig.posted().get(0).buttons().get(0).get(1));

        ButtonPressed pressed = heard.first(ButtonPressed.class);
        assertThat(pressed.place().channel()).isEqualTo(TOPIC);
        assertThat(pressed.message()).isEqualTo(sent);
        assertThat(pressed.buttonId()).isEqualTo("r.0123456789abcdef");
        await().atMost(PATIENCE).until(() -> rig.api().methods().openQueries().isEmpty());
    }
}
