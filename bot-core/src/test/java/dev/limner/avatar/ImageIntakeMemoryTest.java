package dev.limner.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.avatar.intake.TestImages;
import dev.limner.input.RefusedException;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own, for the heap that the product promises to do with. */
final class ImageIntakeMemoryTest {
    private static final int UPLOADS = 20;

    @TempDir
    private Path folder;

    @Test
    void twenty_uploads_of_the_largest_kind_at_once_fit_a_heap_of_256_megabytes() throws Exception {
        File output = folder.resolve("output").toFile();
        Process uploads = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Uploads.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        try {
            assertThat(uploads.waitFor(180, TimeUnit.SECONDS)).isTrue();
            assertThat(java.nio.file.Files.readString(output.toPath(), StandardCharsets.UTF_8))
                    .contains("taken " + UPLOADS);
        } finally {
            uploads.destroyForcibly();
        }
    }

    /** The deepest PNG of the most pixels, and the largest that is read with every pixel. */
    static final class Uploads {
        private Uploads() {}

        public static void main(String[] args) throws Exception {
            byte[] deepest = TestImages.png(8000, 5000, 16, 6, TestImages.zeros(5000L * (1 + 8000 * 8)));
            byte[] whole = TestImages.png(4096, 3072, 8, 6, TestImages.zeros(3072L * (1 + 4096 * 4)));
            ImageIntake intake = new ImageIntake(new InMemoryImages(Set::of), IntakeLimits.DEFAULT);
            List<Callable<Boolean>> uploads = new ArrayList<>();
            for (int i = 0; i < UPLOADS; i++) {
                byte[] file = i % 5 == 0 ? deepest : whole;
                uploads.add(() -> taken(intake, file));
            }
            var pool = Executors.newFixedThreadPool(UPLOADS);
            int taken = 0;
            for (Future<Boolean> upload : pool.invokeAll(uploads)) {
                taken += upload.get() ? 1 : 0;
            }
            pool.shutdown();
            System.out.println("taken " + taken);
        }

        private static boolean taken(ImageIntake intake, byte[] file) throws RefusedException {
            return intake.accept(TestFile.of(file)).width() == 1024;
        }
    }
}
