package dev.limner.avatar.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.limner.avatar.intake.ImageCleaner.CleanPicture;
import dev.limner.input.RefusedException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

final class ImageCleanerProperties {
    private static final ImageCleaner CLEANER = new ImageCleaner(2_000_000, 64, 1024);
    private static final Duration NO_HANG = Duration.ofSeconds(30);
    private static final List<byte[]> VALID = List.of(
            TestImages.quarters("png", 128, 96),
            TestImages.quarters("jpeg", 128, 96),
            TestImages.insert(TestImages.quarters("jpeg", 128, 96), 2, TestImages.exifSegment(6)),
            TestImages.quarters("gif", 128, 96),
            TestImages.resource("cmyk.jpg"),
            TestImages.resource("animated.gif"),
            TestImages.resource("lossy.webp"),
            TestImages.resource("lossless.webp"),
            TestImages.resource("lossy-alpha.webp"),
            TestImages.resource("animated.webp"),
            TestImages.resource("turned.webp"));

    @Property(tries = 3000, shrinking = ShrinkingMode.OFF)
    void a_mutated_file_becomes_a_clean_picture_or_is_refused(
            @ForAll @IntRange(min = 0, max = 10) int file,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int mutations) {
        byte[] mutated = mutate(VALID.get(file), new Random(seed), mutations);

        assertCleanOrRefused(mutated);
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void noise_behind_any_signature_becomes_a_clean_picture_or_is_refused(
            @ForAll @IntRange(min = 0, max = 10) int file,
            @ForAll long seed,
            @ForAll @IntRange(min = 8, max = 60) int kept) {
        byte[] noise = VALID.get(file).clone();
        byte[] random = new byte[noise.length - kept];
        new Random(seed).nextBytes(random);
        System.arraycopy(random, 0, noise, kept, random.length);

        assertCleanOrRefused(noise);
    }

    private static void assertCleanOrRefused(byte[] file) {
        assertTimeoutPreemptively(NO_HANG, () -> {
            try {
                CleanPicture picture = CLEANER.clean(file);
                assertThat(Math.max(picture.width(), picture.height())).isBetween(64, 1024);
                assertThat(TestImages.decode(picture.png()).getWidth()).isEqualTo(picture.width());
            } catch (RefusedException refused) {
                assertThat(refused.userText()).isNotBlank().endsWith(".");
            }
        });
    }

    private static byte[] mutate(byte[] valid, Random random, int mutations) {
        byte[] file = valid.clone();
        for (int i = 0; i < mutations; i++) {
            int at = random.nextInt(file.length);
            switch (random.nextInt(5)) {
                case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> file[at] = (byte) random.nextInt(256);
                case 2 -> file[at] = (byte) 0xff;
                case 3 ->
                    file = TestImages.join(Arrays.copyOf(file, at), Arrays.copyOfRange(file, at / 2, file.length));
                default -> file = Arrays.copyOf(file, Math.max(16, file.length - random.nextInt(20)));
            }
        }
        return file[0] == (byte) 0x89 && random.nextBoolean() ? withChecksums(file) : file;
    }

    /** So that mutations of a PNG reach its decoder. */
    private static byte[] withChecksums(byte[] png) {
        int at = 8;
        while (at + 12 <= png.length) {
            int length = java.nio.ByteBuffer.wrap(png, at, 4).getInt();
            if (length < 0 || length > png.length - at - 12) {
                break;
            }
            CRC32 crc = new CRC32();
            crc.update(png, at + 4, length + 4);
            java.nio.ByteBuffer.wrap(png, at + 8 + length, 4).putInt((int) crc.getValue());
            at += 12 + length;
        }
        return png;
    }
}
