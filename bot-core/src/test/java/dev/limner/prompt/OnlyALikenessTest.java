package dev.limner.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is made of paint, light or stone is not in the picture; who comes out of water or dust is. */
class OnlyALikenessTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Mira rocks the tray. Slowly Tobin comes up out of the developer, first the hat, then the grin. | Mira",
                "Under the whitewash Mira's brush finds a hand, a halo; Saint Tobin emerges from the plaster by noon. | Mira",
                "Mira scrapes off the soot. Tobin appears from under two centuries of varnish, squinting. | Mira",
                "In the frame above the stove Tobin is forever nineteen. Mira straightens it. | Mira",
                "Tobin comes up out of the water, gasping, and Mira grabs his collar. | Mira, Tobin",
                "Tobin emerges from the plaster dust, white as a ghost. Mira laughs. | Mira, Tobin",
                "Mira bends over the canvas. Tobin hands her the blue. | Mira, Tobin"
            })
    void who_comes_out_of_varnish_or_stands_in_bronze_is_not_drawn(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    private static String cast(String text) throws CannotComposeException {
        return Stories.of("Mira", "Tobin").says("gm", text).cast();
    }
}
