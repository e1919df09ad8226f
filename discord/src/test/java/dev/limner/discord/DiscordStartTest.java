package dev.limner.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.chat.ChatException;
import dev.limner.chat.RecordingListener;
import dev.limner.command.CommandCatalog;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A Discord that stumbles while the bot starts. */
class DiscordStartTest {
    private static final BackOff SOON = new BackOff(Collections.nCopies(4, Duration.ofMillis(10)));

    @RegisterExtension
    private final DiscordRoom room = new DiscordRoom();

    @Test
    void a_start_that_discord_answers_with_errors_or_not_at_all_is_tried_again() throws Exception {
        room.world().rest().failNext("GET applications/@me", 503);
        room.world().rest().cutNext("GET gateway/bot");
        room.world().rest().failNext("GET users/@me", 500);
        room.world().rest().failNext("GET applications/.*/commands", 500);
        RecordingListener events = new RecordingListener();

        try (Discord discord = room.connect(SOON)) {
            discord.start(events, CommandCatalog.standard());
            room.player().say("Is this on?");

            assertThat(events.next(MessagePosted.class).text()).isEqualTo("Is this on?");
        }
        assertThat(room.world().line().identifies()).isOne();
    }

    @Test
    void a_start_that_is_too_fast_is_tried_again_and_not_before_discord_allows() throws Exception {
        room.world().rest().tooFast("GET applications/@me", 1);
        long before = System.nanoTime();

        try (Discord discord = room.connect(SOON)) {
            discord.start(new RecordingListener(), CommandCatalog.standard());
        }

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_discord_that_stays_away_ends_the_start_with_what_it_answered() {
        for (int i = 0; i < 20; i++) {
            room.world().rest().failNext("GET applications/@me", 503);
        }

        try (Discord discord = room.connect(SOON)) {
            assertThatThrownBy(() -> discord.start(new RecordingListener(), CommandCatalog.standard()))
                    .isInstanceOf(ChatException.class)
                    .hasMessageContaining("503");
        }
        assertThat(room.world().rest().calls())
                .hasSize(SOON.pauses().size() + 1)
                .containsOnly("GET applications/@me");
    }

    @ParameterizedTest
    @CsvSource({
        "4004, DISCORD_TOKEN, copy the new one",
        "4010, DISCORD_SHARDS, set it to auto",
        "4011, DISCORD_SHARDS, set it to auto",
        "4014, Message Content Intent, turn on"
    })
    void what_the_gateway_refuses_for_good_is_told_at_once_also_where_discord_is_slow(
            int code, String key, String fix) {
        room.world().rest().takeTime(Duration.ofMillis(100));
        room.world().line().refuse(code);

        try (Discord discord = room.connect(SOON)) {
            assertThatThrownBy(() -> discord.start(new RecordingListener(), CommandCatalog.standard()))
                    .isInstanceOf(ChatException.class)
                    .hasMessageContaining(key)
                    .hasMessageContaining(fix);
        }
        assertThat(room.world().line().identifies()).isOne();
    }

    @Test
    void a_token_that_is_not_taken_is_told_at_once() {
        DiscordSettings wrong = new DiscordSettings("wrong.token", room.world().api(), Set.of(), 0);

        try (Discord discord = new Discord(wrong, room.interactions(), SOON, Discord.FORM_PATIENCE)) {
            assertThatThrownBy(() -> discord.start(new RecordingListener(), CommandCatalog.standard()))
                    .isInstanceOf(ChatException.class)
                    .hasMessageContaining("DISCORD_TOKEN");
        }
        assertThat(room.world().rest().calls()).isEqualTo(List.of("GET applications/@me"));
    }
}
