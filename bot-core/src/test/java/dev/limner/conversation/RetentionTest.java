package dev.limner.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.character.InMemorySettings;
import dev.limner.character.Settings;
import dev.limner.chat.Author;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.MessageRef;
import dev.limner.chat.Place;
import dev.limner.chat.PlatformId;
import dev.limner.chat.Scope;
import dev.limner.storage.DatabaseExtension;
import dev.limner.storage.SqlChannelMoves;
import dev.limner.storage.SqlChannelStates;
import dev.limner.storage.SqlStoryLog;
import dev.limner.story.InMemoryChannelStates;
import dev.limner.story.InMemoryStoryLog;
import dev.limner.story.StoryMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final PlatformId PLATFORM = new PlatformId("test");
    private static final CommunityRef SERVER = new CommunityRef(PLATFORM, "server");
    private static final Place TAVERN = new Place(new ChannelRef(PLATFORM, "tavern"), null, SERVER);
    private static final Place HARBOUR = new Place(new ChannelRef(PLATFORM, "harbour"), null, SERVER);

    @RegisterExtension
    final DatabaseExtension storage = new DatabaseExtension();

    private final InMemoryStoryLog story = new InMemoryStoryLog();
    private final InMemorySettings settings = new InMemorySettings();
    private final Retention retention = new Retention(
            story, new InMemoryChannelStates(), new Settings(settings, List.of()), InstantSource.fixed(NOW));

    @AfterEach
    void close() {
        retention.close();
    }

    @Test
    void what_is_older_than_the_days_of_the_channel_goes_when_something_is_said_there() {
        settings.put(Scope.of(TAVERN.channel()), "retention", "7");
        said(TAVERN, "old", Duration.ofDays(8));
        said(TAVERN, "young", Duration.ofDays(6));
        said(HARBOUR, "old elsewhere", Duration.ofDays(8));

        retention.keep(TAVERN);

        assertThat(kept(TAVERN)).containsExactly("young");
        assertThat(kept(HARBOUR)).containsExactly("old elsewhere");
    }

    @Test
    void a_silent_channel_loses_what_is_too_old_by_what_it_inherits() {
        said(TAVERN, "old", Duration.ofDays(8));
        said(TAVERN, "young", Duration.ofDays(6));
        retention.keep(TAVERN);
        assertThat(kept(TAVERN)).containsExactly("old", "young");

        settings.put(Scope.of(SERVER), "retention", "7");
        retention.sweep();

        assertThat(kept(TAVERN)).containsExactly("young");
    }

    @Test
    void a_moved_channel_in_which_nothing_was_said_since_loses_what_is_too_old() {
        SqlStoryLog log = new SqlStoryLog(storage.database());
        Place moved = new Place(new ChannelRef(PLATFORM, "new"), null, new CommunityRef(PLATFORM, "new"));
        settings.put(Scope.of(moved.community()), "retention", "7");
        try (Retention stored = new Retention(
                log,
                new SqlChannelStates(storage.database()),
                new Settings(settings, List.of()),
                InstantSource.fixed(NOW))) {
            stored.keep(TAVERN);
            log.append(message(TAVERN, "old", Duration.ofDays(8)))
                    .toCompletableFuture()
                    .join();
            new SqlChannelMoves(storage.database()).move(TAVERN, moved);

            stored.sweep();

            assertThat(log.count(moved.channel())).isZero();
        }
    }

    private void said(Place place, String text, Duration ago) {
        story.append(message(place, text, ago)).toCompletableFuture().join();
    }

    private static StoryMessage message(Place place, String text, Duration ago) {
        return new StoryMessage(
                new MessageRef(place.channel(), text),
                ago.negated().toMillis(),
                new Author(Author.Kind.PERSON, null, "Sam"),
                text,
                Map.of(),
                NOW.minus(ago));
    }

    private List<String> kept(Place place) {
        return story.window(place.channel(), Long.MIN_VALUE, Long.MAX_VALUE, 100).stream()
                .map(StoryMessage::text)
                .toList();
    }
}
