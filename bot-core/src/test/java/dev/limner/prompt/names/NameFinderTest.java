package dev.limner.prompt.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.prompt.CharacterSheet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever makes up aliases to slow the bot down gains nothing by it. */
class NameFinderTest {
    /** What a name may cost at one word of the text, whatever names there are. */
    private static final int MOST_STEPS_PER_WORD = 1_000;

    enum Trap {
        /** Names of which each goes on in two ways at every word, and none ends in the text. */
        BRANCHING("annas ") {
            @Override
            String name(int number) {
                String ways = Integer.toBinaryString(256 + number)
                        .replace("0", "Anna ")
                        .replace("1", "Annas ");
                return ways + "Anna ".repeat(15) + "Q" + number;
            }
        },
        /** Names of one word again and again, of every length. */
        REPEATING("ann ") {
            @Override
            String name(int number) {
                return "Ann ".repeat(1 + number % 29) + "Q" + number;
            }
        },
        /** Names that begin alike for as long as possible, in a text of nothing but their beginning. */
        NESTED("a") {
            @Override
            String name(int number) {
                return "a".repeat(1 + number);
            }
        },
        /** Names with signs that patterns are made of. */
        PATTERNS("aaaa aaaa ") {
            @Override
            String name(int number) {
                return "(a+)+$ (a|aa)*? " + number;
            }
        };

        final String text;

        Trap(String text) {
            this.text = text;
        }

        abstract String name(int number);
    }

    @ParameterizedTest
    @EnumSource
    void aliases_made_to_be_slow_cost_no_more_than_so_many_steps_a_word(Trap trap) {
        NameFinder finder = finder(trap);
        finder.read(trap.text.repeat(1_000));
        long once = finder.steps();
        finder.read(trap.text.repeat(2_000));
        long twice = finder.steps() - once;

        assertThat(once).isLessThanOrEqualTo(1_000L * MOST_STEPS_PER_WORD);
        assertThat(twice).isLessThanOrEqualTo(2 * once + once / 10);
    }

    private static NameFinder finder(Trap trap) {
        List<String> aliases = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            aliases.add(trap.name(i));
        }
        CharacterSheet sheet = new CharacterSheet("Mira", aliases, "", "", List.of(), "", null, null);
        return new NameFinder(Lexicon.of(List.of(sheet)), () -> false, named -> {});
    }
}
