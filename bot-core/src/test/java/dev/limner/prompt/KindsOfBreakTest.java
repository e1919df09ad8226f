package dev.limner.prompt;

import static dev.limner.prompt.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that end a scene, of many kinds and languages, and those that only look like it. */
class KindsOfBreakTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "2 weeks later",
                "3 hours later, the tide is out.",
                "A week passes.",
                "A few weeks pass.",
                "\u2726 Two days later \u2726",
                "\u22C6\u02DA time skip \u02DA\u22C6",
                "\u00B7\u0329\u0359\u2727 \u2500\u2500\u2500\u2500 \u2727\u00B7\u0329\u0359",
                "Two winters later the tide is out.",
                "By morning, the tide is out.",
                "In the meantime, the tide goes out.",
                "Across the city, a bell rings.",
                "Over at the docks a bell rings.",
                "Prologue",
                "**Epilogue**",
                "[flashback]",
                "Chapter Thirteen",
                "Kapitola 3",
                "*~ time skip to the next day ~*",
                "(timeskip - two weeks)",
                "Time skip: three days",
                "In der Zwischenzeit ist Ebbe.",
                "Woanders",
                "De retour au port",
                "Al otro lado de la ciudad",
                "N\u00E6ste morgen er det ebbe.",
                "Neste dag er det fj\u00E6re.",
                "To timer senere er det fj\u00E6re.",
                "I mellomtiden",
                "Seuraavana aamuna on laskuvesi.",
                "Kaksi tuntia my\u00F6hemmin on laskuvesi.",
                "Sill\u00E4 v\u00E4lin",
                "M\u00E1snap reggel ap\u00E1ly van.",
                "K\u00E9t h\u00E9ttel k\u00E9s\u0151bb ap\u00E1ly van.",
                "Ek\u00F6zben",
                "Druh\u00FD den r\u00E1no je odliv.",
                "O dva dny pozd\u011Bji je odliv.",
                "Mezit\u00EDm",
                "A doua zi e reflux.",
                "\u041D\u0430\u0441\u0442\u0443\u043F\u043D\u043E\u0433\u043E \u0434\u043D\u044F",
                "\u4E0E\u6B64\u540C\u65F6",
                "\u6570\u5E74\u5F8C\u3001\u6F6E\u304C\u5F15\u304F\u3002",
                "Three hours pass.",
                "Half an hour later, the tide is out.",
                "The scene shifts to the docks.",
                "[The docks, night]",
                "**The Docks, midnight**",
                "\uD83D\uDCCD The docks",
                "EXT. DOCKS - NIGHT",
                "INT./EXT. DOCKS",
                "## The Docks",
                "# Chapter 2",
                "**Scene 2: Docks**",
                "Day 2",
                "Act II",
                "End scene.",
                "\u2E3B",
                "\u25AC\u25AC\u25AC",
                "\u2550\u2550\u2550\u2550",
                "\u23AF\u23AF\u23AF",
                "\u2501\u2501\u2501 \u25E6 \u2756 \u25E6 \u2501\u2501\u2501",
                "\uD83C\uDF19\uD83C\uDF19\uD83C\uDF19",
                "\\*\\*\\*",
                "* * *",
                "Eine Stunde sp\u00E4ter ist Ebbe.",
                "Une heure plus tard, la mer est basse.",
                "Una hora despu\u00E9s, baja la marea.",
                "Un'ora dopo, la marea \u00E8 bassa.",
                "Il giorno dopo",
                "Uma hora depois, a mar\u00E9 baixa.",
                "Enquanto isso",
                "Een uur later is het eb.",
                "En timme senare \u00E4r det ebb.",
                "Bir saat sonra sular \u00E7ekilir.",
                "W mi\u0119dzyczasie",
                "Godzin\u0119 p\u00F3\u017Aniej jest odp\u0142yw.",
                "\u0427\u0435\u0440\u0435\u0437 \u0447\u0430\u0441",
                "\u4E00\u6642\u9593\u5F8C\u3001\u6F6E\u304C\u5F15\u304F\u3002",
                "\u4E09\u5929\u540E\uFF0C\u9000\u6F6E\u4E86\u3002",
                "\uD55C \uC2DC\uAC04 \uD6C4"
            })
    void a_line_of_another_place_or_time_ends_the_scene(String line) throws CannotComposeException {
        assertThat(told(line)).doesNotContain("walrus").contains("Rain falls.");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Meanwhile I hold the rope.",
                "Back at you!",
                "Back in my day we had none.",
                "Elsewhere would be nicer, he says.",
                "A week passes slowly here.",
                "2 guards later arrive.",
                "Day after day, they walk.",
                "By morning, it will be over.",
                "Far away, a bell rings.",
                "Across the table, a bell rings.",
                "Timeskips are cheap.",
                "Over at last!",
                "Come morning, there'd be hell to pay.",
                "\u2726 Mira laughs \u2726",
                "Skip: no, wait.",
                "Back on her feet, she runs.",
                "Act now, she says.",
                "# BIG",
                "**no**",
                "[sighs, tired]",
                "The next morning would bring rain, but now they sit.",
                "An hour later than planned the soup is ready.",
                "Eine Stunde sp\u00E4ter als geplant ist Ebbe.",
                "*** Mira laughs ***",
                "The gull cries. Derweil schl\u00E4ft Mira.",
                "\u201EBleib. Am n\u00E4chsten Tag gehen wir.\u201C",
                "\uD83D\uDE02\uD83D\uDE02\uD83D\uDE02"
            })
    void what_goes_on_ends_no_scene(String line) throws CannotComposeException {
        assertThat(told(line)).contains("walrus", "Rain falls.");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Ertesi sabah Mira y\u00FCr\u00FCr.",
                "N\u00E4sta morgon g\u00E5r Mira.",
                "Le lendemain Mira attend.",
                "The next morning Mira."
            })
    void what_happens_then_is_told_however_short_it_is(String line) throws CannotComposeException {
        assertThat(told(line)).doesNotContain("walrus").contains("Mira", "Rain falls.");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Le lendemain matin", "*Two days later...*", "*** Next day ***"})
    void words_of_time_alone_are_no_scene(String line) throws CannotComposeException {
        assertThat(told(line)).isEqualTo("Rain falls.");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "The seal naps. Am n\u00E4chsten Morgen wartet Mira.",
                "The seal naps. Le lendemain, Mira attend.",
                "The seal naps. Al d\u00EDa siguiente espera Mira.",
                "The seal naps. Il giorno dopo Mira aspetta.",
                "The seal naps. No dia seguinte Mira espera.",
                "The seal naps. De volgende dag wacht Mira.",
                "The seal naps. N\u00E4sta morgon v\u00E4ntar Mira.",
                "The seal naps. Ertesi sabah Mira bekler.",
                "The seal naps. Nast\u0119pnego dnia Mira czeka.",
                "The seal naps. \u0427\u0435\u0440\u0435\u0437 \u0447\u0430\u0441 Mira waits.",
                "The seal naps\u3002\u7FCC\u671D\u3001Mira waits.",
                "\u201EThe seal naps.\u201C He goes. Am n\u00E4chsten Tag wartet Mira.",
                "The seal naps. The next morning Mira waits."
            })
    void a_sentence_of_a_later_time_ends_the_scene_in_the_midst_of_a_line(String line) throws CannotComposeException {
        assertThat(told(line)).doesNotContain("walrus", "seal").contains("Mira", "Rain falls.");
    }

    private static String told(String line) throws CannotComposeException {
        return story().says("sam", "The walrus naps.")
                .says("sam", line)
                .says("sam", "Rain falls.")
                .compose()
                .prompt();
    }
}
