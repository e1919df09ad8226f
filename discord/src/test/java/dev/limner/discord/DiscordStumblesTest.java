package dev.limner.discord;

import static dev.limner.discord.DiscordRoom.PATIENCE;
import static dev.limner.discord.DiscordRoom.button;
import static dev.limner.discord.DiscordRoom.give;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChatUser.Seen;
import dev.limner.discord.loopback.Discordia;
import dev.limner.discord.loopback.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers to interactions that Discord does not take at the first try reach whoever asked all the same, and once. */
class DiscordStumblesTest {
    private static final String ANSWER = "PATCH webhooks/.*";
    private static final String FURTHER_ANSWER = "POST webhooks/.*";

    @RegisterExtension
    private final DiscordRoom room = new DiscordRoom();

    @Test
    void an_answer_that_discord_stumbles_over_is_given_again() throws Exception {
        room.start();
        room.world().rest().failNext(ANSWER, 500);

        give(room.player(), "help", Map.of());

        assertThat(toldAlone(room.player()).text()).startsWith("Limner follows the story");
        assertThat(room.world().directMessages(room.player().id())).isEmpty();
    }

    @Test
    void an_answer_on_a_connection_that_breaks_is_given_again() throws Exception {
        room.start();
        room.world().rest().cutNext(ANSWER);

        give(room.player(), "help", Map.of());

        assertThat(toldAlone(room.player()).text()).startsWith("Limner follows the story");
    }

    @Test
    void an_answer_that_stands_though_discord_stumbled_is_there_once() throws Exception {
        room.start();
        room.world().rest().failNextAfterDoing(ANSWER, 500);
        give(room.player(), "help", Map.of());
        await().atMost(PATIENCE)
                .until(() -> room.world().rest().calls().stream().anyMatch(call -> call.matches(FURTHER_ANSWER)));

        assertThat(toldAlone(room.player()).text()).startsWith("Limner follows the story");
    }

    @Test
    void a_refusal_that_discord_stumbles_over_is_given_again_to_whoever_pressed_a_button() throws Exception {
        room.start();
        give(room.player(), "imagine", Map.of("prompt", "a lighthouse"));
        Seen picture = room.picture(Discordia.WRITING, 1);
        Person other = room.world().person("Zoe", "Player");
        room.world().rest().failNext(FURTHER_ANSWER, 500);

        other.press(picture.id(), button(picture, "Delete"));

        assertThat(toldAlone(other).text()).startsWith("Only Sam");
    }

    @Test
    void what_cannot_even_be_looked_at_is_answered_though_discord_stumbles() throws Exception {
        room.start();
        room.world().rest().failNext(ANSWER, 500);
        room.player().attachFrom("http://localhost:" + room.world().api().getPort());

        room.player().give(DiscordRoom.spec("avatar add"), Map.of("kind", "face", "name", "mira"), new byte[] {1});

        assertThat(toldAlone(room.player()).text()).startsWith("That file is not on Discord's own servers");
    }

    private static Seen toldAlone(Person who) {
        await().atMost(PATIENCE).until(() -> !who.answers().isEmpty());
        assertThat(who.answers()).hasSize(1);
        return who.answers().get(0);
    }
}
