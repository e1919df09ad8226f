package dev.limner.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other words for who is far, dead, gone or an image, and traps beside them. */
class FarOrGoneTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "The satphone shrilled at four. Mira dug it out of her sleeping bag. Just Tobin, three time zones west, asking what the snow was doing. | Mira",
                "Mira cradled the phone. \"It's Tobin,\" she mouthed at the cat. | Mira",
                "Tobin's been texting all morning. Mira hasn't opened a single one. | Mira",
                "Tobin wrote to say the roof was mended. Mira pinned the letter above the sink. | Mira",
                "Tobin's last message had been a photograph of soup. Mira looked at it again. | Mira",
                "On the answering machine Tobin sounds younger. Mira erases the tape. | Mira",
                "Mira plays back the log. Commander Tobin reports a leak in bay four, eleven years ago, and signs off. | Mira",
                "Through the static Tobin gives his position. Mira marks it on the chart. | Mira",
                "Tobin radios in from the ridge. Mira writes it down. | Mira",
                "mira lies on the floor. tobin dmd me like six times lol not answering | Mira",
                "Tobin is off in Vienna, selling the piano. Mira sits where it stood. | Mira",
                "Tobin got transferred to Bristol. Mira has the desk to herself now. | Mira",
                "They shot Tobin against the wall of the brewery. Mira walks the long way round. | Mira",
                "Tobin was killed at the bridge. Mira wears his belt. | Mira",
                "The pox carried Tobin off before he was ten. Mira keeps his top on the sill. | Mira",
                "Three winters ago the lake had swallowed Tobin, horse and all. Mira crosses on foot. | Mira",
                "Tobin has been dead nine years. Mira still buys two tickets. | Mira",
                "Tobin lies in the churchyard under a slate nobody has paid for. Mira pulls a weed. | Mira",
                "Mira scatters Tobin over the weir, a handful at a time. | Mira",
                "There had been a Tobin once who did the accounts. Mira does them now. | Mira",
                "Poor Tobin, God rest him, never liked the stairs either. Mira takes them one at a time. | Mira",
                "Mira wipes the chalk off Tobin's stone ear and climbs down. | Mira",
                "In the mural Tobin leads the charge. Mira eats her sandwich under the hooves. | Mira",
                "Tobin shipped out on the Monday tide. Mira salts the fish. | Mira",
                "Tobin went for a soldier in the spring. Mira scythes alone. | Mira",
                "Tobin ran off with the dentist years back. Mira shrugs and deals. | Mira",
                "It's been Tobin's chair since the war; nobody else sits there, and Mira doesn't now. | Mira",
                "Tobin's toothbrush is still in the glass. Mira uses her finger. | Mira",
                "Tobin would know what to do. Mira pokes the engine with a stick. | Mira",
                "Mira wonders where Tobin is tonight. | Mira",
                "Tobin won't be down till Christmas. Mira strips his bed. | Mira",
                "tobin cant make it, hes at his moms. mira deals for two | Mira",
                "Tobin is doing eight years in Parkhurst. Mira runs the bar. | Mira",
                "\"Rest easy, Tobin.\" Mira set the last stone on the cairn. | Mira",
                "Mira pours a finger of rum on the grave. \"There you go, Tobin.\" | Mira",
                "The radio spits. Mira leans in. Only Tobin, asking for the score from the other side of the glacier. | Mira",
                "Mira's pager went off during the soup. Tobin, from the ward again. | Mira",
                "Tobin's been buried since Tuesday and Mira still lays out his shirts. | Mira",
                "Tobin was shot at Verdun. Mira keeps the telegram in the tea tin. | Mira",
                "Tobin moved to Lyon last autumn. Mira has painted his room. | Mira",
                "Tobin rode off in June. Mira counts the cows. | Mira",
                "Tobin's gloves lie where he dropped them the night he left. Mira steps over. | Mira",
                "Tobin's letter said he was coming home by sea. Mira watches the gulls. | Mira",
                "Tobin says in his letter that the food is bad. Mira smiles and folds it. | Mira",
                "\"Dear all,\" writes Tobin, and Mira reads it out to the empty kitchen. | Mira",
                "tobin rang btw he wants his ladder back. mira shrugs | Mira",
                "Tobin drowned off the point in the spring gales. Mira mends his nets. | Mira",
                "Mira's elbow rests on the granite foot of General Tobin. | Mira",
                "Tobin went to sea at fifteen and never wrote. Mira sweeps his old room. | Mira",
                "Tobin's at a wedding in Leeds until Monday. Mira mans the till. | Mira",
                "Tobin hasn't rung. Mira checks the phone again. | Mira",
                "No word from Tobin. Mira trims the lamp. | Mira",
                "It had been Tobin who planted the pear. Mira picks the last one. | Mira",
                "Mira shoulders the door. Tobin's lantern is still on the hook, Tobin's boots still by the stove. | Mira"
            })
    void who_is_told_to_be_elsewhere_in_other_words_is_not_drawn(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Tobin's boots still on, he flops onto the bed. Mira laughs. | Mira, Tobin",
                "The phone buzzes. Tobin, still asleep, rolls over and knocks it off Mira's nightstand. | Mira, Tobin",
                "Mira reads the letter aloud. It was Tobin who laughed first. | Mira, Tobin",
                "It was Tobin, and he had brought the wrong key. Mira sighed on the doorstep. | Mira, Tobin",
                "The bell rings. It's Tobin, soaked, with the goat. Mira fetches a towel. | Mira, Tobin",
                "Tobin writes his name in the snow with a stick. Mira pretends not to see. | Mira, Tobin",
                "Mira opens the letter. Tobin writes nothing down; he only listens. | Mira, Tobin",
                "Tobin left for the bar an hour ago and here he is again, grinning at Mira. | Mira, Tobin",
                "Tobin sailed through the exam and Mira hugs him. | Mira, Tobin",
                "Tobin drowned his chips in vinegar. Mira stole one. | Mira, Tobin",
                "Last winter Tobin had sworn never to ski again; now he is strapping on the boots while Mira films. | Mira, Tobin",
                "Tobin died on stage, again, and Mira applauded. | Mira, Tobin",
                "Tobin fell overboard and Mira threw the ring. | Mira, Tobin",
                "Tobin fell through the ice. Mira crawled out flat with the pole. | Mira, Tobin",
                "Tobin took the train set out of the box and Mira found the batteries. | Mira, Tobin",
                "In the picture gallery Tobin yawns. Mira pokes him. | Mira, Tobin",
                "On film nights Tobin makes the popcorn and Mira the cocktails. | Mira, Tobin",
                "Mira puts her hand on Tobin's stone and moves it two squares; Tobin groans at the board. | Mira, Tobin",
                "Tobin emerges from under the car. Mira hands him the rag. | Mira, Tobin",
                "Tobin, who has been in prison for a year, eats as if somebody might take it. Mira fills his plate. | Mira, Tobin",
                "\"Tobin, come here,\" says Mira to the boy at the grave. | Mira, Tobin",
                "Tobin was stuck in the doorway with the sofa. Mira pushed. | Mira, Tobin",
                "Tobin is back with the water. Mira drinks. | Mira, Tobin",
                "Tobin is off in the corner with his headphones. Mira throws a cushion. | Mira, Tobin",
                "Tobin hung his coat on the hook, where he always left it. Mira put the kettle on. | Mira, Tobin",
                "Tobin's boots were by the door, so Mira knew. \"You're early,\" she called, and Tobin came out of the kitchen. | Mira, Tobin",
                "Tobin's chair lies on its side. Tobin himself is on the table, dancing; Mira films. | Mira, Tobin",
                "He would have fallen, Tobin, but Mira had him by the sleeve. | Mira, Tobin",
                "He used to be a dancer, Tobin; Mira can see it in how he carries the tray. | Mira, Tobin",
                "Tobin never made it to the chair. Mira caught him halfway. | Mira, Tobin",
                "Tobin is with the horses. Mira brings him the lantern. | Mira, Tobin",
                "Tobin sends Mira a look across the table. | Mira, Tobin",
                "Tobin calls from the kitchen for more salt. Mira slides it down the counter. | Mira, Tobin",
                "Tobin texts Mira from across the table, grinning. | Mira, Tobin",
                "The winter had taken two of Tobin's toes, and Mira rubbed the rest. | Mira, Tobin",
                "We lost Tobin at the fair for an hour; now he is eating candyfloss on Mira's shoulders. | Mira, Tobin",
                "The phone rang in the hall. Nobody moved. Then a knock. It was Tobin, holding two fish. Mira took one. | Mira, Tobin",
                "The phone rings and Mira answers. Tobin, asleep, does not stir. | Mira, Tobin",
                "Mira wonders what Tobin is thinking over there on the sofa. | Mira, Tobin",
                "Mira wonders if Tobin has noticed the blood on his own sleeve. | Mira, Tobin",
                "Tobin didn't make it out of the way in time. Mira hauled him to the ditch. | Mira, Tobin",
                "Tobin calls from the road that the cart is stuck. Mira drops the rake. | Mira, Tobin",
                "Tobin is back with her father's sword and lays it before Mira. | Mira, Tobin",
                "Tobin can make it fly; Mira holds her breath. | Mira, Tobin",
                "Mira rubs the stone. Tobin's stone goes next to it, and he grins at her. | Mira, Tobin",
                "Tobin got the letter open first. Mira reads over his arm. | Mira, Tobin",
                "Tobin took the boat out of the shed and Mira caulked it. | Mira, Tobin",
                "Tobin caught the bus driver's eye. Mira ran. | Mira, Tobin",
                "Tobin used to hate this song. Now he turns it up and pulls Mira from her chair. | Mira, Tobin",
                "Tobin was hanged upside down from the bar, laughing, and Mira tickled him. | Mira, Tobin",
                "Tobin's hat lies on the table; he picks it up and bows to Mira. | Mira, Tobin",
                "They had left early, Mira and Tobin, and now they stood on the ridge. | Mira, Tobin",
                "Tobin has been in the bath since noon. Mira bangs on the door. | Mira, Tobin",
                "Mira found Tobin in the churchyard, feeding crows. | Mira, Tobin",
                "Tobin has not spoken since they left the fort. Mira offers him water. | Mira, Tobin",
                "Tobin lost a boot in the river in the autumn floods and Mira still teases him, poking his bare toe. | Mira, Tobin",
                "Tobin is working late at the forge and Mira brings him soup. | Mira, Tobin",
                "On the wall above them hangs a map. Tobin taps it. Mira nods. | Mira, Tobin",
                "\"Is it far?\" Mira asks the old photograph of the pass; Tobin, beside her, shrugs. | Mira, Tobin",
                "Tobin's scarf hangs loose. Mira tucks it in. | Mira, Tobin",
                "Tobin's chair is still wet, so Tobin perches on the rail and Mira sits. | Mira, Tobin",
                "Tobin sets down the letter he has been reading. Mira waits. | Mira, Tobin"
            })
    void who_is_near_such_words_is_drawn(String text, String cast) throws Exception {
        assertThat(cast(text)).isEqualTo(cast);
    }

    private static String cast(String text) throws CannotComposeException {
        return Stories.of("Mira", "Tobin").says("gm", text).cast();
    }
}
