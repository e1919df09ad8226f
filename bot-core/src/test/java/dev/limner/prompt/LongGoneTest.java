package dev.limner.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who died, left long ago, or is named for what they left behind is not drawn; who is still where they were left is. */
class LongGoneTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Mira went on sweeping. Tobin had been buried on the Monday with nobody there but the priest. | Mira",
                "They had buried Tobin in the rain. Mira shook out her coat. | Mira",
                "Tobin was buried under the pear tree. Mira hangs the wash on its lowest branch. | Mira",
                "They hanged Tobin at dawn. Mira ate her bread without looking at the square. | Mira",
                "Tobin went overboard in the gale off Skye. Four nights back. Mira coils the rope he used to coil. | Mira",
                "Tobin went through the ice last winter. Mira tests each step with the pole. | Mira",
                "Tobin didn't make it. Mira says it to the fire, to hear how it sounds. | Mira",
                "Tobin never made it out of the mine. Mira keeps his lamp lit. | Mira",
                "The fever took Tobin in March. Mira airs the sheets. | Mira",
                "The sea took Tobin. Mira still sets two cups. | Mira",
                "Tobin is with the angels now. Mira lights the stove. | Mira",
                "Tobin bled out on the ridge two nights back. Mira cleans his rifle. | Mira",
                "Tobin went down with the Heron. Three years ago. Mira never goes near the pier after dark. | Mira",
                "We lost Tobin at the ford. Mira counts the mules again. | Mira",
                "Mira leans against the bronze knees of King Tobin, dead these three hundred years, and eats her lunch. | Mira",
                "Mira chained her bicycle to the marble foot of Saint Tobin and went in. | Mira",
                "Mira dusts the plaster shoulders of Tobin and moves on to Dante. | Mira",
                "Tobin had died in the spring. Mira sold the boat. | Mira",
                "Tobin went over the side on a rope and Mira paid it out. | Mira, Tobin",
                "Tobin fell in the mud. Mira hauled him up by the belt. | Mira, Tobin",
                "Tobin had been buried in his newspaper since breakfast; Mira poured him more coffee. | Mira, Tobin",
                "Tobin bled on the carpet. Mira tore a sheet into strips. | Mira, Tobin",
                "The current took Tobin off his feet and Mira threw him the line. | Mira, Tobin"
            })
    void the_dead_are_not_drawn_however_their_death_is_told(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Tobin left with the last ferry in October. Mira has the island to herself. | Mira",
                "Tobin left on the morning train. Mira sits on the platform. | Mira",
                "Tobin sailed in April. Mira marks off the days on the doorpost. | Mira",
                "Tobin went back to the city in the autumn. Mira feeds the hens. | Mira",
                "Tobin took the last boat out. Mira banks the fire. | Mira",
                "Tobin flew home in May. Mira waters his plants. | Mira",
                "Tobin's scarf was still on the peg where he'd left it when he moved to Oslo. Mira hung hers over it. | Mira",
                "Tobin's chair is where it was when he went to sea. Mira sits on the step. | Mira",
                "Tobin's boots have stood by the door since he left. Mira sweeps round them. | Mira",
                "Tobin's mug is still on the shelf, the way he left it. Mira drinks from the jar. | Mira",
                "Tobin moved to Boston in the spring. Mira shovels the snow alone. | Mira",
                "Tobin left the door open. Mira closed it. | Mira, Tobin",
                "Tobin's coat was on the hook; Tobin himself was by the fire, and Mira on the rug. | Mira, Tobin",
                "Tobin moved to the window. Mira followed with the candle. | Mira, Tobin",
                "Tobin took the last boat by the rope and Mira jumped in. | Mira, Tobin",
                "Tobin's boots drip on the mat. Mira throws him a towel. | Mira, Tobin"
            })
    void who_left_at_a_time_long_before_is_not_drawn(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "He used to sit right here, Tobin, boots on the rail. Mira moves the chair away. | Mira",
                "She'd always hated gulls, Tobin. Mira throws them the crusts. | Mira",
                "He would have liked this, Tobin. Mira turns her face to the sun. | Mira",
                "He was a good man, Tobin. Mira pours the wine on the stones. | Mira",
                "It was here that Tobin used to fish. Mira baits the hook. | Mira",
                "He was a good cook, Tobin, and Mira held out her plate. | Mira, Tobin",
                "He never learned, Tobin. Mira slapped his hand away. | Mira, Tobin"
            })
    void who_is_named_behind_what_they_used_to_do_is_not_drawn(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Tobin is still where they left him, tied to a post. Mira cuts the rope. | Mira, Tobin",
                "Tobin was right where she had left him, asleep on the sofa. Mira covered him up. | Mira, Tobin",
                "Mira found Tobin where they had left him. | Mira, Tobin",
                "Tobin sits exactly where Mira left him. | Mira, Tobin",
                "Tobin has not moved since they left. Mira kicks his boot. | Mira, Tobin",
                "Tobin is still there when Mira comes back. | Mira, Tobin"
            })
    void who_is_where_they_were_left_is_drawn(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"You'd have laughed, Tobin,\" says Mira to the stone, and drinks. | Mira",
                "\"Look at this, Tobin,\" Mira tells the photograph. | Mira",
                "Mira lays her hand on the grave. \"Sleep well, Tobin.\" | Mira",
                "\"Goodnight, Tobin,\" Mira whispers to the urn. | Mira",
                "Mira raises her glass to the empty chair. \"Cheers, Tobin.\" | Mira",
                "\"Mind the stones, Tobin,\" says Mira, and hands him the basket. | Mira, Tobin",
                "\"Hold this, Tobin,\" says Mira, chin on the headstone. | Mira, Tobin"
            })
    void whoever_speech_is_said_to_a_grave_for_is_not_drawn(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    private static String cast(String text) throws CannotComposeException {
        return Stories.of("Mira", "Tobin").says("gm", text).cast();
    }
}
