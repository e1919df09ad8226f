package dev.limner.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that are words too, where the words around them decide. */
class WordsAsNamesTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "nobody",
            value = {
                "Die Wirtin stellt eine einzelne Rose ins Glas und wischt den Tresen. | nobody",
                "Die Wirtin sieht Rose an und wischt den Tresen. | Rose",
                "Pierre après pierre, le mur s'effondre dans la boue et la pluie. | nobody",
                "Pierre après le dîner dans la cour et sous la pluie. | Pierre",
                "It is Ash Wednesday; there is a smudge on the door. | nobody",
                "It is Ash on the bridge. | Ash",
                "fay is not giving it back | Fay",
                "fay is NOT giving it back | Fay",
                "summer rolls her eyes and opens the umbrella | Summer",
                "summer is in the air | nobody",
                "the fay is not giving it back | nobody",
                "bianca: \"where is your shoe\" | Bianca",
                "una bianca luce. | nobody",
                "天上下着小雨,灯笼一晃一晃。 | nobody",
                "一场小雨过后,街上很安静。 | nobody",
                "小雨推开门,笑了。 | 小雨",
                "Łukasz podaje Kasi młot i się śmieje. | Kasia",
                "The hammer goes to Kasi. | nobody",
            })
    void a_word_is_told_from_the_name_it_might_be(String text, @org.jspecify.annotations.Nullable String cast)
            throws Exception {
        Stories story = Stories.story();
        List.of("Rose", "Pierre", "Ash", "Fay", "Summer", "Bianca", "小雨", "Kasia")
                .forEach(story::names);
        assertThat(String.join(", ", story.says("gm", text).compose().cast())).isEqualTo(cast == null ? "" : cast);
    }
}
