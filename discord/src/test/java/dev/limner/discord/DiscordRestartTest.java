package dev.limner.discord;

import static dev.limner.discord.DiscordRoom.PATIENCE;
import static dev.limner.discord.DiscordRoom.button;
import static dev.limner.discord.DiscordRoom.give;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.limner.chat.ChatUser.Seen;
import dev.limner.discord.interaction.KeptInteraction;
import dev.limner.discord.loopback.Discordia;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** How whoever asked is told of a picture that cannot be shown by another process than the one that heard them. */
class DiscordRestartTest {
    private static final String HERE = Discordia.WRITING;
    private static final long VIEW_CHANNEL = 1L << 10;

    @RegisterExtension
    private final DiscordRoom room = new DiscordRoom();

    @Test
    void when_the_channel_is_gone_and_no_direct_messages_are_taken_the_command_is_answered() throws Exception {
        room.start();
        asked();
        room.world().refuseDirectMessages();
        room.world().deleteChannel(HERE);
        room.restart();

        room.backend().letOneGo();

        assertThat(toldAlone().text()).contains("the channel is gone");
        await().atMost(PATIENCE).until(() -> room.interactions().size() == 0);
    }

    @Test
    void when_the_channel_is_no_longer_to_be_seen_a_pressed_button_is_answered() throws Exception {
        room.start();
        give(room.player(), "imagine", Map.of("prompt", "a lighthouse"));
        Seen picture = room.picture(HERE, 1);
        room.backend().holdBack();
        room.player().press(picture.id(), button(picture, "Reroll"));
        await().atMost(PATIENCE).until(() -> room.backend().requests().size() == 2);
        room.world().refuseDirectMessages();
        room.world().rights().take(VIEW_CHANNEL);
        room.restart();

        room.backend().letOneGo();

        assertThat(toldAlone().text()).contains("View Channel");
        await().atMost(PATIENCE).until(() -> room.interactions().size() == 0);
    }

    @Test
    void what_the_command_takes_no_more_is_told_by_direct_message_and_by_what_it_was_answered_is_not_logged()
            throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.INFO);
        try {
            room.start();
            asked();
            room.world().deleteChannel(HERE);
            room.world().expireInteractions();
            room.restart();

            room.backend().letOneGo();

            String player = room.player().id();
            await().atMost(PATIENCE)
                    .until(() -> room.world().directMessages(player).stream()
                            .anyMatch(told -> told.text().contains("the channel is gone")));
            await().atMost(PATIENCE).until(() -> room.interactions().size() == 0);
        } finally {
            root.setLevel(Level.WARN);
            root.detachAppender(log);
        }
        assertThat(List.copyOf(log.list))
                .isNotEmpty()
                .noneMatch(event -> event.getFormattedMessage().contains("interaction-token"));
        assertThat(room.world().rest().calls()).anyMatch(call -> call.contains("/interaction-token"));
    }

    @Test
    void what_is_posted_after_a_restart_leaves_nothing_kept_of_the_command() throws Exception {
        room.start();
        asked();
        assertThat(room.interactions().size()).isEqualTo(1);
        room.restart();

        room.backend().letOneGo();

        room.picture(HERE, 1);
        await().atMost(PATIENCE).until(() -> room.interactions().size() == 0);
        await().atMost(PATIENCE).until(() -> room.player().sees().size() == 1);
    }

    @Test
    void what_asks_for_no_picture_is_not_kept_and_what_did_is_kept_until_it_stands() throws Exception {
        room.start();
        give(room.player(), "help", Map.of());
        await().atMost(PATIENCE).until(() -> !room.player().answers().isEmpty());
        assertThat(room.interactions().size()).isZero();

        give(room.player(), "imagine", Map.of("prompt", "a lighthouse"));

        room.picture(HERE, 1);
        await().atMost(PATIENCE).until(() -> room.interactions().size() == 0);
    }

    @Test
    void what_is_kept_of_a_command_is_forgotten_with_whoever_gave_it() throws Exception {
        room.start();
        Instant later = Instant.now().plusSeconds(600);
        room.interactions()
                .keep(new KeptInteraction("1", "app", "secret", room.player().id(), later));
        room.interactions()
                .keep(new KeptInteraction("2", "app", "secret", room.moderator().id(), later));

        give(room.player(), "privacy forget", Map.of());

        await().atMost(PATIENCE).until(() -> room.interactions().find("1").isEmpty());
        assertThat(room.interactions().find("2")).isPresent();
    }

    /** A picture is being drawn, and waits; that is said in the channel. */
    private void asked() {
        room.backend().holdBack();
        give(room.player(), "imagine", Map.of("prompt", "a lighthouse"));
        await().atMost(PATIENCE).until(() -> !room.backend().requests().isEmpty());
        await().atMost(PATIENCE).until(() -> !room.player().sees().isEmpty());
    }

    private Seen toldAlone() {
        await().atMost(PATIENCE).until(() -> !room.player().answers().isEmpty());
        assertThat(room.player().answers()).hasSize(1);
        return room.player().answers().get(0);
    }
}
