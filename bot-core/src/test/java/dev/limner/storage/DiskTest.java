package dev.limner.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {
    @TempDir
    Path folder;

    @Test
    void whoever_is_interrupted_waits_all_the_same_and_stays_interrupted() throws Exception {
        try (Database database = Database.open(StorageSettings.in(folder))) {
            var unused = database.noteNow(handle ->
                    handle.execute("insert into setting (scope, name, content) values ('s', 'theme', 'dark')"));
            Thread.currentThread().interrupt();

            database.settle();

            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void what_cannot_be_brought_to_the_disk_is_said() {
        assertThatIOException()
                .isThrownBy(() -> Disk.ofSqlite(folder.resolve("limner.db")).await())
                .withMessageContaining("limner.db-wal");
    }
}
