package dev.limner.avatar.intake;

import static dev.limner.avatar.intake.TestImages.BLUE;
import static dev.limner.avatar.intake.TestImages.GREEN;
import static dev.limner.avatar.intake.TestImages.PALE;
import static dev.limner.avatar.intake.TestImages.RED;
import static dev.limner.avatar.intake.TestImages.ascii;
import static dev.limner.avatar.intake.TestImages.insert;
import static dev.limner.avatar.intake.TestImages.join;
import static dev.limner.avatar.intake.TestImages.quarters;
import static dev.limner.avatar.intake.TestImages.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limner.avatar.intake.ImageCleaner.CleanPicture;
import dev.limner.input.RefusedException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageCleanerTest {
    private static final int JPEG_START = 2;
    private static final ImageCleaner CLEANER = new ImageCleaner(40_000_000, 64, 1024);

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void an_ordinary_image_keeps_its_size_and_colours(String format) throws RefusedException {
        assertQuarters(clean(quarters(format, 128, 96)), 128, 96, List.of(RED, GREEN, BLUE, PALE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy.webp", "lossless.webp", "animated.webp", "animated.gif"})
    void of_webp_and_gif_the_first_frame_is_taken(String name) throws RefusedException {
        assertQuarters(clean(resource(name)), 128, 96, List.of(RED, GREEN, BLUE, PALE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy-alpha.webp", "lossless-alpha.webp"})
    void transparency_of_a_webp_is_laid_on_white(String name) throws RefusedException {
        assertQuarters(clean(resource(name)), 128, 96, List.of(RED, GREEN, BLUE, Color.WHITE));
    }

    @Test
    void a_lack_of_memory_is_not_blamed_on_the_file() {
        OutOfMemoryError lack = new OutOfMemoryError("Java heap space");

        assertThat(ImageCleaner.refused(FileType.PNG, new javax.imageio.IIOException("Error reading PNG", lack)))
                .hasMessageContaining("memory");
        assertThat(ImageCleaner.refused(FileType.PNG, lack)).hasMessageContaining("memory");
        assertThat(ImageCleaner.refused(FileType.PNG, new javax.imageio.IIOException("Error reading PNG")))
                .hasMessageContaining("damaged");
    }

    @Test
    void transparency_of_a_png_is_laid_on_white_and_hides_the_colour_beneath() throws RefusedException {
        BufferedImage image = quarters(128, 96, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 48; y++) {
            for (int x = 0; x < 64; x++) {
                image.setRGB(x, y, 0x00123456);
            }
        }

        assertQuarters(clean(TestImages.encode(image, "png")), 128, 96, List.of(Color.WHITE, GREEN, BLUE, PALE));
    }

    @Test
    void a_transparent_colour_of_a_png_is_laid_on_white() throws RefusedException {
        byte[] png = quarters("png", 128, 96);
        int behindHeader = 8 + 25;
        byte[] red = {0, (byte) RED.getRed(), 0, (byte) RED.getGreen(), 0, (byte) RED.getBlue()};

        BufferedImage image = clean(insert(png, behindHeader, TestImages.chunk("tRNS", red)));

        assertQuarters(image, 128, 96, List.of(Color.WHITE, GREEN, BLUE, PALE));
    }

    @Test
    void a_cmyk_jpeg_is_converted() throws RefusedException {
        BufferedImage image = clean(resource("cmyk.jpg"));

        Color red = new Color(image.getRGB(32, 24));
        assertThat(red.getRed()).isGreaterThan(red.getGreen() + 80).isGreaterThan(red.getBlue() + 80);
        assertThat(new Color(image.getRGB(96, 72)).getGreen()).isGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
    void grey_is_not_brightened(int type) throws RefusedException {
        BufferedImage grey = new BufferedImage(80, 80, type);
        int[] samples = new int[80 * 80];
        java.util.Arrays.fill(samples, type == BufferedImage.TYPE_BYTE_GRAY ? 100 : 100 << 8);
        grey.getRaster().setPixels(0, 0, 80, 80, samples);

        assertThat(new Color(clean(TestImages.encode(grey, "png")).getRGB(40, 40)))
                .isEqualTo(new Color(100, 100, 100));
    }

    @Test
    void a_grey_jpeg_is_not_brightened() throws RefusedException {
        BufferedImage grey = new BufferedImage(80, 80, BufferedImage.TYPE_BYTE_GRAY);
        int[] samples = new int[80 * 80];
        java.util.Arrays.fill(samples, 100);
        grey.getRaster().setPixels(0, 0, 80, 80, samples);

        assertThat(new Color(clean(TestImages.encode(grey, "jpeg")).getRGB(40, 40)).getRed())
                .isCloseTo(100, within(2));
    }

    @Test
    void sixteen_bits_become_eight() throws RefusedException {
        byte[] png = TestImages.png(100, 100, 16, 6, TestImages.zeros(100L * (1 + 100 * 8)));

        assertThat(new Color(clean(png).getRGB(50, 50))).isEqualTo(Color.WHITE);
    }

    @ParameterizedTest
    @CsvSource({
        "2000,1000,1024,512",
        "1000,3000,341,1024",
        "1024,700,1024,700",
        "1025,70,1024,70",
        "6000,6000,1024,1024"
    })
    void a_large_image_is_made_smaller_in_proportion(int width, int height, int newWidth, int newHeight)
            throws RefusedException {
        assertQuarters(clean(quarters("png", width, height)), newWidth, newHeight, List.of(RED, GREEN, BLUE, PALE));
    }

    @Test
    void fine_detail_is_averaged_and_not_skipped() throws RefusedException {
        BufferedImage stripes = new BufferedImage(2048, 2048, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 2048; y++) {
            for (int x = 0; x < 2048; x += 2) {
                stripes.setRGB(x, y, 0xffffff);
            }
        }

        assertThat(new Color(clean(TestImages.encode(stripes, "png")).getRGB(500, 500)))
                .isEqualTo(new Color(128, 128, 128));
    }

    @ParameterizedTest
    @CsvSource({
        "1,RGBW", "2,GRWB", "3,WBGR", "4,BWRG", "5,RBGW", "6,BRWG", "7,WGBR", "8,GWRB",
    })
    void every_orientation_is_turned_upright(int orientation, String upright) throws RefusedException {
        byte[] jpeg = insert(quarters("jpeg", 128, 96), JPEG_START, TestImages.exifSegment(orientation));
        boolean turned = orientation > 4;

        assertQuarters(clean(jpeg), turned ? 96 : 128, turned ? 128 : 96, colours(upright));
    }

    @Test
    void the_orientation_of_a_webp_is_followed() throws RefusedException {
        assertQuarters(clean(resource("turned.webp")), 96, 128, colours("BRWG"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 65_535})
    void an_orientation_that_does_not_exist_is_passed_over(int orientation) throws RefusedException {
        byte[] jpeg = insert(quarters("jpeg", 128, 96), JPEG_START, TestImages.exifSegment(orientation));

        assertQuarters(clean(jpeg), 128, 96, List.of(RED, GREEN, BLUE, PALE));
    }

    @Test
    void metadata_is_not_passed_on() throws RefusedException {
        byte[] secret = ascii("home address");
        byte[] jpeg = insert(quarters("jpeg", 128, 96), JPEG_START, TestImages.segment(0xfe, secret));
        byte[] png =
                insert(quarters("png", 128, 96), 8 + 25, TestImages.chunk("tEXt", join(ascii("Comment\0"), secret)));

        for (byte[] file : List.of(jpeg, png)) {
            assertThat(new String(CLEANER.clean(file).png(), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("home address")
                    .doesNotContain("tEXt");
        }
    }

    @Test
    void what_is_hung_behind_an_image_is_dropped() throws RefusedException {
        byte[] archive = ascii("PK\u0003\u0004 archive <script>alert(1)</script>");
        for (String format : List.of("png", "jpeg", "gif")) {
            byte[] clean =
                    CLEANER.clean(join(quarters(format, 128, 96), archive)).png();

            assertThat(new String(clean, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("script");
        }
    }

    @Test
    void the_same_file_gives_the_same_bytes() throws RefusedException {
        byte[] first = CLEANER.clean(quarters("jpeg", 300, 200)).png();

        assertThat(CLEANER.clean(quarters("jpeg", 300, 200)).png()).isEqualTo(first);
    }

    private static BufferedImage clean(byte[] file) throws RefusedException {
        CleanPicture clean = CLEANER.clean(file);
        BufferedImage image = TestImages.decode(clean.png());
        assertThat(image.getWidth()).isEqualTo(clean.width());
        assertThat(image.getHeight()).isEqualTo(clean.height());
        assertThat(image.getColorModel().hasAlpha()).isFalse();
        return image;
    }

    private static List<Color> colours(String letters) {
        return letters.chars()
                .mapToObj(letter -> switch (letter) {
                    case 'R' -> RED;
                    case 'G' -> GREEN;
                    case 'B' -> BLUE;
                    default -> PALE;
                })
                .toList();
    }

    private static void assertQuarters(BufferedImage image, int width, int height, List<Color> expected) {
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        for (int quarter = 0; quarter < 4; quarter++) {
            int x = width * (quarter % 2 == 0 ? 1 : 3) / 4;
            int y = height * (quarter < 2 ? 1 : 3) / 4;
            Color found = new Color(image.getRGB(x, y));
            Color wanted = expected.get(quarter);
            assertThat(Math.abs(found.getRed() - wanted.getRed())
                            + Math.abs(found.getGreen() - wanted.getGreen())
                            + Math.abs(found.getBlue() - wanted.getBlue()))
                    .as("quarter %d is %s, not %s", quarter, found, wanted)
                    .isLessThan(50);
        }
    }
}
