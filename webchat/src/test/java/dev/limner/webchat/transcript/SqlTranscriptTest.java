package dev.limner.webchat.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.avatar.ImageHash;
import dev.limner.chat.Author;
import dev.limner.chat.Button;
import dev.limner.storage.Database;
import dev.limner.storage.StorageSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlTranscriptTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123Z");
    private static final byte[] BYTES = {1, 2, 3};
    private static final String HASH = ImageHash.of(BYTES).value();

    @TempDir
    Path folder;

    private Database database;
    private SqlTranscript transcript;

    @BeforeEach
    void open() {
        database = Database.open(StorageSettings.in(folder, "webchat"));
        transcript = new SqlTranscript(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_entry_comes_back_as_it_was_put_down() {
        Entry put = ours("A scene", "n1");

        Entry found = transcript.find("main", put.id()).orElseThrow();

        assertThat(found).isEqualTo(put);
        assertThat(found.at()).isEqualTo(NOW);
        assertThat(found.buttons()).containsExactly(new Button("reroll:1", "Reroll"));
        assertThat(found.pictures())
                .containsExactly(new Entry.Picture(HASH, "scene.png", "image/png", "A lantern", false));
        assertThat(transcript.file(HASH).orElseThrow().bytes()).isEqualTo(BYTES);
    }

    @Test
    void a_nonce_holds_even_after_its_message_was_deleted() {
        Entry first = ours("A scene", "n1");
        transcript.delete("main", first.id());

        assertThat(transcript.append(draft("A scene", "n1"), NOW).fresh()).isFalse();
        assertThat(transcript.before("main", Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void a_file_goes_with_the_last_message_that_shows_it() {
        Entry first = ours("one", "n1");
        Entry second = ours("two", "n2");

        transcript.delete("main", first.id());
        assertThat(transcript.file(HASH)).isPresent();

        transcript.replace("main", second.id(), Draft.Body.text("without"));
        assertThat(transcript.file(HASH)).isEmpty();
    }

    @Test
    void what_is_settled_late_does_not_hide_a_newer_change() {
        Draft said = new Draft("main", Author.Kind.PERSON, "you", "You", Draft.Body.text("a"), null, "n1");
        Entry posted = transcript.append(said, NOW).entry();
        transcript.replace("main", posted.id(), Draft.Body.text("b"));

        transcript.settle(posted);

        assertThat(transcript.owed("main")).extracting(Entry::text).containsExactly("b");
    }

    @Test
    void people_keep_their_order_and_their_characters() {
        transcript.save(new Person("a", "Ann", true, List.of("Mira", "Tobin")));
        transcript.save(new Person("b", "Ben", false, List.of()));
        transcript.save(new Person("a", "Anna", false, List.of("Tobin")));

        assertThat(transcript.people())
                .containsExactly(
                        new Person("a", "Anna", false, List.of("Tobin")), new Person("b", "Ben", false, List.of()));

        transcript.removePerson("a");
        assertThat(transcript.people()).extracting(Person::id).containsExactly("b");
    }

    private Entry ours(String text, @Nullable String nonce) {
        return transcript.append(draft(text, nonce), NOW).entry();
    }

    private static Draft draft(String text, @Nullable String nonce) {
        Draft.File file = new Draft.File("scene.png", "image/png", BYTES, "A lantern", false);
        Draft.Body body = new Draft.Body(text, List.of(file), List.of(new Button("reroll:1", "Reroll")));
        return new Draft("main", Author.Kind.BOT, null, "Limner", body, null, nonce);
    }
}
