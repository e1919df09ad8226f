package dev.limner.prompt;

import static dev.limner.prompt.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What players write about rolls and figures of their game, beside the story and within it. */
class GameTalkTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "[DC 15 Dex save: 17]",
                "Roll: 17",
                "[Roll: 18]",
                "(18 perception)",
                "{roll: 18}",
                "(rolled a 17)",
                "Perception check: 18",
                "Perception (WIS): 18",
                "Initiative 14",
                "Nat 20!",
                "Attack: 1d20+5 \u2192 **18**",
                "**Attack:** 17 (hit)",
                "`1d20`: 14",
                "Tobin: 2d6 = 7",
                "Tobin: Perception check: 18",
                "Tobin rolled a 17.",
                "Tobin rolls 1d20.",
                "Lockpicking check: 18",
                "Roll for initiative: 14",
                "[Inventory: rope, torch]",
                "[Status: poisoned]",
                "HP 7/12.",
                "Takes 5 damage. HP 7/12.",
                "\u2694\uFE0F 12 dmg",
                "*Stealth: 17*",
                "1d6 damage",
                "XP +50",
                "Turn 3, round 2",
                "HP 9, AC 13",
                "| STR | DEX |\n|---|---|\n| 10 | 14 |",
                "STR | DEX\n10 | 14",
                "| Name | Weapon |\n|:---|---:|\n| Tobin | lute |",
                "Wurf: 17",
                "Probe auf Klettern: 12",
                "Wahrnehmungsprobe: 14",
                "Initiative: 14",
                "1W20+3 = 17",
                "Tirada de percepci\u00F3n: 18",
                "Jet de discr\u00E9tion : 18",
                "Rzut na percepcj\u0119: 18",
                "\u0411\u0440\u043E\u0441\u043E\u043A: 17",
                "\u5224\u5B9A\uFF1A15",
                "\u611F\u77E5\u5224\u5B9A\uFF1A15",
                "\u3010\u5224\u5B9A 15\u3011",
            })
    void rolls_and_figures_of_a_game_are_no_story(String text) throws CannotComposeException {
        Composition composition = story().names("Tobin")
                .says("sam", "Rain falls.\n" + text + "\nA gong sounds.")
                .compose();

        assertThat(composition.prompt()).isEqualTo("Rain falls. A gong sounds.");
        assertThat(composition.cast()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "She leaps. [DC 15 Dex save: 17] She lands. | She leaps. She lands.",
                "Nat 20! She leaps. | She leaps.",
                "She leaps (rolled a 17). | She leaps.",
                "She leaps, Acrobatics: 17. | She leaps.",
                "Stealth 18, she slips past. | she slips past.",
                "She leaps. *Athletics check: 17* She lands. | She leaps. She lands.",
                "Perception check: 18 She sees the door. | She sees the door.",
                "She rolls a nat 1 and trips. | She rolls and trips.",
                "She hits the orc 1d20+5 \u2192 **18** and grins. | She hits the orc and grins.",
                "She winces. HP 7/12. | She winces.",
                "She is at HP 7/12 and winces. | She is at and winces.",
            })
    void rolls_within_a_line_go_and_the_rest_is_read(String text, String prompt) throws CannotComposeException {
        assertThat(story().says("sam", text).compose().prompt()).isEqualTo(prompt);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "He rolled seventeen barrels.",
                "He rolled 17 barrels.",
                "Nat raised her hand.",
                "Nat 20 years later is rich.",
                "Check the door: 2 guards.",
                "Room 14.",
                "Level 3.",
                "On level 3 of the tower she waits.",
                "She rolls her eyes.",
                "He checks 3 doors.",
                "She counts to 17.",
                "Mira has 12 gold coins and 3 ropes.",
                "The clock strikes 12.",
                "Attack at 12:30.",
                "The attack took 3 days.",
                "She hits him 3 times, hard.",
                "Save 3 of them.",
                "The storm did damage to 12 ships.",
                "She won 2-1.",
                "K2 is steep.",
                "Lance hits 3 guards.",
                "Nat, 20, laughs.",
                "It takes 2 to dance.",
                "Route 66, 12 miles on.",
                "Der dritte Wurf trifft 3 Flaschen.",
                "She holds 2 torches, 1 rope.",
            })
    void a_story_with_numbers_stays_whole(String text) throws CannotComposeException {
        assertThat(story().says("sam", text).compose().prompt()).isEqualTo(text);
    }
}
