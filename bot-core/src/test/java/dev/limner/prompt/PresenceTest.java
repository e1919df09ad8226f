package dev.limner.prompt;

import static dev.limner.prompt.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is in the picture of those that a text names. */
class PresenceTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "nobody",
            value = {
                "She looks at the portrait of Mira. | nobody",
                "He still remembers Mira. | nobody",
                "Mira is dead. | nobody",
                "The late Mira owned it. | nobody",
                "They leave without Mira. | nobody",
                "He kneels at Mira's grave. | nobody",
                "A letter from Mira lies there. Mira steps in. | Mira",
                "Where is Mira? | Mira",
                "Ever since Mira died, it rains. | nobody",
                "The arrow misses Mira. | Mira",
                "He misses Mira. | nobody",
                "Without looking up, Mira bows. | Mira",
                "He reads the note Mira left. | nobody",
                "He wishes Mira were here. | nobody",
                "Mira would have laughed. | nobody",
                "Mira has been gone for years. | nobody",
            })
    void somebody_plainly_absent_is_not_there(String text, String cast) throws CannotComposeException {
        assertThat(castOf("Mira", text)).containsExactlyInAnyOrder(cast == null ? new String[0] : cast.split(", "));
    }

    /** Characters between semicolons; a text by nobody; who is there. */
    @ParameterizedTest(name = "{1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "nobody",
            value = {
                "Bo; Mira | \"Mira owes us money,\" grumbles Bo. | Bo",
                "Bo; Mira | \u201CI told Mira to wait,\u201D says Bo. | Bo",
                "Bo; Mira | \u201EMira kommt morgen\u201C, sagt Bo. | Bo",
                "Bo; Mira | \u00AB Mira nous attend \u00BB, dit Bo. | Bo",
                "Bo; Mira | \"Mira, run!\" yells Bo. | Bo, Mira",
                "Bo; Mira | \"Hold on, Mira, the rope slips,\" yells Bo. | Bo, Mira",
                "Bo; Mira | \"Where did Mira go?\" asks Bo. Mira waves from the roof. | Bo, Mira",
                "Mira | \u2014 Tu viens ? murmure Mira. | Mira",
                "Bo; Mira | Mira drowned two summers ago, and Bo keeps her boat. | Bo",
                "Bo; Mira | Bo sits down. Mira has lived abroad for a year. | Bo",
                "Bo; Mira | Bo scrubs the step. Forty miles away, Mira reads. | Bo",
                "Bo; Mira | Mira's voice crackles out of the radio while Bo steers. | Bo",
                "Bo; Mira | Bo touches the handwriting of Mira. | Bo",
                "Bo; Mira | Bo deja una rosa sobre la tumba de Mira. | Bo",
                "Mira | Mira, dead for three centuries, drifts through the wall. | Mira",
                "誠; 美咲 | 誠は美咲の遺影を見つめた。 | 誠",
                "誠; 美咲 | 美咲は去年の冬に亡くなった。誠は線香を立てる。 | 誠",
                "誠; 美咲 | 誠は死んだ美咲の名を呼ぶ。 | 誠",
                "美咲 | 美咲の手紙を破り、美咲は窓を開けた。 | 美咲",
                "林晓; 赵无极 | 赵无极三年前就死在雁门关了,林晓慢慢倒茶。 | 林晓",
                "林晓; 赵无极 | 林晓跪在赵无极的墓前。 | 林晓",
                "林晓; 赵无极 | 林晓的父亲去世了,她一个人站着。 | 林晓",
                "연화; 민호 | 민호는 오래전에 세상을 떠났다. 연화가 눈을 감는다. | 연화",
                "Anna; Iwan | Iwan nie żyje od lat, Anna zapala świecę. | Anna",
                "Анна; Иван | Ивана давно нет в живых, Анна зажигает свечу. | Анна",
                "Bo; Mira | Bo reads: \"The walls are cold here. Yours always, Mira.\" | Bo",
                "Bo; Mira | \"Come over here, Mira,\" Bo whispers. | Bo, Mira",
                "Mira | Night had fallen. Mira lights the lamp. | Mira",
                "Mira | The dragon is dead. Mira sheathes her sword. | Mira",
                "Mira | He opened the letter. Mira left the room for a towel. | Mira",
                "Mira | They were buried. Mira wipes her hands. | Mira",
            })
    void who_is_only_spoken_of_or_is_elsewhere_is_not_drawn(String names, String text, String cast)
            throws CannotComposeException {
        assertThat(castOf(names, text)).containsExactlyInAnyOrder(cast == null ? new String[0] : cast.split(", "));
    }

    private static List<String> castOf(String names, String text) throws CannotComposeException {
        Stories story = story();
        Arrays.stream(names.split(";"))
                .map(n -> n.strip().split(","))
                .forEach(n -> story.names(n[0], Arrays.copyOfRange(n, 1, n.length)));
        return story.says("somebody", text).compose().cast();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Tobin storms out of the tavern, slamming the door.",
                "Tobin nods and walks away.",
                "Tobin leaves.",
                "\"See you tomorrow!\" Tobin waves and heads home.",
                "Tobin goes to bed early.",
                "Tobin quietly slips out.",
                "Tobin verl\u00E4sst das Zimmer."
            })
    void who_walks_away_is_not_there_when_the_scene_goes_on_without_them(String leaving) throws CannotComposeException {
        assertThat(story().names("Mira")
                        .names("Tobin")
                        .says("sam", leaving)
                        .says("sam", "Mira sits down by the fire.")
                        .compose()
                        .cast())
                .containsExactly("Mira");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Tobin walks out into the rain. | Mira runs after him.",
                "Tobin walks away. | Mira follows.",
                "Tobin leaves the keys on the hook. | Mira deals the cards.",
                "Tobin steps out of the shadows. | Mira drops her knife.",
                "Tobin runs to the gate. | Mira is there already.",
                "Tobin turns to leave. | Mira catches his sleeve.",
                "Tobin storms out. | Mira sighs. Tobin comes back for his hat.",
                "Mira pours the tea. | Tobin walks away."
            })
    void who_is_followed_stays_or_comes_back_is_there(String first, String then) throws CannotComposeException {
        assertThat(story().names("Mira")
                        .names("Tobin")
                        .says("sam", first)
                        .says("sam", then)
                        .compose()
                        .cast())
                .containsExactlyInAnyOrder("Mira", "Tobin");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "\"Tobin, where are you?\" Mira says into the phone.",
                "Mira presses the phone to her ear. \"Tobin? Tobin, pick up!\"",
                "\"Tobin, do you copy?\" Mira asks over the radio.",
                "Mira texts Tobin under the table.",
                "Tobin had left for London. Mira waters the plants.",
                "Nobody has seen Tobin since spring. Mira waters the plants."
            })
    void who_is_called_from_afar_is_not_there(String text) throws CannotComposeException {
        assertThat(story().names("Mira")
                        .names("Tobin")
                        .says("sam", text)
                        .compose()
                        .cast())
                .containsExactly("Mira");
    }
}
