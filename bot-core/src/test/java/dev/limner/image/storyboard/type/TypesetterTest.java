package dev.limner.image.storyboard.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TypesetterTest {
    private static final FontBook FONTS = new FontBook();
    private static final Typesetter TYPE = new Typesetter(FONTS);
    private static final String TEXT =
            "Rain beads on the skylight of the sunken archive. Mira holds the lantern low and "
                    + "counts the drawers under her breath; every ninth one is warm to the touch.";

    @Property(tries = 100)
    void any_text_is_set_within_its_box(
            @ForAll @StringLength(max = 200) String text, @ForAll @IntRange(min = 60, max = 900) int width) {
        Rectangle2D box = new Rectangle2D.Double(10, 20, width, 300);

        Typesetter.Setting setting = TYPE.fit(Words.of(text, Face.TEXT, FONTS), box, 40, 2);

        Rectangle2D around = new Rectangle2D.Double(9.9, 19.9, width + 0.2, 300.2);
        assertThat(setting.lines()).allMatch(line -> line.width() == 0 || around.contains(line.bounds()));
    }

    @Property(tries = 40)
    void no_last_line_is_a_lone_word_where_another_break_was_possible(
            @ForAll @IntRange(min = 150, max = 700) int width) {
        Typesetter.Setting setting =
                TYPE.set(Words.of(TEXT, Face.TEXT, FONTS), new Rectangle2D.Double(0, 0, width, 4000), 20);

        List<TextLine> lines = setting.lines();
        assertThat(lines.get(lines.size() - 1).text()).contains(" ");
    }

    @Test
    void a_justified_line_is_as_wide_as_its_outline_says() {
        Rectangle2D box = new Rectangle2D.Double(0, 0, 560, 900);
        Typesetter.Setting setting = TYPE.set(Words.of(TEXT.repeat(3), Face.TEXT, FONTS), box, 18);

        for (TextLine line : setting.lines()) {
            double advance = FONTS.shape(line.face(), line.text(), line.wordSpace(), line.tracking())
                            .advance()
                    * line.size();
            assertThat(advance).isCloseTo(line.width(), within(line.size() * 0.3));
        }
    }

    @Test
    void pairs_are_kerned_and_letters_joined() {
        double apart = FONTS.width(Face.TEXT, "A") + FONTS.width(Face.TEXT, "V");

        assertThat(FONTS.width(Face.TEXT, "AV")).isLessThan(apart - 0.03);
        assertThat(FONTS.width(Face.TEXT, "fi")).isEqualTo(FONTS.width(Face.TEXT, "\uFB01"));
    }

    @Test
    void cyrillic_and_greek_are_drawn_by_the_bundled_fonts_in_every_face() {
        for (Face face : Face.values()) {
            GlyphRun run = FONTS.shape(face, "Жанна λόγος", 0, 0);

            assertThat(run.advance()).isBetween(3.0, 8.0);
            assertThat(run.outline().getBounds2D().isEmpty()).isFalse();
        }
    }

    @Test
    void a_glyph_that_no_font_has_is_one_box_for_a_whole_cluster() {
        // private use: no font of any machine may claim it
        double one = FONTS.width(Face.TEXT, "\uE0F1");

        assertThat(one).isPositive();
        assertThat(FONTS.width(Face.TEXT, "\uE0F1\uFE0F")).isEqualTo(one);
    }

    @Test
    void a_line_that_is_too_long_ends_with_an_ellipsis() {
        TextLine line = TYPE.line("Bartholomew Featherstonehaugh", Face.TEXT, 20, 0, 20, 120);

        assertThat(line.text()).startsWith("Barth").endsWith("…");
        assertThat(line.width()).isLessThanOrEqualTo(120);
    }

    @Test
    void a_word_longer_than_the_line_is_cut() {
        Typesetter.Setting setting =
                TYPE.set(Words.of("x".repeat(300), Face.TEXT, FONTS), new Rectangle2D.Double(0, 0, 300, 900), 20);

        assertThat(setting.lines()).hasSizeGreaterThan(5).allMatch(line -> line.width() <= 300);
    }
}
