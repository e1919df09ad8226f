package dev.limner.prompt;

import static dev.limner.prompt.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.prompt.voice.FirstLetter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a picture is told to do what a message tells. */
class SpeakersTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "*kneels in the mud* | Mira kneels in the mud.",
                "*Sits down.* | Mira sits down.",
                "*Plays the lute.* | Mira plays the lute.",
                "*parries and reloads* | Mira parries and reloads.",
                "*claws gouge the door* | Mira: claws gouge the door.",
                "*looking up* | Mira, looking up.",
                "*then runs* | Mira then runs.",
                "*slowly floats upwards* | Mira slowly floats upwards.",
                "*casts light on the wall* | Mira: casts light on the wall.",
                "I draw my sword. | Mira: I draw my sword.",
                "You step into the hall and draw your sword. | Mira: You step into the hall and draw your sword.",
                "*looks at Tobin* | Mira looks at Tobin.",
                "\u79C1\u306F\u5263\u3092\u629C\u304F\u3002 | Mira: \u79C1\u306F\u5263\u3092\u629C\u304F\u3002",
                "\u6211\u62D4\u51FA\u5251\u3002 | Mira: \u6211\u62D4\u51FA\u5251\u3002",
                "Estraggo la mia spada. | Mira: Estraggo la mia spada.",
                "Wyci\u0105gam miecz. | Mira: Wyci\u0105gam miecz.",
                "Cofam si\u0119 do drzwi i s\u0142ucham. | Mira: Cofam si\u0119 do drzwi i s\u0142ucham.",
                "\u0414\u043E\u0441\u0442\u0430\u044E \u043C\u0435\u0447. | Mira: \u0414\u043E\u0441\u0442\u0430\u044E \u043C\u0435\u0447.",
                "K\u0131l\u0131c\u0131 \u00E7ekiyorum. | Mira: K\u0131l\u0131c\u0131 \u00E7ekiyorum.",
                "Saco mi espada. | Mira: Saco mi espada.",
                "Puxei a espada. | Mira: Puxei a espada.",
                "Corro verso la porta. | Mira: Corro verso la porta.",
                "Eu corro. | Mira: Eu corro.",
                "I parry. | Mira: I parry.",
                "I'm cold. | Mira: I'm cold.",
                "Then Tobin hands me a lantern. | Mira: Then Tobin hands me a lantern.",
                "Ik trek mijn zwaard. | Mira: Ik trek mijn zwaard.",
                "Jag drar sv\u00E4rdet. | Mira: Jag drar sv\u00E4rdet.",
            })
    void a_sentence_without_a_subject_gets_its_speaker(String post, String worded) throws CannotComposeException {
        assertThat(two().post(ScenePost.Kind.PROXY, "Mira", post).compose().prompt())
                .isEqualTo(worded);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "The rain falls.",
                "*the door creaks*",
                "*rain falls on the roof*",
                "Rain drums on the slates.",
                "Moss covers the walls.",
                "Waves crash on the shore.",
                "\"I hate the rain,\"",
                "\u201CMy sword! Give me my sword!\u201D",
                "Mira draws her sword.",
                "Tobin laughs.",
                "Then Tobin laughs.",
                "She runs over the bridge.",
                "\u96E8\u304C\u964D\u308B\u3002",
                "Vakten sitter i tornet.",
                "Stra\u017Cnik siada i patrzy na wie\u017C\u0119.",
                "Vartija istuu ja katsoo tornia.",
                "Der W\u00E4chter nickt, ja, er schl\u00E4ft fast.",
                "I soldati aspettano.",
                "Il muro crolla sopra i tetti.",
                "The mine collapses behind the guard.",
                "The US flag burns on the mast.",
                "Charles I stares from the wall.",
                "The King, Henry I, waves.",
                "A sign reads MY HOUSE.",
                "Ten min more and the wall falls.",
                "Wolves in the dark.",
                "wolves in the dark",
                "stars over the sea",
                "Screams from the cellar.",
                "Guards at the gate, bored.",
                "*silence*",
            })
    void landscape_speech_and_sentences_with_a_subject_stay_as_they_are(String post) throws CannotComposeException {
        assertThat(two().post(ScenePost.Kind.PROXY, "Mira", post).compose().prompt())
                .doesNotContain("Mira:", "Mira " + FirstLetter.small(post).replace("*", ""));
    }

    @Test
    void clip_is_told_too_who_it_is() throws CannotComposeException {
        assertThat(two().model(ModelFamily.SDXL)
                        .post(ScenePost.Kind.PROXY, "Mira", "*Sits down.*")
                        .post(ScenePost.Kind.PROXY, "Tobin", "*Stands up and draws his sword.*")
                        .compose()
                        .prompt())
                .isEqualTo("Mira sits down, Tobin stands up and draws his sword");
    }

    @Test
    void whoever_tells_of_themselves_is_named_once_in_a_row_and_a_sentence_gets_its_subject()
            throws CannotComposeException {
        assertThat(two().post(ScenePost.Kind.PROXY, "Mira", "I run. \"Wait!\" I stumble. *climbs the wall*")
                        .post(ScenePost.Kind.PROXY, "Mira", "*jumps*")
                        .post(ScenePost.Kind.PROXY, "Tobin", "*follows*")
                        .post(ScenePost.Kind.PROXY, "Mira", "I land on my feet.")
                        .compose()
                        .prompt())
                .isEqualTo("Mira: I run. Wait! I stumble. Mira climbs the wall. Mira jumps. Tobin follows. "
                        + "Mira: I land on my feet.");
    }

    @Test
    void clip_reads_on_from_what_somebody_does_until_somebody_speaks() throws CannotComposeException {
        assertThat(two().model(ModelFamily.SDXL)
                        .post(
                                ScenePost.Kind.PROXY,
                                "Mira",
                                "*draws her sword*\n*jumps* \"No!\" *ducks under the table*")
                        .compose()
                        .prompt())
                .isEqualTo("Mira draws her sword, jumps, No, Mira ducks under the table");
    }

    @ParameterizedTest(name = "{0}: {1} {2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "FLUX1_DEV | *draws her sword* | \"Stop!\" *He swings the hammer.* | *ducks* "
                        + "| Mira draws her sword. Stop! He swings the hammer. Mira ducks.",
                "SDXL | *draws her sword* | \"Stop!\" *He swings the hammer.* | *ducks* "
                        + "| Mira draws her sword, Stop, He swings the hammer, Mira ducks",
                "FLUX1_DEV | I draw my sword. | \"Stop!\" | I lower it. "
                        + "| Mira: I draw my sword. Stop! Mira: I lower it.",
                "SDXL | I draw my sword. | \"Stop!\" | I lower it. | Mira: I draw my sword, Stop, Mira: I lower it",
                "FLUX1_DEV | Mira draws her sword. | The thief jumps from the wall. | I duck. "
                        + "| Mira draws her sword. The thief jumps from the wall. Mira: I duck.",
            })
    void after_a_post_of_somebody_else_a_speaker_is_named_again(
            ModelFamily model, String first, String between, String then, String worded) throws CannotComposeException {
        assertThat(two().model(model)
                        .post(ScenePost.Kind.PROXY, "Mira", first)
                        .post(ScenePost.Kind.PROXY, "Tobin", between)
                        .post(ScenePost.Kind.PROXY, "Mira", then)
                        .compose()
                        .prompt())
                .isEqualTo(worded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FLUX1_SCHNELL", "SDXL", "SD15"})
    void the_first_sentence_that_is_left_names_its_speaker(ModelFamily model) throws CannotComposeException {
        Composition composition = two().model(model)
                .post(ScenePost.Kind.PROXY, "Mira", "I run along the wall of the old harbour. ".repeat(60))
                .compose();

        assertThat(composition.prompt()).startsWith("Mira: I run").containsOnlyOnce("Mira");
        assertThat(composition.dropped()).isNotEmpty();
        assertThat(composition.tokens().used())
                .isLessThanOrEqualTo(composition.tokens().limit());
    }

    @Test
    void clip_gives_up_what_is_said_before_what_can_be_seen() throws CannotComposeException {
        assertThat(two().model(ModelFamily.SDXL)
                        .post(ScenePost.Kind.PROXY, "Mira", "*kneels in the mud*")
                        .post(
                                ScenePost.Kind.PROXY,
                                "Tobin",
                                "\"" + "You promised me the boat and the oars. ".repeat(12) + "\"")
                        .post(ScenePost.Kind.PROXY, "Tobin", "*throws the rope*")
                        .compose()
                        .prompt())
                .startsWith("Mira kneels in the mud, You promised")
                .endsWith("Tobin throws the rope");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Princess Oriel | a barefoot princess | Princess Oriel is a barefoot princess.",
                "Ann | a woman with a banner | Ann is a woman with a banner.",
                "Will | a willowy man | Will is a willowy man.",
                "Rose | Rose-gold hair | Rose: Rose-gold hair.",
                "Rose | a girl with rose petals in her hair | Rose is a girl with rose petals in her hair.",
                "Art | a man with a heart tattoo | Art is a man with a heart tattoo.",
                "The Archivist | a tall man of the north | The Archivist is a tall man of the north.",
                "Mira Vale | the smuggler Mira, in green | the smuggler Mira, in green.",
                "Mira | Mira, a lean elf | Mira, a lean elf.",
                "Mira | mira the elf | mira the elf.",
                "Mira | She is a lean elf | Mira is a lean elf.",
                "\u30DF\u30E9 | \u9280\u9AEA\u306E\u30DF\u30E9 | \u9280\u9AEA\u306E\u30DF\u30E9\u3002",
            })
    void a_character_is_named_unless_its_words_do_it(String name, String prefix, String worded)
            throws CannotComposeException {
        assertThat(story().looks(name, prefix)
                        .post(ScenePost.Kind.PROXY, name, "\"Rain.\"")
                        .compose()
                        .prompt())
                .isEqualTo(worded + " Rain.");
    }

    @ParameterizedTest(name = "{0} + {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Mira, a lean elf of forty. | torn cloak, wet hair. | Mira, a lean elf of forty, torn cloak, wet hair.",
                "A lean elf. She has red hair. | torn cloak | Mira is a lean elf. She has red hair. Torn cloak.",
                "She has a scar | She is bleeding. | Mira has a scar. She is bleeding.",
            })
    void a_state_goes_on_from_the_looks(String prefix, String state, String worded) throws CannotComposeException {
        Composition composition = story().character(
                        new CharacterSheet("Mira", List.of(), prefix, "", List.of(), state, null, null))
                .post(ScenePost.Kind.PROXY, "Mira", "\"Rain.\"")
                .compose();

        assertThat(composition.prompt()).isEqualTo(worded + " Rain.");
        assertThat(composition.parts()).anyMatch(p -> p.source() == PromptPart.Source.STATE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a lean elf | an ink wash of Mira, a lean elf. Rain.",
                "She has a scar | an ink wash of Mira, who has a scar. Rain.",
                "Mira is a lean elf | an ink wash of: Mira is a lean elf. Rain.",
            })
    void a_style_that_awaits_somebody_is_joined_to_them(String prefix, String worded) throws CannotComposeException {
        assertThat(story().style("an ink wash of", "")
                        .looks("Mira", prefix)
                        .post(new ScenePost(ScenePost.Kind.PROXY, "Mira", null, null, "\"Rain.\"", Map.of()))
                        .compose()
                        .prompt())
                .isEqualTo(worded);
    }

    private static Stories two() {
        return story().names("Mira").names("Tobin");
    }
}
