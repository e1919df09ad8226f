package dev.limner.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who was left, has stayed or is reached elsewhere is not in the picture; whoever is only near to such words is. */
class ElsewhereTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "We left Tobin at the fort. Mira leads on. | Mira",
                "They had left Tobin behind, and Mira minds. | Mira",
                "Mira left Tobin aboard the ship. | Mira",
                "Mira left Tobin speechless. | Mira, Tobin",
                "Mira left Tobin at the table and fetched the ale. | Mira, Tobin",
                "Mira waits. Tobin stayed behind. | Mira",
                "Mira waits. Tobin stayed at home. | Mira",
                "Tobin remained in the village; Mira walks on. | Mira",
                "Mira waits. Tobin was left at the hospital. | Mira",
                "Tobin stayed in his chair while Mira paced. | Mira, Tobin",
                "Tobin stayed at the camp with Mira. | Mira, Tobin",
                "Мира ждёт. Тимур остался на базе. | Мира",
                "Мира ждёт. Тимур остался в кресле. | Мира, Тимур",
                "Mira wartet. Tobin ist im Lager geblieben, Mira friert. | Mira, Tobin",
                "Mira wartet. Tobin blieb im Dorf. | Mira",
                "Mira czeka. Tobin został w obozie. | Mira",
                "Mira espera. Tobin se quedó en casa. | Mira",
                "Mira attend. Tobin est resté au village. | Mira",
                "Tobin went home at six. Now Mira has the ward. | Mira",
                "Tobin left hours ago and Mira locks up. | Mira",
                "Tobin drove off last night. Mira sweeps. | Mira",
                "Tobin went home at six and cooked while Mira swept. | Mira, Tobin",
                "Tobin went to the window. Mira sweeps. | Mira, Tobin",
            })
    void who_is_told_to_be_elsewhere_is_not_drawn(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Mira dzwoni do Tobina. Nikt nie odbiera. | Mira",
                "Mira zadzwoniła do Tobina. | Mira",
                "Мира звонит Тимуру. Гудки. | Мира",
                "Mira ruft Tobin an. | Mira",
                "Mira ruft Tobin an den Tisch. | Mira, Tobin",
                "Mira telefoniert mit Tobin. | Mira",
                "Mira idzie do Tobina. | Mira, Tobin",
                "Mira taps the headset. \"Tobin, are you there?\" | Mira",
                "Mira taps the table. \"Tobin, are you there?\" | Mira, Tobin",
                "Mira listens. Tobin's voice, faint, comes from the far end of the tunnel. | Mira",
                "Mira listens. Tobin's voice, faint, comes from under the cloak. | Mira, Tobin",
                "Mira folds the letter. It is from Tobin. | Mira",
                "Mira reads a note signed by Tobin. | Mira",
                "Mira stands by Tobin. | Mira, Tobin",
                "Mira hears a growl. It comes from Tobin. | Mira, Tobin",
            })
    void who_is_called_or_has_written_is_not_drawn(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Mira lays down the photograph. Tobin smiles up out of it. | Mira",
                "Tobin grins from the poster above Mira. | Mira",
                "Mira winces. Tobin stares out of the old painting. | Mira",
                "Tobin looks up from the photograph. Mira waits. | Mira, Tobin",
                "Tobin stares out of the window. Mira waits. | Mira, Tobin",
                "Tobin's grave face brightens. Mira waits. | Mira, Tobin",
                "Mira kneels at Tobin's grave. | Mira",
            })
    void who_looks_out_of_a_picture_is_not_drawn(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "レイが座る。博士が死んでから三年になる。 | レイ",
                "レイが座る。博士はまだ来ていない。 | レイ",
                "レイが座る。博士は留守だ。 | レイ",
                "レイが座る。博士は気づいていない。 | レイ, 博士",
                "陈默推开门。苏总没来。 | 陈默",
                "陈默推开门。苏总在国外。 | 陈默",
                "陈默推开门。苏总不在乎。 | 陈默, 苏总",
                "陈默推开门。苏总还在房间里。 | 陈默, 苏总",
            })
    void scripts_without_blanks_tell_it_likewise(String text, String cast) throws Exception {
        Stories story = Stories.story().names("レイ").names("博士").names("陈默").names("苏总");
        assertThat(String.join(", ", story.says("gm", text).compose().cast())).isEqualTo(cast);
    }

    private static String cast(String text) throws CannotComposeException {
        Stories story = Stories.of("Mira", "Tobin", "Мира", "Тимур");
        return String.join(", ", story.says("gm", text).compose().cast());
    }
}
