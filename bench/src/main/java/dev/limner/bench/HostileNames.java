package dev.limner.bench;

import dev.limner.prompt.Ask;
import dev.limner.prompt.CannotComposeException;
import dev.limner.prompt.CharacterSheet;
import dev.limner.prompt.Composer;
import dev.limner.prompt.CompositionInput;
import dev.limner.prompt.Mode;
import dev.limner.prompt.ModelFamily;
import dev.limner.prompt.ScenePost;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Names that were made to be slow to find, in texts that were made for them: time for texts of one length, twice it, and
 * four times it, which should grow no faster than the text. Each post is new, so nothing of it is kept from before.
 */
public final class HostileNames {
    private static final int CHARACTERS = 40;
    private static final int ALIASES = 12;
    private static final int LENGTH = 4_000;
    private static final int ROUNDS = 60;

    private HostileNames() {}

    /** Aliases, as many as a channel may have, and what is repeated in the text. */
    private enum Kind {
        ORDINARY("Mira lifts the lantern. ") {
            @Override
            String alias(int number) {
                return "Name" + (char) ('a' + number % 26) + number;
            }
        },
        NEARLY_THE_WHOLE_NAME("a a a a a a a a ") {
            @Override
            String alias(int number) {
                return "a ".repeat(30) + "b" + number;
            }
        },
        READ_IN_MANY_WAYS("annas ") {
            @Override
            String alias(int number) {
                String ways = Integer.toBinaryString(512 + number);
                return ways.replace("0", "anna ").replace("1", "annas ") + "q" + number;
            }
        },
        ONE_LETTER("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa") {
            @Override
            String alias(int number) {
                return "a".repeat(30 + number % 30);
            }
        },
        WITHOUT_BLANKS("\u5973\u738B\u5973\u738B\u5973\u738B\u5973\u738B") {
            @Override
            String alias(int number) {
                return "\u5973\u738B".repeat(10 + number % 20) + (char) ('\u4E00' + number);
            }
        },
        PATTERNS("(a+)+ .*.* [a-z]* ") {
            @Override
            String alias(int number) {
                return "(a+)+$ .*.* [a-z]* \\Q" + number;
            }
        },
        ROWS_OF_SIGNS("****<<<<{{{{~~~~####----    ____]]]]") {
            @Override
            String alias(int number) {
                return "Name " + number;
            }
        },
        COMMON_WORDS("will hope, rose will mark. Will will rose ") {
            @Override
            String alias(int number) {
                return List.of("Will", "Hope", "Rose", "Mark", "Grace", "Dawn").get(number % 6)
                        + (number < 6 ? "" : " " + number);
            }
        };

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        abstract String alias(int number);
    }

    public static void main(String[] args) throws CannotComposeException {
        for (Kind kind : Kind.values()) {
            System.out.printf("%-22s", kind.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            double before = 0;
            for (int times = 1; times <= 4; times *= 2) {
                double median = median(kind, LENGTH * times);
                System.out.printf(
                        "  %,7d characters: %7.2f ms%s",
                        LENGTH * times, median, before == 0 ? "" : String.format(" (x %.2f)", median / before));
                before = median;
            }
            System.out.println();
        }
    }

    private static double median(Kind kind, int length) throws CannotComposeException {
        List<CharacterSheet> sheets = IntStream.range(0, CHARACTERS)
                .mapToObj(c -> new CharacterSheet(
                        "Person" + c,
                        IntStream.range(0, ALIASES)
                                .mapToObj(a -> kind.alias(c * ALIASES + a))
                                .toList(),
                        "a figure",
                        "",
                        List.of(),
                        "",
                        null,
                        null))
                .toList();
        Composer composer = new Composer();
        double[] took = new double[ROUNDS];
        for (int i = -ROUNDS; i < ROUNDS; i++) {
            String text =
                    (i + " Rain falls. " + kind.text.repeat(length / kind.text.length() + 1)).substring(0, length);
            ScenePost post = new ScenePost(ScenePost.Kind.PERSON, "sam", "sam", null, text, Map.of());
            long begun = System.nanoTime();
            composer.compose(new CompositionInput(
                    ModelFamily.FLUX1_SCHNELL,
                    null,
                    List.of(),
                    sheets,
                    List.of(post),
                    new Ask(Mode.SCENE, null, null, null, null, null, null),
                    7));
            if (i >= 0) {
                took[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(took);
        return took[ROUNDS / 2];
    }
}
