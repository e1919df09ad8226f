package dev.limner.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who rings, writes, or speaks from a tape is not in the picture; whoever stands beside the telephone is. */
class ReachedFromAfarTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "The telephone rang four times before Mira picked it up. It was Tobin, ringing from a call box in Leeds to ask about the cat. | Mira",
                "Mira's mobile buzzed on the counter. Tobin, from the airport. | Mira",
                "It's Tobin, calling from the hospital. Mira turns down the radio. | Mira",
                "The screen of her handset lit. It was Tobin. Mira let it ring. | Mira",
                "Mira snatched up the receiver. It was only Tobin, wanting to know whether the parcel had come. | Mira",
                "The comm crackles. It's Tobin, six decks below. Mira drops her soup. | Mira",
                "At midnight the phone goes. Mira gropes for it. Tobin again, drunk in Lisbon. | Mira",
                "Mira answers on the second ring. It is Tobin, checking in from the coast. | Mira",
                "There was a knock. Mira opened the door. It was Tobin, holding two fish. | Mira, Tobin",
                "A shadow moved on the stair. It was Tobin, wanting to know if she had eaten. Mira put down the book. | Mira, Tobin",
                "The phone rang and rang. Tobin looked at it, and Mira looked at Tobin. | Mira, Tobin",
                "Mira hangs up the phone. Tobin takes the cup from her hand. | Mira, Tobin",
                "The phone rings. Tobin, closest, picks it up and hands it to Mira. | Mira, Tobin",
                "Mira stands at the window. It is Tobin who lights the lamp. | Mira, Tobin"
            })
    void who_is_at_the_other_end_of_the_line_is_not_drawn(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Tobin texts again. \"nearly there, dont wait up.\" Mira puts the phone face down. | Mira",
                "tobin keeps texting from the train. Mira turns her phone off | Mira",
                "Tobin messaged an hour ago, stuck in traffic. Mira sets the table for one. | Mira",
                "Tobin emailed this morning to say he was in Cairo. Mira reads it aloud to the dog. | Mira",
                "Tobin rang earlier to say he had a shift in Leeds. Mira puts his plate away. | Mira",
                "Tobin had rung at lunch, from Ghent, about the keys. Mira hangs them on the nail. | Mira",
                "tobin says hi btw, hes stuck at the airport. Mira snorts. | Mira",
                "Tobin sends his love, and a jar of plums. Mira puts the jar on the shelf. | Mira",
                "Tobin sent word from the coast: no ships. Mira rolled up the map. | Mira",
                "Tobin phoned just now from the office. Mira nods at the clock. | Mira",
                "Tobin called last night from Paris. Mira turns the ring on her finger. | Mira",
                "Tobin texts under the table while Mira carves the roast. | Mira, Tobin",
                "Tobin called from the roof that he could see them. Mira climbed. | Mira, Tobin",
                "Tobin says hi to the cat and Mira rolls her eyes. | Mira, Tobin",
                "Tobin sends the dog out and shuts the door behind Mira. | Mira, Tobin",
                "Tobin rang the bell again. Mira let him in. | Mira, Tobin",
                "Tobin called again, louder, and Mira turned on the stairs. | Mira, Tobin"
            })
    void who_only_sends_word_is_not_drawn(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Mira plays the voicemail once more. It is only Tobin saying he'll be late and to leave the light on. | Mira",
                "Mira presses play. The tape hisses, and Tobin says good morning to a room that was torn down years ago. | Mira",
                "The hologram flickers. Tobin clears his throat, three weeks ago, and asks if it is recording. Mira wipes the lens. | Mira",
                "On the tape Tobin laughs at something off-screen. Mira rewinds it. | Mira",
                "Mira sets the tape recorder down. Tobin says he would rather stand. | Mira, Tobin",
                "The tape runs out. Tobin says nothing; Mira turns it over. | Mira, Tobin",
                "Mira plays the voicemail. Tobin leans in to hear it. | Mira, Tobin"
            })
    void who_speaks_from_a_recording_is_not_drawn(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Mira reads the letter twice, because Tobin writes the way he talks, all at once. | Mira",
                "Mira unfolds the note. Tobin writes that the harbour is frozen and the money gone. | Mira",
                "Tobin's letter lies open by the lamp. He is well, he writes, and thinner. Mira blots the reply. | Mira",
                "Mira slits the envelope. Tobin sends greetings from the front and asks for socks. | Mira",
                "Tobin wrote in a small cramped hand, and Mira had to hold the page to the window. | Mira",
                "According to the telegram Tobin was coming by the noon train. Mira swept the step. | Mira",
                "Tobin writes in the ledger while Mira counts the coins. | Mira, Tobin",
                "Mira reads the letter twice. Tobin writes down the address. | Mira, Tobin",
                "Tobin writes like a man possessed, ink to the elbows, and Mira brings more paper. | Mira, Tobin",
                "Mira unfolds the note and Tobin reads it over her shoulder. | Mira, Tobin"
            })
    void who_only_writes_is_not_drawn(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Tobin keeps moving the flags from his office upstate. Mira crosses out the order. | Mira",
                "traffic. also ur boss Tobin keeps changing the address from his penthouse. Mira checks the slip | Mira",
                "Tobin is in the stocks at Marle until Friday. Mira sharpens his knife. | Mira",
                "Tobin is stuck at the border. Mira lights another. | Mira",
                "Tobin is in Lisbon until Sunday. Mira opens the window. | Mira",
                "Tobin has been in Highgate Cemetery for a year. Mira changes the flowers. | Mira",
                "Tobin is working late at the bakery. Mira puts the stew back on the stove. | Mira",
                "Tobin is back in Ohio with his mother. Mira locks the shop. | Mira",
                "Tobin is in the kitchen. Mira calls him in. | Mira, Tobin",
                "Tobin is stuck at the top of the ladder. Mira holds it. | Mira, Tobin",
                "Tobin is in bed until noon. Mira brings him the paper. | Mira, Tobin"
            })
    void who_is_kept_elsewhere_is_not_drawn(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    private static String cast(String text) throws CannotComposeException {
        return Stories.of("Mira", "Tobin").says("gm", text).cast();
    }
}
