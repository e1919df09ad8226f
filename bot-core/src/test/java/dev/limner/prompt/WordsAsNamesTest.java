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
                "It is the hottest August in years. | nobody",
                "The August sun burns on the roof. | nobody",
                "August fans the bills with a price list. | August",
                "May is already halfway through telling the joke. | May",
                "May is the best month of all. | nobody",
                "Summer was already in her coat. | Summer",
                "Summer ran out of patience and kicked the gate. | Summer",
                "Summer ran out. | nobody",
                "Summer's hand shakes. | Summer",
                "Summer's heat lies on the roofs. | nobody",
                "Summer had been crying. | Summer",
                "Summer had been long. | nobody",
                "Grace opens the door and steps aside. | Grace",
                "Grace waits by the cart. | Grace",
                "Grace runs through all she does. | nobody",
                "Rain falls on the yard, arms folded. | Rain",
                "Rain falls on the yard, arms of the tree shaking. | nobody",
                "Joy burst into tears. | Joy",
                "Rain burst over the town. | nobody",
                "Rain stopped short at the gate. | Rain",
                "Rain stopped at last. | nobody",
                "Rose put the kettle on. | Rose",
                "Grace covered her eyes. | Grace",
                "Rain covered her eyes. | nobody",
                "\"joy, tell me thats not the only one\" | Joy",
                "Grace hadn't slept. | Grace",
                "Hope's phone is ringing. | Hope",
                "Ivy waters the herbs. | Ivy",
                "rose and joy r sharing a blanket | Rose, Joy",
                "mark keeps stealing it | Mark",
                "Rose whoops. | Rose",
                "Rose high-fives him. | Rose",
                "Behind her Rose rolls her eyes. | Rose",
                "He sees her Rose of gold. | nobody",
                "On the eve of the battle Dawn polished her sword. | Dawn",
                "Summer is asleep. | Summer",
                "Eve pours water on them. | Eve",
                "They tug at June's sleeve. | June",
                "They wait for the end of June. | nobody",
                "star pokes luna with a stick and runs for it | Star, Luna",
                "hope hugs joy n cries | Joy, Hope",
                "the angel's wings are of stone | nobody",
                "angel's laughing at him | Angel",
                "mark is stuck in the window | Mark",
                "hope is lost | nobody",
                "Joy gave him the key. | Joy",
                "Shadow has a knife in her hand. | Shadow",
                "Winter returns with two cups of tea. | Winter",
                "Winter returns with snow and wind. | nobody",
                "Storm runs to the window. | Storm",
                "Ivy didn't answer him. | Ivy",
                "Dawn could hear the sea. | Dawn",
                "Dawn breaks over the hills. | nobody",
                "Dawn didn't come. | nobody",
                "Hope returns to the village. | nobody",
                "Hope gave him strength. | nobody",
                "Winter comes early. | nobody",
                "Shadow falls over the land. | nobody",
                "Joy fills the room. | nobody",
                "Storm clouds hang over the bay. | nobody",
                "It was New Year's Eve. | nobody",
                "Eve slides a glass down the bar. | Eve",
                "Rex revs until the gravel hops. | Rex",
                "Rex bones lie in the dust. | Rex",
                "Rose hips lie in the dust. | nobody",
                "Reme le toma el bajo a Luz, que no para en la silla. | Luz",
                "Надежда молча подняла ключ. | Надежда",
                "Надежда на чудо умирает. | nobody",
                "Deniz şapkasını çıkardı. | Deniz",
                "Mavi deniz durgundu. | nobody",
            })
    void a_word_is_told_from_the_name_it_might_be(String text, @org.jspecify.annotations.Nullable String cast)
            throws Exception {
        Stories story = Stories.story();
        List.of(
                        "Rose", "Pierre", "Ash", "Fay", "Summer", "Bianca", "小雨", "Kasia", "August", "May", "Eve",
                        "Rex", "Luz", "Надежда", "Deniz", "Grace", "Joy", "Shadow", "Winter", "Storm", "Ivy", "Dawn",
                        "Hope", "Rain", "June", "Star", "Luna", "Angel", "Mark")
                .forEach(story::names);
        assertThat(String.join(", ", story.says("gm", text).compose().cast())).isEqualTo(cast == null ? "" : cast);
    }
}
