package dev.limner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limner.image.UnusablePictureException.Fault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureCheckTest {
    private static final String SECRET = "the prompt nobody should read";
    /** One pixel. */
    private static final byte[] WEBP = Base64.getDecoder()
            .decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA".replaceAll("\\s", ""));

    @Test
    void the_type_and_the_size_come_from_the_content() throws Exception {
        assertThat(PictureCheck.of(Pictures.png(30, 20)))
                .satisfies(p ->
                        assertThat(p.mediaType() + p.width() + "x" + p.height()).isEqualTo("image/png30x20"));
        assertThat(PictureCheck.of(Pictures.jpeg(30, 20)))
                .satisfies(p ->
                        assertThat(p.mediaType() + p.width() + "x" + p.height()).isEqualTo("image/jpeg30x20"));
        assertThat(PictureCheck.of(WEBP).mediaType()).isEqualTo("image/webp");
    }

    @Test
    void nothing_is_no_picture() {
        assertThat(fault(new byte[0])).isEqualTo(Fault.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "<svg xmlns='http://www.w3.org/2000/svg'/>", "GIF89a..........", "RIFF....WAVE"})
    void other_formats_are_refused(String content) {
        assertThat(fault(content.getBytes(StandardCharsets.UTF_8))).isEqualTo(Fault.UNKNOWN_TYPE);
    }

    @Test
    void a_picture_cut_anywhere_is_broken() {
        for (byte[] whole : new byte[][] {Pictures.png(40, 40), Pictures.jpeg(40, 40), WEBP}) {
            for (int length = 12; length < whole.length - 1; length += 1 + whole.length / 50) {
                assertThat(fault(Arrays.copyOf(whole, length))).isEqualTo(Fault.BROKEN);
            }
        }
    }

    @Test
    void a_picture_of_too_many_pixels_is_refused_before_it_is_decoded() {
        byte[] png = Pictures.png(8, 8);
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());

        assertThat(fault(png)).isEqualTo(Fault.TOO_MANY_PIXELS);
    }

    @Test
    void a_bomb_among_the_metadata_is_not_opened() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.writeBytes("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(bomb, new Deflater(9))) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 400; i++) {
                deflate.write(zeros);
            }
        }
        byte[] png = Pictures.withChunk(Pictures.png(16, 16), "zTXt", bomb.toByteArray());

        assertThat(PictureCheck.of(png).width()).isEqualTo(16);
    }

    @Test
    void text_in_a_png_is_left_out_and_the_pixels_are_the_same() throws Exception {
        for (String type : new String[] {"tEXt", "iTXt", "zTXt", "eXIf", "tIME", "prVt"}) {
            byte[] png = Pictures.withChunk(
                    Pictures.png(16, 16), type, ("parameters\0" + SECRET).getBytes(StandardCharsets.ISO_8859_1));

            Picture bare = PictureCheck.withoutMetadata(new Picture(png, "image/png", 16, 16));

            assertThat(bare.bytes()).isEqualTo(Pictures.png(16, 16));
        }
    }

    @Test
    void comments_and_camera_data_in_a_jpeg_are_left_out() throws Exception {
        byte[] plain = Pictures.jpeg(16, 16);
        for (int marker : new int[] {0xE1, 0xED, 0xFE}) {
            byte[] text = SECRET.getBytes(StandardCharsets.US_ASCII);
            ByteBuffer with = ByteBuffer.allocate(plain.length + text.length + 4)
                    .put(plain, 0, 2)
                    .put((byte) 0xFF)
                    .put((byte) marker)
                    .putShort((short) (text.length + 2))
                    .put(text)
                    .put(plain, 2, plain.length - 2);

            Picture bare = PictureCheck.withoutMetadata(new Picture(with.array(), "image/jpeg", 16, 16));

            assertThat(bare.bytes()).isEqualTo(plain);
            assertThat(ImageIO.read(new ByteArrayInputStream(bare.bytes())).getWidth())
                    .isEqualTo(16);
        }
    }

    @Test
    void exif_and_xmp_in_a_webp_are_left_out() throws Exception {
        byte[] text = SECRET.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer with = ByteBuffer.allocate(WEBP.length + 8 + text.length + (text.length & 1))
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .put(WEBP)
                .put("EXIF".getBytes(StandardCharsets.US_ASCII))
                .putInt(text.length)
                .put(text);
        with.putInt(4, with.capacity() - 8);

        Picture bare = PictureCheck.withoutMetadata(new Picture(with.array(), "image/webp", 1, 1));

        assertThat(bare.bytes()).isEqualTo(WEBP);
    }

    @Test
    void what_a_webp_announces_of_them_is_left_out_too() throws Exception {
        byte[] exif = "EXIF".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer with = ByteBuffer.allocate(WEBP.length + 18 + 10)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .put(WEBP, 0, 12)
                .put("VP8X".getBytes(StandardCharsets.US_ASCII))
                .putInt(10)
                .put((byte) 0x0C)
                .put(new byte[9])
                .put(WEBP, 12, WEBP.length - 12)
                .put(exif)
                .putInt(2)
                .put(exif, 0, 2);
        with.putInt(4, with.capacity() - 8);
        byte[] given = with.array().clone();

        Picture bare = PictureCheck.withoutMetadata(new Picture(given, "image/webp", 1, 1));

        assertThat(bare.bytes()).hasSize(WEBP.length + 18);
        assertThat(bare.bytes()[20]).isZero();
        assertThat(given).isEqualTo(with.array());
    }

    @Test
    void a_picture_with_nothing_to_leave_out_is_not_copied() throws Exception {
        for (byte[] bytes : new byte[][] {Pictures.png(16, 16), Pictures.jpeg(16, 16), WEBP}) {
            Picture picture = PictureCheck.of(bytes);

            assertThat(PictureCheck.withoutMetadata(picture).bytes()).isSameAs(bytes);
        }
    }

    @Test
    void of_a_picture_that_was_checked_before_the_size_is_read_and_no_pixel() throws Exception {
        byte[] half = Arrays.copyOf(Pictures.png(30, 20), 60);

        Picture picture = PictureCheck.checkedBefore(half);

        assertThat(picture).isEqualTo(new Picture(half, "image/png", 30, 20));
    }

    private static Fault fault(byte[] bytes) {
        return catchThrowableOfType(UnusablePictureException.class, () -> PictureCheck.of(bytes))
                .fault();
    }
}
