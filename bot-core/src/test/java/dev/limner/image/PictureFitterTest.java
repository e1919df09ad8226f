package dev.limner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFitterTest {
    private static final Picture NOISE = new Picture(Pictures.noise(400, 200), "image/png", 400, 200);

    @Test
    void a_picture_that_fits_is_left_as_it_is() throws Exception {
        assertThat(PictureFitter.fit(NOISE, NOISE.bytes().length)).isSameAs(NOISE);
    }

    @Test
    void quality_goes_before_size() throws Exception {
        Picture fitted = PictureFitter.fit(NOISE, NOISE.bytes().length / 2);

        assertThat(fitted.mediaType()).isEqualTo("image/jpeg");
        assertThat(fitted.width()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(longs = {PictureFitter.SMALLEST_LIMIT, 10_000, 50_000})
    void any_limit_is_kept_and_the_shape_stays(long limit) throws Exception {
        Picture fitted = PictureFitter.fit(NOISE, limit);

        Picture checked = PictureCheck.of(fitted.bytes());
        assertThat(fitted.bytes()).hasSizeLessThanOrEqualTo((int) limit);
        assertThat(checked.width()).isEqualTo(fitted.width());
        assertThat((double) fitted.width() / fitted.height()).isBetween(1.8, 2.2);
    }

    @Test
    void a_limit_that_no_picture_meets_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PictureFitter.fit(NOISE, 100));
    }
}
