package dev.limner.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is only spoken of, and yet there: presented, called, or told by what they look like. */
class SpokenOfTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Bo opens. \"Ask Mira, she knows.\" A chequered scarf comes round the door. | Bo, Mira",
                "Bo opens. \"Ask Mira, she knows.\" A draught comes round the door. | Bo",
                "Bo opens. \"Seen Mira? She has a chequered scarf.\" | Bo",
                "Bo opens. \"Ask Mira.\" He buttons his coat. | Bo",
                "Bo misses Mira. A chequered scarf lies there. | Bo",
                "Bo idzie. \"Mira by wiedziała.\" W drzwiach staje ktoś w kożuchu. | Bo",
            })
    void who_is_told_by_their_looks_is_there(String text, String cast) throws CannotComposeException {
        assertThat(cast(text)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Bo turns. \"That's Mira, she mends locks.\" | Bo, Mira",
                "Bo turns the coin. \"That's Mira, she was queen.\" | Bo",
                "Bo turns. \"Here comes Mira.\" | Bo, Mira",
                "Bo turns. \"Mira's bleeding.\" | Bo, Mira",
                "Bo turns. \"Mira's late.\" | Bo",
                "Bo turns. \"Leave Mira alone!\" | Bo, Mira",
                "Bo turns. \"You're not eating Mira!\" | Bo, Mira",
                "Bo dreht sich um. \"Das ist Mira, die beißt nicht.\" | Bo, Mira",
                "Bo se retourne. « Voilà Mira. » | Bo, Mira",
                "Bo turns. \"Mira. What have you done?\" | Bo, Mira",
                "Bo turns. \"Mira. She taught me.\" | Bo",
                "Bo turns. \"Mira?\" No one answers. | Bo",
                "Bo turns. \"Mira?\" Silence. | Bo",
                "Bo turns. \"Mira?\" He holds out a hand. | Bo, Mira",
                "Bo turns. \"You can't do that. Pearl, stop her!\" | Bo, Pearl",
                "Bo turns. \"Not that Pearl, please.\" | Bo",
            })
    void who_is_presented_or_called_is_there(String text, String cast) throws CannotComposeException {
        assertThat(cast(text)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Bo stops. There is a photograph on the sill. Mira with a fish, squinting. | Bo",
                "Bo finds a photograph. Mira with a sigh takes it away. | Bo, Mira",
                "Bo stops. Mira looks down at him from over the mantel, life-sized, in oils. | Bo",
                "Bo reads. Half the front page is Mira with a loaf. | Bo",
                "Five winters since they put Mira in the ground, and Bo still sweeps. | Bo",
                "Mira is eleven light years behind them, and Bo sleeps. | Bo",
                "Bo camps below Mira Ridge. | Bo",
                "Bo hops from pearl to pearl. | Bo",
                "하늘이 갑자기 까매지고 Bo waits. | Bo",
                "하늘이 웃는다. Bo waits. | 하늘, Bo",
            })
    void who_is_in_an_image_far_off_or_no_person_is_not(String text, String cast) throws CannotComposeException {
        assertThat(cast(text).split(", ")).containsExactlyInAnyOrder(cast.split(", "));
    }

    private static String cast(String text) throws CannotComposeException {
        Stories story = Stories.story()
                .looks("Bo", "Bo, a locksmith in a leather apron")
                .looks("Mira", "Mira, a driver in a coat with a chequered scarf")
                .names("Pearl")
                .names("하늘");
        return String.join(", ", story.says("gm", text).compose().cast());
    }
}
