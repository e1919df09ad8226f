package dev.limner.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    /** As SQLite numbers what {@code PRAGMA synchronous} may be. */
    private static final int NORMAL = 1;

    private static final int FULL = 2;

    @TempDir
    Path folder;

    @Test
    void what_is_written_is_read_after_a_restart() {
        try (Database database = Database.open(StorageSettings.in(folder))) {
            database.writeNow(insert("theme", "dark"));
        }

        try (Database database = Database.open(StorageSettings.in(folder))) {
            assertThat(contents(database)).containsExactly("dark");
        }
    }

    @Test
    void a_module_brings_tables_whose_versions_are_counted_apart() {
        for (int start = 0; start < 2; start++) {
            try (Database database = Database.open(StorageSettings.in(folder, "testmodule"))) {
                database.writeNow(handle -> handle.execute("insert into test_note (content) values ('a note')"));

                assertThat(contents(database)).isEmpty();
            }
        }
    }

    @Test
    void a_unit_that_fails_is_undone_alone() {
        try (Database database = Database.open(StorageSettings.in(folder))) {
            CountDownLatch gate = new CountDownLatch(1);
            CompletableFuture<Boolean> held = database.write(handle -> {
                gate.await();
                return true;
            });
            CompletableFuture<Integer> before = database.write(insert("a", "1"));
            CompletableFuture<Integer> failing = database.write(handle -> {
                insert("b", "2").on(handle);
                throw new IllegalStateException("no");
            });
            CompletableFuture<Integer> after = database.write(insert("c", "3"));
            gate.countDown();

            assertThat(held.join()).isTrue();
            assertThat(before.join()).isEqualTo(1);
            assertThat(after.join()).isEqualTo(1);
            assertThatThrownBy(failing::join).hasRootCauseMessage("no");
            assertThat(contents(database)).containsExactly("1", "3");
        }
    }

    @Test
    void a_unit_sees_what_was_submitted_before_it() {
        try (Database database = Database.open(StorageSettings.in(folder))) {
            List<CompletableFuture<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                int n = i;
                counts.add(database.write(handle -> {
                    insert("k" + n, "v").on(handle);
                    return handle.select("select count(*) from setting")
                            .mapTo(Integer.class)
                            .one();
                }));
            }

            assertThat(counts.stream().map(CompletableFuture::join))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 500).boxed().toList());
        }
    }

    @Test
    void catching_up_makes_everything_submitted_readable() {
        try (Database database = Database.open(StorageSettings.in(folder))) {
            for (int i = 0; i < 300; i++) {
                database.write(insert("k" + i, "v"));
            }
            database.catchUp();

            assertThat(contents(database)).hasSize(300);
        }
    }

    @Test
    void closing_does_what_was_submitted_and_refuses_what_comes_later() {
        Database database = Database.open(StorageSettings.in(folder));
        List<CompletableFuture<Integer>> pending = IntStream.range(0, 300)
                .mapToObj(i -> database.write(insert("k" + i, "v")))
                .toList();

        database.close();

        assertThat(pending).allSatisfy(future -> assertThat(future).isCompletedWithValue(1));
        assertThatThrownBy(() -> database.writeNow(insert("late", "v")))
                .isInstanceOf(StorageException.class)
                .hasMessage("the database is closed");
    }

    @Test
    void what_is_written_waits_for_the_disk_and_what_is_noted_or_scheduled_does_not() throws Exception {
        CompletableFuture<Integer> noted = new CompletableFuture<>();
        try (Database database = Database.open(StorageSettings.in(folder))) {
            CompletableFuture<Integer> written = database.write(DatabaseTest::synchronous);
            assertThat(written.join()).isEqualTo(FULL);

            database.note(handle -> noted.complete(synchronous(handle)));
            assertThat(noted.join()).isEqualTo(NORMAL);
            assertThat(database.<Integer>noteNow(DatabaseTest::synchronous)).isEqualTo(NORMAL);

            CompletableFuture<Integer> failing = database.write(handle -> {
                throw new IllegalStateException("no");
            });
            assertThatThrownBy(failing::join).hasRootCauseMessage("no");
            assertThat(Jdbi.create(database.writing()).withHandle(DatabaseTest::synchronous))
                    .isEqualTo(NORMAL);
        }
    }

    @Test
    void what_is_noted_and_waited_for_is_read_at_once_and_says_when_it_failed() {
        try (Database database = Database.open(StorageSettings.in(folder))) {
            database.noteNow(insert("a", "1"));

            assertThat(contents(database)).containsExactly("1");
            assertThatThrownBy(() -> database.noteNow(insert("a", "2"))).isInstanceOf(RuntimeException.class);
            assertThat(contents(database)).containsExactly("1");
        }
    }

    @Test
    void what_was_written_is_let_go_of_before_more_comes() {
        try (Database database = Database.open(StorageSettings.in(folder))) {
            WeakReference<byte[]> picture = written(database, new byte[1 << 20]);

            await().atMost(Duration.ofSeconds(60)).until(() -> {
                System.gc();
                return picture.get() == null;
            });
        }
    }

    private static WeakReference<byte[]> written(Database database, byte[] picture) {
        database.writeNow(
                handle -> insert("size", Integer.toString(picture.length)).on(handle));
        return new WeakReference<>(picture);
    }

    @Test
    void waiting_on_the_writing_thread_for_itself_is_refused() {
        try (Database database = Database.open(StorageSettings.in(folder))) {
            assertThatThrownBy(() -> database.writeNow(handle -> database.writeNow(insert("a", "1"))))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void readers_cannot_write() {
        try (Database database = Database.open(StorageSettings.in(folder))) {
            assertThatThrownBy(() -> database.read(insert("a", "1"))).hasStackTraceContaining("SQLITE_READONLY");
            assertThat(contents(database)).isEmpty();
        }
    }

    @Test
    void a_folder_in_use_is_refused_with_a_line_that_names_the_key_and_the_holder() {
        try (Database first = Database.open(StorageSettings.in(folder))) {
            assertThat(contents(first)).isEmpty();
            assertThatThrownBy(() -> Database.open(StorageSettings.in(folder)))
                    .isInstanceOf(StorageException.class)
                    .hasMessage(
                            "LIMNER_DATA: %s is in use by another Limner (process %d);"
                                    + " stop it, or give this one a folder of its own",
                            folder, ProcessHandle.current().pid());
        }
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_left_alone() throws Exception {
        Path file = folder.resolve("limner.db");
        Files.writeString(file, "this is not a database, but somebody's precious notes ".repeat(40));

        assertThatThrownBy(() -> Database.open(StorageSettings.in(folder)))
                .isInstanceOf(StorageException.class)
                .hasMessage(
                        "LIMNER_DATA: the database %s is damaged;"
                                + " put a backup in its place, or move it away to begin anew",
                        file);
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).startsWith("this is not a database");
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_refused() throws Exception {
        Path file = Files.writeString(folder.resolve("data"), "");

        assertThatThrownBy(() -> Database.open(StorageSettings.in(file)))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("LIMNER_DATA: " + file + " cannot be used as data folder");
    }

    @Test
    void nobody_but_the_owner_may_read_what_is_kept() throws Exception {
        Path data = folder.resolve("data");
        try (Database database = Database.open(StorageSettings.in(data))) {
            database.writeNow(insert("a", "1"));

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                    .isEqualTo("rwx------");
            try (var files = Files.list(data)) {
                assertThat(files)
                        .isNotEmpty()
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .isEqualTo("rw-------"));
            }
        }
    }

    private static Work<Integer> insert(String name, String content) {
        return handle -> handle.execute("insert into setting (scope, name, content) values ('s', ?, ?)", name, content);
    }

    private static List<String> contents(Database database) {
        return database.read(handle -> handle.select("select content from setting order by name")
                .mapTo(String.class)
                .list());
    }

    private static int synchronous(Handle handle) {
        return handle.select("PRAGMA synchronous").mapTo(Integer.class).one();
    }
}
