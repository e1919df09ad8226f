package dev.limner.webchat.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplePortraitsTest {

    static Stream<Supplier<byte[]>> portraits() {
        return Stream.of(SamplePortraits::mira, SamplePortraits::inkwash);
    }

    @ParameterizedTest
    @MethodSource("portraits")
    void a_portrait_is_a_square_picture_with_something_on_it(Supplier<byte[]> portrait) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(portrait.get()));

        assertThat(image.getWidth()).isEqualTo(640);
        assertThat(image.getHeight()).isEqualTo(640);
        int[] pixels = image.getRGB(0, 0, 640, 640, null, 0, 640);
        assertThat(Arrays.stream(pixels).distinct().count()).isGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("portraits")
    void a_portrait_is_the_same_each_time(Supplier<byte[]> portrait) {
        assertThat(portrait.get()).isEqualTo(portrait.get());
    }
}
