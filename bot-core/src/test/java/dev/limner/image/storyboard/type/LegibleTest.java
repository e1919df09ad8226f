package dev.limner.image.storyboard.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** On a machine without fonts of its own. */
class LegibleTest {
    private static final FontBook FONTS = new FontBook(SystemFont.none());

    private final Legible legible = new Legible(FONTS);

    @ParameterizedTest
    @CsvSource({
        "मीरा ने दरवाज़ा खोला।, ‹Devanagari›",
        "雨が静かに、降り続いている。, ‹Japanese›",
        "他推开了门, ‹Chinese›",
        "그녀는 문을 열었다, ‹Korean›",
        "קרא ליל and Mira, ‹Hebrew› and Mira",
        "A 🐉 wakes, A ‹dragon› wakes",
        "👩🏽‍🌾, ‹woman ear of rice›",
        "🇩🇪, ‹flag DE›",
        "Ｍｉｒａ, Mira",
    })
    void what_no_font_has_is_named_in_its_place(String text, String drawn) {
        assertThat(legible.text(text)).isEqualTo(drawn);
    }

    @Test
    void what_the_bundled_fonts_have_stays_as_it_is() {
        String text = "Жанна λόγος, “naïve” Ångström – fin\nA second  line";

        assertThat(legible.text(text)).isEqualTo(text);
        assertThat(legible.named()).isEmpty();
    }

    @Test
    void scripts_are_remembered_once_for_the_note() {
        legible.text("Mira, मीरा 🐉");
        legible.text("मीरा 雨 🌾");

        assertThat(legible.named()).containsExactly("Devanagari", "some symbols", "Chinese");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void the_quotes_around_a_name_are_in_every_face(Face face) {
        assertThat(FONTS.draws(face, "\u2039")).isTrue();
        assertThat(FONTS.draws(face, "\u203A")).isTrue();
    }
}
