package dev.limner.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody owns, wrote, taught or is kin to does not bring them into the picture; what they wear and are does. */
class BelongingsTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Mira waits until Tobin's cab turns the corner. | Mira",
                "Mira is wearing Tobin's old jumper. | Mira",
                "Mira carves Tobin's name into the bench. | Mira",
                "Mira scrolls up to Tobin's last message. | Mira",
                "Mira climbs onto Tobin's bike. | Mira, Tobin",
                "Tobin's mother would faint if she saw him now. Mira grins. | Mira, Tobin",
                "Tobin's men are everywhere. Mira ducks. | Mira",
                "Mira has walked since Tobin's Gate. | Mira",
                "Mira has walked through Tobin's gate. | Mira, Tobin",
                "Mira sees through Tobin's plan. | Mira, Tobin",
                "Tobin's mother pours Mira more tea. | Mira",
                "Tobin's footsteps fade down the stairs. Mira breathes out. | Mira",
                "Tobin's side of the bed is cold. Mira gets up. | Mira",
                "Mira opens the locket. Tobin's tiny painted face smiles up at her. | Mira",
                "Mira knocks at Tobin's door. No answer. | Mira",
                "Tobin's diary is a mess. He digs for a page while Mira waits. | Mira, Tobin",
                "Tobin's ghost hovers over the sink. Mira sighs. | Mira, Tobin",
                "Mira grabs Tobin's sleeve. | Mira, Tobin",
                "Tobin's cloak drips on the floor. Mira sighs. | Mira, Tobin",
                "Tobin's old hands shake. Mira waits. | Mira, Tobin",
                "Tobin drops Tobin's letter. Mira waits. | Mira, Tobin",
                "Mira sits down on Tobin's lap. | Mira, Tobin",
            })
    void who_only_owns_something_is_not_drawn(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Mira is on facetime with Tobin while she cooks. | Mira",
                "Mira calls Tobin again, straight to voicemail. | Mira",
                "Tobin just texted. Mira puts the phone away. | Mira",
                "Mira's phone buzzes. The screen reads TOBIN. | Mira",
                "Tobin pops up on the screen. Mira waves. | Mira",
                "Mira texts. Tobin sends it straight to voicemail. | Mira, Tobin",
                "Mira calls Tobin over to the fire. | Mira, Tobin",
                "The headstone says Tobin Holt. Mira kneels. | Mira",
            })
    void who_is_reached_from_afar_is_not_drawn(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Tobin had taught her that feint, years before the war. Mira lunges. | Mira",
                "Back when Tobin ran the shop the brass shone. Mira shrugs. | Mira",
                "The night Tobin left it rained. Mira remembers the rain. | Mira",
                "With Tobin gone, Mira has the bed to herself. | Mira",
                "Tobin is nowhere to be seen. Mira swears. | Mira",
                "Mira wonders what Tobin would do. | Mira",
                "Tobin would be furious. Mira eats it all the same. | Mira",
                "Mira ties it the way Tobin taught her. | Mira",
                "Tobin has gone. Mira sighs. | Mira",
                "Mira could almost hear Tobin laughing at her. | Mira",
                "If Tobin finds out, it is over. Mira runs. | Mira",
                "Mira laughs at something Tobin said at breakfast. | Mira",
                "The plate says it. Tobin Holt, 1916. Mira bows. | Mira",
                "Mira hisses. \"Tobin, do you hear me?\" The radio crackles. | Mira",
                "Something Tobin said makes Mira laugh. | Mira, Tobin",
                "Tobin would kill for a coffee, and Mira has one. | Mira, Tobin",
                "Tobin lives in Oslo now. Mira nods. | Mira",
                "Tobin's illusion flickers and goes out. Mira swears. | Mira",
                "According to Tobin the bridge is safe. Mira doubts it. | Mira",
                "Nobody knows where Tobin has gone. Mira least of all. | Mira",
                "Mira walks over to where Tobin is standing. | Mira, Tobin",
                "With Tobin out of breath, Mira takes the oars. | Mira, Tobin",
                "Tobin would like some tea, and Mira pours it. | Mira, Tobin",
            })
    void who_is_past_or_only_thought_of_is_not_drawn(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Tobin slams the door on his way out. Mira sighs. | Mira",
                "Tobin goes upstairs, leaving Mira alone with the cat. | Mira",
                "Tobin excuses himself past the knees of others. Mira nods. | Mira, Tobin",
                "Tobin excuses himself. Mira pours another cup. | Mira",
                "Mira watches Tobin ride off. Anna takes her hand. | Anna, Mira",
                "Mira watches Tobin walk over to her. Anna waits. | Anna, Mira, Tobin",
            })
    void who_goes_is_gone_from_the_next_sentence_on(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    private static String cast(String text) throws CannotComposeException {
        Stories story = Stories.of("Anna", "Mira", "Tobin");
        return String.join(", ", story.says("teller", text).compose().cast());
    }
}
