package dev.limner.telegram.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be sent as a photo. */
class PhotoRulesTest {
    @TempDir
    Path folder;

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "png", png);
        return png.toByteArray();
    }

    private static boolean allows(byte[] bytes, String type, long size) {
        return PhotoRules.allow(type, size, new ByteArrayInputStream(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "64, 64, true",
        "2000, 100, true",
        "2001, 100, false",
        "100, 2001, false",
        "5000, 5000, true",
        "5001, 5000, false"
    })
    void its_sides_decide_up_to_the_last_pixel(int width, int height, boolean may) throws IOException {
        byte[] bytes = png(width, height);

        assertThat(allows(bytes, "image/png", bytes.length)).isEqualTo(may);
    }

    @Test
    void what_is_too_large_moving_or_no_picture_may_not() throws IOException {
        byte[] bytes = png(64, 64);

        assertThat(allows(bytes, "image/png", 10_000_001)).isFalse();
        assertThat(allows(bytes, "image/gif", bytes.length)).isFalse();
        assertThat(allows(new byte[] {1, 2, 3}, "image/png", 3)).isFalse();
        assertThat(allows(new byte[0], "image/png", 0)).isFalse();
    }

    @Test
    void no_file_is_made_to_find_out_since_there_may_be_nowhere_to_make_one() throws IOException {
        byte[] bytes = png(64, 64);
        Path gone = Files.createDirectory(folder.resolve("gone"));
        boolean before = ImageIO.getUseCache();
        ImageIO.setUseCache(true);
        ImageIO.setCacheDirectory(gone.toFile());
        try {
            Files.delete(gone);

            assertThat(allows(bytes, "image/png", bytes.length)).isTrue();
        } finally {
            ImageIO.setCacheDirectory(null);
            ImageIO.setUseCache(before);
        }
    }
}
