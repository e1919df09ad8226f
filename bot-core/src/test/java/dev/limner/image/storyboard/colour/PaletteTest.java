package dev.limner.image.storyboard.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PaletteTest {

    @Property
    void every_seed_gives_readable_words(@ForAll long seed) {
        assertReadable(Palette.of(seed));
    }

    @Property(tries = 200)
    void every_picture_gives_readable_words(@ForAll @Size(5) List<@IntRange(max = 0xFFFFFF) Integer> colours) {
        assertReadable(Palette.of(DominantColours.of(stripes(colours))));
    }

    @Property
    void a_colour_of_srgb_survives_the_way_through_oklch(@ForAll @IntRange(max = 0xFFFFFF) int rgb) {
        int back = Oklch.ofRgb(rgb).rgb();

        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat(back >> shift & 255).isCloseTo(rgb >> shift & 255, within(1));
        }
    }

    @Test
    void the_swatches_are_the_pictures_own_colours_darkest_first() {
        List<Integer> colours = List.of(0xE4E0D4, 0x16202A, 0x5F7F8C, 0xA03020, 0x96A8A0);

        List<Oklch> dominant = DominantColours.of(stripes(colours));

        assertThat(dominant).extracting(Oklch::rgb).containsExactly(0x16202A, 0xA03020, 0x5F7F8C, 0x96A8A0, 0xE4E0D4);
        assertThat(Palette.of(dominant).swatches()).isEqualTo(dominant);
    }

    @Test
    void a_small_red_sun_is_not_lost_in_a_grey_sky() {
        BufferedImage picture = stripes(List.of(0xE4E0D4, 0xC2C4BC, 0x9A9F9C, 0x707A7D, 0x39424A));
        Graphics2D g = picture.createGraphics();
        g.setColor(new Color(0xC4674A));
        g.fillRect(40, 20, 14, 14);
        g.dispose();

        List<Oklch> dominant = DominantColours.of(picture);

        assertThat(dominant).extracting(Oklch::rgb).contains(0xC4674A);
        Palette palette = Palette.of(dominant);
        assertThat(palette.accent().chroma()).isGreaterThan(0.1);
        assertThat(palette.lone()).map(Oklch::rgb).contains(0xC4674A);
        assertThat(palette.scenery()).hasSize(4).allMatch(colour -> colour.chroma() < 0.05);
    }

    @Test
    void a_dark_picture_asks_for_dark_paper_and_a_light_one_for_light() {
        Palette night =
                Palette.of(DominantColours.of(stripes(List.of(0x07060F, 0x10131F, 0x1A2238, 0x263150, 0x39507A))));
        Palette day =
                Palette.of(DominantColours.of(stripes(List.of(0xE4E0D4, 0xB0B8B0, 0x96A8A0, 0x5F7F8C, 0x39424A))));

        assertThat(night.paper().lightness()).isLessThan(0.3);
        assertThat(day.paper().lightness()).isGreaterThan(0.9);
    }

    @Test
    void contrast_is_that_of_the_standard() {
        assertThat(Contrast.ratio(0x000000, 0xFFFFFF)).isEqualTo(21, within(0.001));
        assertThat(Contrast.ratio(0x777777, 0xFFFFFF)).isEqualTo(4.48, within(0.005));
    }

    private static void assertReadable(Palette palette) {
        for (Oklch ground : List.of(palette.paper(), palette.card())) {
            assertThat(Contrast.ratio(palette.ink().rgb(), ground.rgb())).isGreaterThanOrEqualTo(7);
            assertThat(Contrast.ratio(palette.faded().rgb(), ground.rgb())).isGreaterThanOrEqualTo(Contrast.AA);
            assertThat(Contrast.ratio(palette.accent().rgb(), ground.rgb())).isGreaterThanOrEqualTo(Contrast.AA);
        }
        int slate = palette.slate().rgb();
        assertThat(Contrast.ratio(palette.chalk().rgb(), slate)).isGreaterThanOrEqualTo(Contrast.AA);
        assertThat(Contrast.ratio(palette.chalkFaded().rgb(), slate)).isGreaterThanOrEqualTo(Contrast.AA);
    }

    private static BufferedImage stripes(List<Integer> colours) {
        BufferedImage image = new BufferedImage(100, 64, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        for (int i = 0; i < colours.size(); i++) {
            g.setColor(new Color(colours.get(i)));
            g.fillRect(i * 20, 0, 20, 64);
        }
        g.dispose();
        return image;
    }
}
