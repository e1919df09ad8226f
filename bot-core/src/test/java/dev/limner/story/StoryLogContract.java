package dev.limner.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.chat.Author;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.MessageRef;
import dev.limner.chat.PlatformId;
import dev.limner.chat.UserRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link StoryLog} keeps to. */
public abstract class StoryLogContract {
    private static final PlatformId PLATFORM = new PlatformId("test");
    private static final ChannelRef HERE = new ChannelRef(PLATFORM, "a:b/c");
    private static final ChannelRef ELSEWHERE = new ChannelRef(new PlatformId("other"), "a:b/c");
    private static final UserRef JO = new UserRef(PLATFORM, "jo");
    private static final UserRef SAM = new UserRef(PLATFORM, "sam");

    /** Empty at the start of each test, and the same one throughout it. */
    protected abstract StoryLog log();

    @Test
    void a_message_is_read_as_it_was_appended() {
        StoryMessage message = new StoryMessage(
                new MessageRef(HERE, "m:1"),
                1L << 60,
                new Author(Author.Kind.PROXY, null, "Mira | moon 🌙"),
                "*lifts the lantern*\n\"Stay close, <@5>.\"",
                Map.of("5", "Tobin"),
                Instant.ofEpochMilli(1_700_000_000_123L));

        join(log().append(message));

        assertThat(log().find(message.ref())).contains(message);
        assertThat(log().window(HERE, 0, Long.MAX_VALUE, 10)).containsExactly(message);
    }

    @Test
    void what_was_appended_before_is_seen_without_waiting_for_it() {
        for (int i = 1; i <= 500; i++) {
            log().append(message(HERE, i, JO));
            assertThat(log().window(HERE, i - 1, i, 1))
                    .extracting(StoryMessage::position)
                    .containsExactly((long) i);
        }
        assertThat(log().count(HERE)).isEqualTo(500);
    }

    @Test
    void a_message_that_is_there_already_is_left_as_it_is() {
        StoryMessage first = message(HERE, 1, JO);
        StoryMessage again =
                new StoryMessage(first.ref(), 2, first.author(), "something else", Map.of(), Instant.ofEpochMilli(2));
        join(log().append(first));

        join(log().append(again));

        assertThat(log().window(HERE, 0, 10, 10)).containsExactly(first);
    }

    @Test
    void a_window_holds_the_newest_within_its_bounds_oldest_first() {
        LongStream.rangeClosed(1, 10).map(i -> i * 10).forEach(i -> log().append(message(HERE, i, JO)));
        log().append(message(ELSEWHERE, 55, JO));

        assertThat(log().window(HERE, 20, 80, 3))
                .extracting(StoryMessage::position)
                .containsExactly(60L, 70L, 80L);
        assertThat(log().window(HERE, 20, 40, 30))
                .extracting(StoryMessage::position)
                .containsExactly(30L, 40L);
        assertThat(log().window(HERE, 80, 20, 30)).isEmpty();
    }

    @Test
    void a_message_without_text_is_in_a_window_once_it_has_some_and_at_its_place() {
        StoryMessage picture = message(HERE, 2, JO);
        log().append(message(HERE, 1, JO));
        log().append(new StoryMessage(picture.ref(), 2, picture.author(), "", Map.of(), picture.at()));
        log().append(message(HERE, 3, JO));
        assertThat(log().window(HERE, 0, 10, 2))
                .extracting(StoryMessage::position)
                .containsExactly(1L, 3L);

        join(log().replace(picture.ref(), "He nods.", Map.of()));

        assertThat(log().window(HERE, 0, 10, 2)).containsExactly(picture, message(HERE, 3, JO));
    }

    @Test
    void a_replaced_text_keeps_its_place_author_and_time() {
        StoryMessage message = message(HERE, 1, JO);
        log().append(message);

        assertThat(join(log().replace(message.ref(), "He waits for <@7>.", Map.of("7", "Ann"))))
                .isTrue();

        assertThat(log().find(message.ref()))
                .contains(new StoryMessage(
                        message.ref(), 1, message.author(), "He waits for <@7>.", Map.of("7", "Ann"), message.at()));
    }

    @Test
    void replacing_or_removing_what_is_not_there_says_so() {
        MessageRef unknown = new MessageRef(HERE, "unknown");

        assertThat(join(log().replace(unknown, "x", Map.of()))).isFalse();
        assertThat(join(log().remove(unknown))).isFalse();
        assertThat(log().find(unknown)).isEmpty();
    }

