package dev.limner.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that are words too, before what somebody says or does in a script. */
class SpeakerTagsTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "nobody",
            value = {
                "Rose: I will not go. | Rose",
                "Rose: \"No.\" | Rose",
                "rose: \"no\" | Rose",
                "**Rose:** No, I will not go. | Rose",
                "**Rose**: No, I will not go. | Rose",
                "ROSE: No. | Rose",
                "[Rose]: I will not go. | Rose",
                "[Rose] I can't go. | Rose",
                "[Rose] \"No.\" | Rose",
                "<Rose> No. | Rose",
                "\u3010Rose\u3011 No. | Rose",
                "[rose] The colour of the walls. | nobody",
                "[The Rose Inn] Nobody is there. | nobody",
                "Rose (angry): No. | Rose",
                "Rose (angry, on her feet): No. | Rose",
                "Rose *nods* | Rose",
                "Rose \"No.\" | Rose",
                "Rose \u2014 \"No.\" | Rose",
                "Hope: Where is he? | Hope",
                "Winter *puts the cup down* | Winter",
                "`Tobin: Where?\nHope: Here.\nWinter: Fine.` | Hope, Winter",
                "rose: the colour of the walls. | nobody",
                "The colour of the walls: rose. | nobody",
                "It was cold in the hall. Winter: the worst of the seasons. | nobody",
                "Winter (the third of the war) lay on the hills. | nobody",
                "The season: Winter | nobody",
                "There is *hope* yet. | nobody",
                "*Winter* is the time for tales. | nobody",
                "Rose - the colour of the walls. | nobody",
            })
    void who_speaks_in_a_script_is_there(String text, @Nullable String cast) throws Exception {
        Stories story = Stories.story().names("Rose").names("Hope").names("Winter");
        assertThat(String.join(", ", story.says("gm", text).compose().cast())).isEqualTo(cast == null ? "" : cast);
    }
}
