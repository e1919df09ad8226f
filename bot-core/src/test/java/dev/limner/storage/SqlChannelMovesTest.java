package dev.limner.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.chat.Author;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.MessageRef;
import dev.limner.chat.Place;
import dev.limner.chat.PlatformId;
import dev.limner.story.ChannelState;
import dev.limner.story.StoryMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqlChannelMovesTest {
    private static final PlatformId CHAT = new PlatformId("telegram");
    private static final Place OLD = place("-5");
    private static final Place NEW = place("-100999");

    @RegisterExtension
    final DatabaseExtension storage = new DatabaseExtension();

    private Database database;

    @BeforeEach
    void open() {
        database = storage.database();
    }

    private static Place place(String id) {
        return new Place(new ChannelRef(CHAT, id), null, new CommunityRef(CHAT, id));
    }

    private static StoryMessage message(Place place, String id, long position, String text) {
        return new StoryMessage(
                new MessageRef(place.channel(), id),
                position,
                new Author(Author.Kind.PERSON, null, "Jo"),
                text,
                Map.of(),
                Instant.EPOCH);
    }

    @Test
    void the_story_goes_on_though_message_numbers_begin_anew() {
        SqlStoryLog story = new SqlStoryLog(database);
        story.append(message(OLD, "1", 1, "Mira enters.")).toCompletableFuture().join();

        new SqlChannelMoves(database).move(OLD, NEW);
        story.append(message(NEW, "1", 2, "Tobin follows."))
                .toCompletableFuture()
                .join();

        assertThat(story.window(NEW.channel(), 0, Long.MAX_VALUE, 10))
                .extracting(StoryMessage::text)
                .containsExactly("Mira enters.", "Tobin follows.");
        assertThat(story.count(OLD.channel())).isZero();
    }

    @Test
    void state_settings_and_whatever_has_a_scope_move_once_and_what_is_there_stays() {
        SqlChannelStates states = new SqlChannelStates(database);
        states.save(new ChannelState(OLD.channel(), true, 12, 34));
        database.writeNow(handle -> {
            for (String scope : List.of(OLD.own().key(), "telegram/community/-5")) {
                handle.execute("insert into setting (scope, name, content) values (?, 'size', '1216x832')", scope);
                handle.execute(
                        "insert into story_character values (?, 'mira', 'Mira', '[]', 'lean elf', '', '[]', '', 'x:1',"
                                + " null, null, null)",
                        scope);
                handle.execute("insert into style_preset values (?, 'ink', 'ink', 'ink', '', '[]', 'x:1')", scope);
            }
            handle.execute(
                    "insert into setting (scope, name, content) values (?, 'size', '512x512')",
                    NEW.own().key());
            return handle.execute(
                    "insert into avatar values ('telegram:-5', 'mira', 'FACE', 'hash', 1, 1, null, false, '', 0)");
        });

        SqlChannelMoves moves = new SqlChannelMoves(database);
        moves.move(OLD, NEW);
        moves.move(OLD, NEW);

        assertThat(states.find(NEW.channel())).contains(new ChannelState(NEW.channel(), true, 12, 34));
        assertThat(states.find(OLD.channel())).isEmpty();
        assertThat(column("select content from setting where scope = 'telegram/channel/-100999'"))
                .containsExactly("512x512");
        assertThat(column("select content from setting where scope = 'telegram/community/-100999'"))
                .containsExactly("1216x832");
        assertThat(column("select scope from story_character order by scope"))
                .containsExactly("telegram/channel/-100999", "telegram/community/-100999");
        assertThat(column("select scope from style_preset order by scope"))
                .containsExactly("telegram/channel/-100999", "telegram/community/-100999");
        assertThat(column("select community from avatar")).containsExactly("telegram:-100999");
    }

    @Test
    void the_place_is_remembered_under_the_other_id_and_no_longer_under_the_first() {
        SqlChannelStates states = new SqlChannelStates(database);
        states.remember(OLD);

        SqlChannelMoves moves = new SqlChannelMoves(database);
        moves.move(OLD, NEW);
        moves.move(OLD, NEW);

        assertThat(states.places()).containsExactly(NEW);
        assertThat(states.in(NEW.community())).containsExactly(NEW.channel());
        assertThat(states.in(OLD.community())).isEmpty();
    }

    @Test
    void what_is_named_as_something_there_gets_a_number_and_nothing_stays_behind() {
        database.writeNow(handle -> {
            for (Place place : List.of(OLD, NEW)) {
                String scope = place.own().key();
                String words = place.equals(OLD) ? "the old" : "the new";
                handle.execute(
                        "insert into story_character values (?, 'mira', 'Mira', '[]', ?, '', '[]', '', 'x:1',"
                                + " null, null, null)",
                        scope,
                        words);
                handle.execute("insert into character_state values (?, 'mira', 1, ?)", scope, words);
                handle.execute("insert into style_preset values (?, 'ink', 'Ink', ?, '', '[]', 'x:1')", scope, words);
                handle.execute(
                        "insert into avatar values (?, ?, 'FACE', ?, 1, 1, null, false, '', 0)",
                        Refs.stored(place.community()),
                        "m".repeat(32),
                        words);
                handle.execute(
                        "insert into channel_state values (?, true, 0, ?)",
                        Refs.stored(place.channel()),
                        place.equals(OLD) ? 1 : 2);
            }
            return handle.execute(
                    "insert into style_preset values (?, 'ink-2', 'Ink-2', 'taken', '', '[]', 'x:1')",
                    NEW.own().key());
        });

        new SqlChannelMoves(database).move(OLD, NEW);

        assertThat(
                        column(
                                "select scope || ' ' || folded || ' ' || name || ' ' || prefix from story_character order by 1"))
                .containsExactly(
                        "telegram/channel/-100999 mira Mira the new", "telegram/channel/-100999 mira-2 Mira-2 the old");
        assertThat(column("select scope || ' ' || folded || ' ' || state from character_state order by 1"))
                .containsExactly("telegram/channel/-100999 mira the new", "telegram/channel/-100999 mira-2 the old");
        assertThat(column("select scope || ' ' || folded || ' ' || prefix from style_preset order by 1"))
                .containsExactly(
                        "telegram/channel/-100999 ink the new",
                        "telegram/channel/-100999 ink-2 taken",
                        "telegram/channel/-100999 ink-3 the old");
        assertThat(column("select community || ' ' || name || ' ' || image from avatar order by 1"))
                .containsExactly(
                        "telegram:-100999 " + "m".repeat(30) + "-2 the old",
                        "telegram:-100999 " + "m".repeat(32) + " the new");
        assertThat(column("select channel || ' ' || illustrated_up_to from channel_state"))
                .containsExactly("telegram:-100999 2");
    }

    private List<String> column(String query) {
        return database.read(handle -> handle.select(query).mapTo(String.class).list());
    }
}
