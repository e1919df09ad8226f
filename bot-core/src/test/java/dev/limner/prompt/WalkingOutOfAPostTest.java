package dev.limner.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose post ends with their leaving is gone when others go on, though the post does not name them. */
class WalkingOutOfAPostTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Mira: *leans on the bar* another. // Tobin: *finishes his drink, drops a coin on the wood and walks out* // Mira: *turns the coin over twice* | Mira",
                "Tobin: \"Not my problem.\" *he shrugs and heads off into the rain* // Mira: *kicks the door shut* | Mira",
                "Tobin: ok im off *grabs her board and skates, no, storms off* // Mira: *sighs at the empty court* | Mira",
                "Tobin: *vanishes into the crowd* // Mira: *stands on a crate to look for him* | Mira",
                "Tobin: *she snatches her keys and is out the door before the kettle boils* // Mira: *turns off the gas* | Mira",
                "Tobin: *gallops away down the avenue; the gates swing shut behind him* // Mira: *picks a rose* | Mira"
            })
    void who_walks_out_is_gone(String posts, String cast) throws Exception {
        assertThat(cast(posts)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Tobin: *walks out onto the balcony* // Mira: *joins him* | Mira, Tobin",
                "Tobin: *walks out* // Mira: *hurries after him* | Mira, Tobin",
                "Tobin: *walks out* // Mira: *waits* // Tobin: *comes back with the axe* | Mira, Tobin",
                "Tobin: *the guard salutes and leaves* // Mira: *exhales* | Mira, Tobin",
                "Tobin: *leaves a lip print on the mug* // Mira: *wipes it* | Mira, Tobin",
                "Tobin: *storms off* // Mira: *grabs Tobin by the collar* | Mira, Tobin",
                "Tobin: *walks off the pain, limping in circles* // Mira: *laughs* | Mira, Tobin",
                "Mira: *waits* // Tobin: *stalks out of the room* | Mira, Tobin",
                "Tobin: *leaves the keys on the table and sits* // Mira: *takes them* | Mira, Tobin"
            })
    void who_stays_comes_back_or_is_followed_is_there(String posts, String cast) throws Exception {
        assertThat(cast(posts)).isEqualTo(cast);
    }

    private static String cast(String posts) throws CannotComposeException {
        Stories story = Stories.of("Mira", "Tobin");
        for (String post : posts.split(" // ")) {
            int colon = post.indexOf(": ");
            story.says(post.substring(0, colon), post.substring(colon + 2));
        }
        return story.cast();
    }
}
