package dev.limner.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.Author;
import dev.limner.chat.ChatEvent;
import dev.limner.chat.ChatEvent.MessageDeleted;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.chat.FakePlatform;
import dev.limner.chat.MessageRef;
import dev.limner.chat.UserRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Messages that a proxy may be about to repost. */
class HoldsTest {
    @RegisterExtension
    private final CoreRoom room = new CoreRoom();

    @Test
    void a_scene_waits_for_the_decision_and_leaves_out_what_was_reposted() {
        room.mod().type("/story on", List.of());
        hear(typed("1", "m: Mira climbs the tower."));
        hear(typed("2", "Tobin waits at the gate."));

        room.sam().type("/scene", List.of());
        hear(new MessageDeleted(FakePlatform.ROOM, new MessageRef(FakePlatform.ROOM.channel(), "1")));

        room.picture(1);
        assertThat(room.backend().requests().get(0).composition().prompt())
                .contains("Tobin waits")
                .doesNotContain("climbs the tower");
    }

    @Test
    void a_message_that_was_reposted_counts_once_on_the_way_to_the_next_automatic_picture() {
        room.mod().type("/story on", List.of());
        room.mod().type("/story auto 2", List.of());

        hear(typed("1", "m: Mira climbs the tower."));
        hear(proxied("2", "Mira climbs the tower."));
        hear(new MessageDeleted(FakePlatform.ROOM, new MessageRef(FakePlatform.ROOM.channel(), "1")));
        hear(typed("3", "Tobin waits at the gate."));

        // the third is decided after two seconds, and only then there are two
        room.picture(1);
        assertThat(room.backend().requests().get(0).composition().prompt())
                .contains("climbs the tower")
                .contains("Tobin waits");
        await().pollDelay(Duration.ofMillis(200)).until(() -> room.pictures().size() == 1);
    }

    private void hear(ChatEvent event) {
        room.core().listener().onEvent(event).toCompletableFuture().join();
    }

    private static MessagePosted typed(String id, String text) {
        Author sam = new Author(Author.Kind.PERSON, new UserRef(FakePlatform.ID, "Sam"), "Sam");
        return posted(id, sam, text, true);
    }

    private static MessagePosted proxied(String id, String text) {
        return posted(id, new Author(Author.Kind.PROXY, null, "Mira"), text, false);
    }

    private static MessagePosted posted(String id, Author author, String text, boolean mayBeReposted) {
        MessageRef message = new MessageRef(FakePlatform.ROOM.channel(), id);
        return new MessagePosted(FakePlatform.ROOM, message, author, text, Map.of(), Instant.EPOCH, mayBeReposted);
    }
}
