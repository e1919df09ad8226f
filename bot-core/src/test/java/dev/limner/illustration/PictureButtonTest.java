package dev.limner.illustration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.illustration.PictureButton.Pressed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureButtonTest {
    private final String id = new IllustrationIds(new Random(7)).next(Instant.ofEpochMilli(1_800_000_000_000L));

    @ParameterizedTest
    @EnumSource
    void an_id_says_which_button_of_which_illustration_it_is(PictureButton button) {
        assertThat(PictureButton.parse(button.idFor(id))).contains(new Pressed(button, id));
    }

    @ParameterizedTest
    @EnumSource
    void an_id_fits_the_64_bytes_of_telegram(PictureButton button) {
        assertThat(button.idFor(id).getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "r.", "x.0mwvaep9ox4sas5i", "r.0MWVAEP9OX4SAS5I", "r.0mwvaep9ox4sas5i ", "../etc"})
    void anything_else_is_no_button_of_ours(String foreign) {
        assertThat(PictureButton.parse(foreign)).isEmpty();
    }

    @Test
    void ids_sort_by_the_time_of_acceptance() {
        IllustrationIds ids = new IllustrationIds(new Random(7));

        String earlier = ids.next(Instant.ofEpochMilli(1_800_000_000_000L));
        String later = ids.next(Instant.ofEpochMilli(1_800_000_000_001L));

        assertThat(earlier).isLessThan(later).matches("[0-9a-z]{16}");
    }
}
