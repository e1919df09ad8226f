package dev.limner.illustration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.Author;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.MessageRef;
import dev.limner.chat.Place;
import dev.limner.chat.PlatformId;
import dev.limner.chat.UserRef;
import dev.limner.prompt.CharacterSheet;
import dev.limner.prompt.ScenePost;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    private static final PlatformId PLATFORM = new PlatformId("webchat");
    private static final Place ROOM =
            new Place(new ChannelRef(PLATFORM, "room"), null, new CommunityRef(PLATFORM, "town"));
    private static final Place OTHER =
            new Place(new ChannelRef(PLATFORM, "other"), null, new CommunityRef(PLATFORM, "town"));
    private static final List<CharacterSheet> CHARACTERS =
            List.of(new CharacterSheet("Mira", List.of(), "a lean elf", "", List.of(), "", null, null));

    private final Queue<Read> read = new ConcurrentLinkedQueue<>();
    private final CountDownLatch mayRead = new CountDownLatch(1);
    private final ReadAhead ahead = new ReadAhead((characters, post) -> {
        awaitTurn();
        read.add(new Read(characters, post));
    });

    private record Read(List<CharacterSheet> characters, ScenePost post) {}

    @AfterEach
    void close() {
        mayRead.countDown();
        ahead.close();
    }

    @Test
    void a_message_is_read_as_it_will_be_drawn_for_the_characters_of_the_last_picture() {
        mayRead.countDown();
        ahead.drawn(ROOM.channel(), CHARACTERS);

        ahead.captured(said(ROOM, "Mira waits for <@5>."));

        await().until(() -> !read.isEmpty());
        assertThat(read)
                .containsExactly(new Read(
                        CHARACTERS,
                        new ScenePost(
                                ScenePost.Kind.PERSON,
                                "Sam",
                                "sam",
                                null,
                                "Mira waits for <@5>.",
                                Map.of("5", "Ann"))));
    }

    @Test
    void nothing_is_read_where_nothing_was_drawn_or_nothing_was_written() {
        mayRead.countDown();
        ahead.drawn(ROOM.channel(), CHARACTERS);

        ahead.captured(said(OTHER, "Elsewhere."));
        ahead.captured(said(ROOM, " "));
        ahead.captured(said(ROOM, "Here."));

        await().until(() -> !read.isEmpty());
        assertThat(read).extracting(r -> r.post().text()).containsExactly("Here.");
    }

    @Test
    void where_more_comes_than_can_be_read_only_the_newest_is_and_nobody_is_held_up() {
        ahead.drawn(ROOM.channel(), CHARACTERS);
        int newest = 10 * ReadAhead.WAITING;
        for (int i = 0; i <= newest; i++) {
            ahead.captured(said(ROOM, "Message " + i));
        }

        mayRead.countDown();

        await().until(() -> read.stream().anyMatch(r -> r.post().text().equals("Message " + newest)));
        assertThat(read)
                .extracting(r -> r.post().text())
                .hasSize(ReadAhead.WAITING + 1)
                .startsWith("Message 0", "Message " + (newest - ReadAhead.WAITING + 1));
    }

    private static MessagePosted said(Place place, String text) {
        return new MessagePosted(
                place,
                new MessageRef(place.channel(), "m"),
                new Author(Author.Kind.PERSON, new UserRef(PLATFORM, "sam"), "Sam"),
                text,
                Map.of("5", "Ann"),
                Instant.EPOCH);
    }

    private void awaitTurn() {
        try {
            mayRead.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
