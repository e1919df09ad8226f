package dev.limner.avatar.intake;

import static dev.limner.avatar.intake.TestImages.ascii;
import static dev.limner.avatar.intake.TestImages.chunk;
import static dev.limner.avatar.intake.TestImages.insert;
import static dev.limner.avatar.intake.TestImages.join;
import static dev.limner.avatar.intake.TestImages.png;
import static dev.limner.avatar.intake.TestImages.quarters;
import static dev.limner.avatar.intake.TestImages.resource;
import static dev.limner.avatar.intake.TestImages.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limner.input.RefusedException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class HostileImageTest {
    private static final int BEHIND_PNG_HEADER = 8 + 25;
    private static final ImageCleaner CLEANER = new ImageCleaner(40_000_000, 64, 1024);

    static Stream<Arguments> other_kinds() {
        return Stream.of(
                Arguments.of("", "empty"),
                Arguments.of("hello, I am a picture", "text"),
                Arguments.of("<?xml version=\"1.0\"?>\n<svg xmlns=\"x\"><script/></svg>", "SVG"),
                Arguments.of("<!DOCTYPE html><html><svg></svg></html>", "web page"),
                Arguments.of("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "HEIC"),
                Arguments.of("\0\0\0\u0020ftypavif\0\0\0\0avifmif1", "AVIF"),
                Arguments.of("\0\0\0\u0020ftypmp42\0\0\0\0mp42isom", "video"),
                Arguments.of("%PDF-1.7\n\u0089PNG", "PDF"),
                Arguments.of("PK\u0003\u0004\u0014", "ZIP"),
                Arguments.of("BM\u0036\u0003\0\0\0\0\0\0", "BMP"),
                Arguments.of("II*\0\u0008", "TIFF"),
                Arguments.of("\u0001\u0002\u0003", "not known"));
    }

    @ParameterizedTest
    @MethodSource("other_kinds")
    void what_is_no_image_that_is_taken_is_refused_by_name(String start, String named) {
        assertThatThrownBy(() -> CLEANER.clean(ascii(start)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(named)
                .hasMessageMatching("(?s).*(Send|send).*");
    }

    static Stream<byte[]> valid_files() {
        return Stream.of(
                quarters("png", 128, 96),
                quarters("jpeg", 128, 96),
                quarters("gif", 128, 96),
                resource("lossy.webp"),
                resource("lossless.webp"));
    }

    @ParameterizedTest
    @MethodSource("valid_files")
    void a_file_cut_short_is_refused(byte[] file) {
        for (int part = 1; part < 10; part++) {
            byte[] cut = Arrays.copyOf(file, Math.max(12, file.length * part / 10));
            assertThatThrownBy(() -> CLEANER.clean(cut))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("damaged or cut short");
        }
    }

    @Test
    void a_flipped_bit_in_a_png_is_found() {
        byte[] file = quarters("png", 128, 96);
        file[BEHIND_PNG_HEADER + 20] ^= 1;

        assertThatThrownBy(() -> CLEANER.clean(file)).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1x60000", "60000x1", "63x100", "64x2000"})
    void an_image_that_is_small_or_narrow_is_refused_before_decoding(String size) {
        String[] sides = size.split("x");

        assertThatThrownBy(() ->
                        CLEANER.clean(png(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), 8, 2, new byte[0])))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(sides[0] + " x " + sides[1]);
    }

    @Test
    void an_image_of_too_many_pixels_is_refused_before_decoding() {
        assertThatThrownBy(() -> CLEANER.clean(png(2_000_000_000, 2_000_000_000, 8, 2, new byte[0])))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("40.0 million");
        assertThatThrownBy(() -> CLEANER.clean(png(8000, 5001, 8, 2, new byte[0])))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("40.0 million");
    }

    @Test
    void a_bomb_in_a_text_chunk_is_never_inflated() throws RefusedException {
        byte[] bomb = join(ascii("Comment\0\0"), zeros(400L << 20));
        byte[] profile = join(ascii("icc\0\0"), zeros(400L << 20));
        byte[] file = insert(quarters("png", 128, 96), BEHIND_PNG_HEADER, chunk("zTXt", bomb));

        assertThat(CLEANER.clean(file).width()).isEqualTo(128);
        byte[] second = insert(quarters("png", 128, 96), BEHIND_PNG_HEADER, chunk("iCCP", profile));
        assertThat(CLEANER.clean(second).width()).isEqualTo(128);
    }

    @Test
    void image_data_is_inflated_no_further_than_its_size() throws RefusedException {
        assertThat(CLEANER.clean(png(100, 100, 8, 2, zeros(1L << 30))).width()).isEqualTo(100);
    }

    @Test
    void image_data_that_ends_early_is_refused() {
        assertThatThrownBy(() -> CLEANER.clean(png(1000, 1000, 8, 2, zeros(1000))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void the_largest_image_of_the_deepest_kind_is_taken() throws RefusedException {
        byte[] file = png(8000, 5000, 16, 6, zeros(5000L * (1 + 8000 * 8)));

        assertThat(CLEANER.clean(file).width()).isEqualTo(1024);
    }

    @Test
    void a_comment_of_many_megabytes_in_a_gif_costs_no_time() throws RefusedException {
        byte[] file = quarters("gif", 128, 96);
        byte[] block = new byte[256];
        block[0] = (byte) 255;
        byte[] comment = new byte[2 + 256 * 60_000 + 1];
        comment[0] = 0x21;
        comment[1] = (byte) 0xfe;
        for (int i = 0; i < 60_000; i++) {
            System.arraycopy(block, 0, comment, 2 + 256 * i, 256);
        }
        int behindTable = 13 + (3 << (file[10] & 7) + 1);

        assertThat(CLEANER.clean(insert(file, behindTable, comment)).width()).isEqualTo(128);
    }

    @Test
    void frames_after_the_first_cost_no_time() throws RefusedException {
        byte[] file = quarters("gif", 128, 96);
        byte[] frame = {0x2c, 0, 0, 0, 0, (byte) 255, (byte) 255, (byte) 255, (byte) 255, 0, 2, 1, 0x2c, 0};
        byte[] frames = new byte[frame.length * 500_000];
        for (int i = 0; i < 500_000; i++) {
            System.arraycopy(frame, 0, frames, i * frame.length, frame.length);
        }

        assertThat(CLEANER.clean(insert(file, file.length - 1, frames)).width()).isEqualTo(128);
    }

    @Test
    void frames_nested_without_end_in_a_webp_are_refused() {
        int depth = 200_000;
        java.nio.ByteBuffer file =
                java.nio.ByteBuffer.allocate(12 + 24 * depth).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(file.capacity() - 8).put(ascii("WEBP"));
        for (int i = 0; i < depth; i++) {
            file.put(ascii("ANMF")).putInt(file.remaining() - 4).put(new byte[16]);
        }

        assertThatThrownBy(() -> CLEANER.clean(file.array())).isInstanceOf(RefusedException.class);
    }

    @Test
    void a_jpeg_of_thousands_of_scans_is_refused() {
        byte[] file = quarters("jpeg", 128, 96);
        byte[] scan = TestImages.segment(0xda, new byte[] {1, 1, 0, 0, 63, 0});
        byte[] scans = new byte[scan.length * 5000];
        for (int i = 0; i < 5000; i++) {
            System.arraycopy(scan, 0, scans, i * scan.length, scan.length);
        }

        assertThatThrownBy(() -> CLEANER.clean(insert(file, file.length - 2, scans)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void a_jpeg_of_a_rare_kind_is_refused_by_name() {
        byte[] file = quarters("jpeg", 128, 96);
        for (int i = 2; i < file.length; i++) {
            if (file[i - 1] == (byte) 0xff && file[i] == (byte) 0xc0) {
                file[i] = (byte) 0xc3;
                break;
            }
        }

        assertThatThrownBy(() -> CLEANER.clean(file))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("rare kind");
    }

    @Test
    void damage_within_a_jpeg_is_not_painted_over() {
        byte[] file = TestImages.encode(noise(), "jpeg");
        Arrays.fill(file, file.length / 2, file.length - 200, (byte) 0x55);

        assertThatThrownBy(() -> CLEANER.clean(file)).isInstanceOf(RefusedException.class);
    }

    private static java.awt.image.BufferedImage noise() {
        var image = new java.awt.image.BufferedImage(200, 200, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var random = new java.util.Random(7);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 200; x++) {
                image.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        return image;
    }
}
