package dev.limner.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.chat.ChatUser.Seen;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * What the core relies on, whatever the platform. Every adapter's test extends it. Its chapters stand in the classes that it
 * extends; here is what costs no more than itself.
 */
public abstract class ChatPlatformContract extends HearingContract {

    @Test
    void limits_are_positive_and_known_without_asking() {
        assertPositive(platform.capabilities(user.channel()));
        assertPositive(platform.capabilities(new ChannelRef(platform.id(), "no-such-channel")));
    }

    @Test
    void a_listener_that_throws_or_fails_costs_one_event_only() throws Exception {
        events.answerWith(event -> {
            throw new IllegalStateException("the listener's fault");
        });
        sayWhateverHappens("thrown at");
        events.skipTo("thrown at");
        events.answerWith(event -> CompletableFuture.failedFuture(new IllegalStateException("not kept")));
        sayWhateverHappens("failed");
        events.skipTo("failed");
        events.answerWith(event -> CompletableFuture.completedFuture(null));

        user.say("fine");

        assertThat(events.skipTo("fine").text()).isEqualTo("fine");
    }

    @Test
    void hostile_text_of_people_stops_nothing() throws Exception {
        for (String hostile : List.of(
                "\u0000\u0007\u001b[31m\u202E",
                "\uD83D",
                "e" + "\u0301".repeat(1500),
                "x".repeat(100_000),
                "/",
                "/@",
                "</script><script>alert(1)</script>",
                "\u0085\u2028\u2029")) {
            sayWhateverHappens(hostile);
        }

        user.say("fine");

        assertThat(events.skipTo("fine").text()).isEqualTo("fine");
    }

    @Test
    void hostile_text_of_ours_arrives_or_is_refused_and_stops_nothing() throws Exception {
        for (String hostile : List.of("a\u0000\u0007\u001bb", "a\uD83Db", "<script>alert(1)</script>", "a\u202Eb")) {
            assertThatCode(() -> sendOrBeRefused(hostile)).doesNotThrowAnyException();
        }

        platform.send(user.channel(), text("fine"));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(user.sees()).extracting(Seen::text).endsWith("fine"));
    }

    @Test
    void text_that_looks_like_a_mention_pings_nobody() throws Exception {
        platform.send(user.channel(), text("@everyone @here <@1> <@&2> @sam"));

        assertThat(onlySeen().pings()).isFalse();
    }

    @Test
    void closing_twice_is_no_error_and_ends_the_threads() throws Exception {
        user.say("hello");
        events.next(MessagePosted.class);

        platform.close();
        platform.close();
        shutDown();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .filteredOn(thread -> !threadsBefore.contains(thread) && !isShared(thread))
                        .isEmpty());
    }

    private void sayWhateverHappens(String text) {
        try {
            user.say(text);
        } catch (ChatUser.PlatformRefused refused) {
            assertThat(refused).hasMessageNotContaining("Exception");
        }
    }

    private void sendOrBeRefused(String text) {
        try {
            platform.send(user.channel(), text(text));
        } catch (ChatException refused) {
            assertThat(refused.kind()).isEqualTo(ChatException.Kind.REFUSED);
        }
    }
}
