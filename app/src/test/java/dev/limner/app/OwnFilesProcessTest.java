package dev.limner.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running Limner keeps of its communities is its owner's alone. */
class OwnFilesProcessTest {
    @TempDir
    Path folder;

    @Test
    void only_its_owner_may_read_the_data_folder_and_what_is_in_it() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path data = folder.resolve("limner").resolve("data");

        try (LimnerProcess limner =
                LimnerProcess.start(folder, "web chat", Map.of("WEBCHAT_PORT", "0", "LIMNER_DATA", data.toString()))) {
            assertThat(limner.place()).isNotEmpty();
            assertThat(data.resolve("logs").resolve("limner.log")).exists();
            assertThat(data.resolve("uploads")).exists();
            try (Stream<Path> all = Files.walk(data)) {
                assertThat(all.toList())
                        .allSatisfy(path -> assertThat(permissions(path))
                                .as(path.toString())
                                .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
            }
        }
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
