package dev.limner.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has gone, is waited for, thought of, still to come or only in an image is not drawn; who is near such words is. */
class AwayInManyLanguagesTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Mira sweeps. Tobin has marched east with the others. | Mira",
                "Mira sweeps. Tobin is halfway to Oslo by now. | Mira",
                "Tobin kisses her brow and is out the door. Mira sweeps. | Mira",
                "Tobin very gently shuts it again from the outside. Mira sweeps. | Mira",
                "Mira kisses Tobin's brow, takes her keys, and is gone. Anna wakes. | Anna, Tobin",
                "Tobin has gone to the window. Mira sweeps. | Mira, Tobin",
                "Tobin has marched straight up to Mira. | Mira, Tobin",
                "Tobin is out of breath. Mira sweeps. | Mira, Tobin",
                "Tobin has left them by the door. Mira sweeps. | Mira, Tobin",
                "Mira fegt. Tobin ist gestern abgereist. | Mira",
                "Mira fegt. Tobin ist auf den Stuhl gestiegen. | Mira, Tobin",
                "Mira veegt. Tobin is vannacht gevlucht. | Mira",
                "Mira balaie. Tobin est parti pour Lyon. | Mira",
                "Mira barre. Tobin se ha marchado. | Mira",
                "Mira varre. O Tobin já foi para o Porto. | Mira",
                "Mira spazza. Tobin è partito per Roma. | Mira",
                "Mira zamiata. Tobin wyjechał do Krakowa. | Mira",
                "Мира метёт. Тимур уехал в город. | Мира",
                "Мира метёт. Тимур ушёл в себя. | Мира, Тимур",
                "Tobin dün şehre gitti. Mira süpürüyor. | Mira",
                "Mira sopar. Tobin är död sedan länge. | Mira",
                "Mira fegt. Tobin ist schon los. | Mira",
                "Mira ringer Tobin for tredje gang. | Mira",
                "Mira n'a pas revu Tobin. | Mira",
                "Mira barre. Hace años que Tobin no viene. | Mira",
                "Mira fegt. Seit Tobins Beerdigung regnet es. | Mira",
                "Mira fegt. Tobin geht nicht ran. | Mira",
                "Mira balaie. Selon Tobin, il va pleuvoir. | Mira",
                "Mira balaie. Tobin aurait ri. | Mira",
                "Mira balaie. Tobin aurait pu rester assis. | Mira, Tobin",
                "Mira fegt. Wie Tobin es schafft, weiß keiner. | Mira, Tobin",
                "Mira varre. O Tobin não vem sozinho. | Mira, Tobin",
                "Mira barre. Según Tobin va a llover. | Mira",
                "Mira varre. O Tobin não vem hoje. | Mira",
                "Mira spazza. Come Tobin diceva, piove. | Mira",
                "Mira veegt. Tobin is al naar huis. | Mira",
                "Мира метёт. Тимур не берёт трубку. | Мира",
                "Мира метёт. По словам Тимура, будет дождь. | Мира",
            })
    void who_has_gone_is_not_there(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Mira waits for Tobin under the clock. | Mira",
                "Mira waits for Tobin to finish. | Mira, Tobin",
                "Mira asks the ferryman about Tobin. | Mira",
                "Mira asks Tobin about the map. | Mira, Tobin",
                "Mira looks for Tobin's hand in the dark. | Mira, Tobin",
                "Mira wartet auf Tobin. | Mira",
                "Mira fragt nach Tobin. | Mira",
                "Mira attend Tobin devant le cinéma. | Mira",
                "Mira attend que Tobin ait fini. | Mira, Tobin",
                "Mira pense à Tobin. | Mira",
                "Mira parle à Tobin. | Mira, Tobin",
                "Mira espera a Tobin. | Mira",
                "Mira sente falta do Tobin. | Mira",
                "Mira aspetta Tobin. | Mira",
                "Mira czeka na Tobina. | Mira",
                "Mira patrzy na Tobina. | Mira, Tobin",
                "Мира ждёт Тимура. | Мира",
                "Мира видит Тимура. | Мира, Тимур",
                "Mira, Tobin'i bekliyor. | Mira",
            })
    void who_is_only_waited_for_or_thought_of_is_not_there(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "If Tobin were still with them, Mira would sleep. | Mira",
                "Tobin won't arrive before Tuesday. Mira sweeps. | Mira",
                "Tobin should have been back by now. Mira sweeps. | Mira",
                "Tobin won't come down from the roof. Mira sweeps. | Mira, Tobin",
                "Mira waits until Tobin comes up for air. | Mira, Tobin",
                "Tobin ist nicht da. Mira fegt. | Mira",
                "Tobin n'est pas là. Mira balaie. | Mira",
                "Tobin no ha vuelto todavía. Mira barre. | Mira",
                "Tobin no está seguro. Mira barre. | Mira, Tobin",
                "Tobin non è ancora tornato. Mira spazza. | Mira",
                "Tobina nie ma w domu. Mira zamiata. | Mira",
                "Tobin nie ma siły wstać. Mira zamiata. | Mira, Tobin",
                "Мира метёт, пока Тимур не вернётся. | Мира",
                "Tobin bugün yok. Mira süpürüyor. | Mira",
                "Tobin'in parası yok. Mira süpürüyor. | Mira, Tobin",
            })
    void who_is_still_to_come_is_not_there(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Mira lays a photo on the bar: Tobin, in profile. | Mira",
                "On the piano stands Tobin's wedding photograph. Mira plays. | Mira",
                "In the photograph, Tobin wears a hat. Mira sighs. | Mira",
                "Mira, said the letter. \"Come home,\" Tobin had written across the top. | Mira",
                "In it, knees up, sits Tobin, who has been dead for years. Mira stares. | Mira, Tobin",
                "Mira liest den Brief von Tobin. | Mira",
                "Mira décroche le portrait de Tobin. | Mira",
                "Mira mira la estatua de Tobin. | Mira",
                "Mira czyta list od Tobina. | Mira",
                "Мира поправляет фотографию Тимура. | Мира",
                "Mira, Tobin'in fotoğrafına bakıyor. | Mira",
            })
    void who_is_only_in_an_image_or_a_letter_is_not_there(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "レイが座る。博士はもう家に帰ってしまった。 | レイ",
                "レイは博士を待っていた。 | レイ",
                "博士が生きていたら、とレイは思う。 | レイ",
                "レイは博士から届いた手紙を読む。 | レイ",
                "レイは博士を呼んだ。 | レイ, 博士",
                "陈默坐下。苏总已经下山去了。 | 陈默",
                "陈默想念苏总。 | 陈默",
                "陈默拆开苏总寄来的信。 | 陈默",
                "陈默把信递给苏总。 | 苏总, 陈默",
                "“苏总在办公室。”陈默说。 | 陈默",
                "“苏总，你来了。”陈默说。 | 苏总, 陈默",
            })
    void scripts_without_blanks_tell_it_likewise(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "*sighs* Tobin was never on time. | nobody",
                "*sighs* Tobin, give me a hand. | Tobin",
                "*turns to Tobin* You were never on time. | Tobin",
                "*sighs* and turns to Tobin. | Tobin",
                "*Mira sighs.* Tobin opens the door. | Mira, Tobin",
                "I *know* that Tobin is in there. | Tobin",
            })
    void beside_actions_between_asterisks_what_stands_outside_is_spoken(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast.equals("nobody") ? "" : cast);
    }

    /** By name, since their order is another matter. */
    private static String cast(String text) throws CannotComposeException {
        return Stories.of("Mira", "Tobin", "Anna", "Мира", "Тимур", "レイ", "博士", "陈默", "苏总")
                .says("gm", text)
                .cast();
    }
}
