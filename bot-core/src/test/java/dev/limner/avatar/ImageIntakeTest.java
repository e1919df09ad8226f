package dev.limner.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limner.avatar.intake.TestImages;
import dev.limner.command.IncomingFile;
import dev.limner.input.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ImageIntakeTest {
    private final InMemoryImages store = new InMemoryImages(Set::of);
    private final ImageIntake intake = new ImageIntake(store, IntakeLimits.DEFAULT);

    @Test
    void an_image_is_stored_under_the_hash_of_its_clean_bytes() throws RefusedException {
        CleanImage image = intake.accept(TestFile.of(TestImages.quarters("jpeg", 2048, 1024)));

        assertThat(image.width()).isEqualTo(1024);
        assertThat(image.height()).isEqualTo(512);
        assertThat(store.get(image.hash())).hasValueSatisfying(stored -> {
            assertThat(stored.mediaType()).isEqualTo("image/png");
            assertThat(TestImages.decode(stored.bytes()).getWidth()).isEqualTo(1024);
        });
    }

    @Test
    void the_name_of_a_file_is_not_asked() throws RefusedException {
        byte[] jpeg = TestImages.quarters("jpeg", 100, 100);

        assertThat(intake.accept(new TestFile("notes.txt", -1, jpeg)).width()).isEqualTo(100);
    }

    @Test
    void a_file_that_claims_to_be_too_large_is_not_even_opened() {
        IncomingFile file = new OpenedFile(40_000_000, () -> {
            throw new AssertionError("opened");
        });

        assertThatThrownBy(() -> intake.accept(file))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("20 MB")
                .hasMessageContaining("40 MB");
    }

    @Test
    void of_a_file_that_claims_to_be_small_no_more_than_the_limit_is_read() {
        AtomicLong read = new AtomicLong();
        IncomingFile endless = new OpenedFile(10, () -> new InputStream() {
            @Override
            public int read() {
                read.incrementAndGet();
                return 7;
            }
        });
        ImageIntake small = new ImageIntake(store, IntakeLimits.DEFAULT.withBytes(1_000_000));

        assertThatThrownBy(() -> small.accept(endless))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("1 MB");
        assertThat(read).hasValue(1_000_001);
    }

    @Test
    void a_file_that_cannot_be_fetched_is_asked_for_again() {
        IncomingFile broken = new OpenedFile(10, () -> {
            throw new IOException("connection reset");
        });

        assertThatThrownBy(() -> intake.accept(broken))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Send it again");
    }

    @Test
    void what_is_refused_is_not_stored() {
        assertThatThrownBy(() -> intake.accept(TestFile.of(new byte[] {1, 2, 3})))
                .isInstanceOf(RefusedException.class);

        assertThat(store.removeUnreferenced()).isZero();
    }

    @Test
    void an_upload_that_waited_too_long_for_its_turn_is_refused_and_later_ones_are_taken() throws Exception {
        IntakeLimits one = new IntakeLimits(1_000_000, 1_000_000, 64, 1024, 1, Duration.ofMillis(1));
        ImageIntake narrow = new ImageIntake(store, one);
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread first = new Thread(() -> {
            try {
                narrow.accept(new OpenedFile(10, () -> {
                    reading.countDown();
                    awaited(done);
                    throw new IOException("enough");
                }));
            } catch (RefusedException expected) {
                // it was only to hold the turn
            }
        });
        first.start();
        awaited(reading);

        assertThatThrownBy(() -> narrow.accept(TestFile.of(TestImages.quarters("png", 100, 100))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("in a minute");

        done.countDown();
        first.join();
        assertThat(narrow.accept(TestFile.of(TestImages.quarters("png", 100, 100)))
                        .width())
                .isEqualTo(100);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    private record OpenedFile(long claimedSize, Opening opening) implements IncomingFile {
        @Override
        public String name() {
            return "mira.png";
        }

        @Override
        public InputStream open() throws IOException {
            return opening.open();
        }
    }
}