    @Test
    void a_held_message_is_known_as_such_until_it_is_released() {
        Instant until = Instant.ofEpochMilli(1_700_000_002_000L);
        StoryMessage held = held(message(HERE, 2, JO), until);
        log().append(message(HERE, 1, JO));
        log().append(held);
        log().append(held(message(ELSEWHERE, 2, JO), until.plusSeconds(5)));
        log().append(message(HERE, 3, JO));

        assertThat(log().window(HERE, 0, 10, 10)).hasSize(3).contains(held);
        assertThat(log().held()).hasSize(2).contains(held);
        assertThat(log().heldUntil(HERE, 0, 10)).contains(until);
        assertThat(log().heldUntil(HERE, 2, 10)).isEmpty();
        assertThat(log().heldUntil(HERE, 0, 1)).isEmpty();

        join(log().release(held.ref()));
        join(log().release(message(HERE, 1, JO).ref()));

        assertThat(log().held()).extracting(m -> m.ref().channel()).containsExactly(ELSEWHERE);
        assertThat(log().heldUntil(HERE, 0, 10)).isEmpty();
        assertThat(log().find(held.ref())).contains(message(HERE, 2, JO));
    }

    @Test
    void an_edit_of_a_held_message_leaves_it_held() {
        Instant until = Instant.ofEpochMilli(1_700_000_002_000L);
        StoryMessage held = held(message(HERE, 1, JO), until);
        log().append(held);

        join(log().replace(held.ref(), "He waits.", Map.of()));

        assertThat(log().heldUntil(HERE, 0, 10)).contains(until);
    }

    @Test
    void a_removed_message_is_gone() {
        log().append(message(HERE, 1, JO));
        log().append(message(HERE, 2, JO));

        assertThat(join(log().remove(message(HERE, 1, JO).ref()))).isTrue();

        assertThat(log().window(HERE, 0, 10, 10))
                .extracting(StoryMessage::position)
                .containsExactly(2L);
    }

    @Test
    void messages_of_one_id_in_two_channels_are_two() {
        log().append(message(HERE, 1, JO));
        log().append(message(ELSEWHERE, 1, SAM));

        assertThat(log().count(HERE)).isEqualTo(1);
        assertThat(log().count(ELSEWHERE)).isEqualTo(1);
        assertThat(log().channels()).containsExactlyInAnyOrder(HERE, ELSEWHERE);
    }

    @Test
    void a_forgotten_channel_is_empty_and_the_others_are_not() {
        log().append(message(HERE, 1, JO));
        log().append(message(HERE, 2, SAM));
        log().append(message(ELSEWHERE, 1, JO));

        assertThat(log().forget(HERE)).isEqualTo(2);

        assertThat(log().count(HERE)).isZero();
        assertThat(log().channels()).containsExactly(ELSEWHERE);
    }

    @Test
    void what_a_person_wrote_is_forgotten_everywhere() {
        log().append(message(HERE, 1, JO));
        log().append(message(HERE, 2, SAM));
        log().append(message(HERE, 3, null));
        log().append(message(ELSEWHERE, 1, JO));

        assertThat(log().forgetBy(JO)).isEqualTo(2);

        assertThat(log().window(HERE, 0, 10, 10))
                .extracting(StoryMessage::position)
                .containsExactly(2L, 3L);
        assertThat(log().count(ELSEWHERE)).isZero();
    }

    @Test
    void what_is_older_than_an_instant_is_forgotten_in_one_channel() {
        log().append(message(HERE, 1, JO));
        log().append(message(HERE, 2, JO));
        log().append(message(ELSEWHERE, 1, JO));

        assertThat(log().forgetOlderThan(HERE, Instant.ofEpochMilli(2))).isEqualTo(1);

        assertThat(log().window(HERE, 0, 10, 10))
                .extracting(StoryMessage::position)
                .containsExactly(2L);
        assertThat(log().count(ELSEWHERE)).isEqualTo(1);
    }

    @Test
    void what_a_person_wrote_is_listed_oldest_first() {
        log().append(message(HERE, 3, JO));
        log().append(message(ELSEWHERE, 1, JO));
        log().append(message(HERE, 2, JO));
        log().append(message(HERE, 1, SAM));

        List<StoryMessage> written = log().writtenBy(JO, 2);

        assertThat(written).containsExactly(message(ELSEWHERE, 1, JO), message(HERE, 2, JO));
    }

    /** Its id, position and time all follow from the position. */
    private static StoryMessage message(ChannelRef channel, long position, @Nullable UserRef author) {
        return new StoryMessage(
                new MessageRef(channel, "m" + position),
                position,
                new Author(Author.Kind.PERSON, author, "Jo"),
                "He nods.",
                Map.of(),
                Instant.ofEpochMilli(position));
    }

    private static StoryMessage held(StoryMessage m, Instant until) {
        return new StoryMessage(m.ref(), m.position(), m.author(), m.text(), m.mentions(), m.at(), until);
    }

    private static <T> T join(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
