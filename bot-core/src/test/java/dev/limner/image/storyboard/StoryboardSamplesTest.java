package dev.limner.image.storyboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes sheets to look at into {@code target/storyboard-samples}. */
class StoryboardSamplesTest {
    private static final Path FOLDER = Path.of("target", "storyboard-samples");

    private static final String SCENE =
            "Rain beads on the skylight of the sunken archive. Mira holds the lantern low and counts the drawers under her "
                    + "breath; every ninth one is warm to the touch. “Somebody has read these tonight,” she says. Tobin sets "
                    + "down his hammer, looks at the wet footprints that lead in and do not lead out, and draws the door shut "
                    + "behind them.";
    private static final String MIRA =
            "Mira, a lean elf of forty with cropped silver hair, a scar through the left brow, grey-green eyes, dark teal coat";
    private static final String TOBIN = "Tobin, a broad young smith with soot on his forearms and a red scarf";
    private static final String STYLE = "ink wash illustration, loose brushwork, muted palette, paper grain";

    private static final byte[] TEAL = Requests.picture(0x9DB4AB, 0x1F3A44);
    private static final byte[] RED = Requests.picture(0xE9C9A1, 0x6B2B1F);
    private static final byte[] INK = Requests.picture(0xE4E0D4, 0x39424A);
    private static final byte[] NIGHT = Requests.picture(0x39507A, 0x07060F);

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void a_sheet_has_the_asked_size(String name, GenerationRequest request) throws Exception {
        Generated drawn = (Generated) new StoryboardBackend().generate(request, fraction -> {});

        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve(name + ".png"), drawn.picture().bytes());
        assertThat(drawn.picture().width()).isEqualTo(request.composition().width());
        assertThat(drawn.picture().height()).isEqualTo(request.composition().height());
    }

    static Stream<Arguments> a_sheet_has_the_asked_size() {
        return Stream.of(
                Arguments.of("square", story(1024, 1024).build()),
                Arguments.of(
                        "square-night",
                        story(1024, 1024)
                                .seed(11)
                                .styleImage("night", 0.35, NIGHT)
                                .build()),
                Arguments.of("small", story(512, 512).seed(3).build()),
                Arguments.of("upright", trio(832, 1216).seed(21).build()),
                Arguments.of(
                        "wide",
                        story(1216, 832).seed(5).styleImage("inkwash", 0.3, INK).build()),
                Arguments.of("large", trio(1536, 1024).seed(8).build()),
                Arguments.of(
                        "long",
                        trio(1024, 1024).seed(13).scene((SCENE + " ").repeat(4)).build()),
                Arguments.of(
                        "endless",
                        trio(1024, 1024)
                                .seed(14)
                                .scene((SCENE + " ").repeat(40))
                                .build()),
                Arguments.of(
                        "word",
                        Requests.of(1024, 1024).seed(17).scene("Silence.").build()),
                Arguments.of("crowd", crowd(1024, 1024, 11).seed(23).build()),
                Arguments.of("crowd-wide", crowd(1216, 832, 8).seed(29).build()),
                Arguments.of(
                        "background",
                        Requests.of(1216, 832)
                                .seed(31)
                                .style(STYLE)
                                .scene("An abandoned observatory above the clouds, its dome split by ivy.")
                                .build()),
                Arguments.of("scripts", scripts().seed(37).build()),
                Arguments.of("crowd-small", crowd(512, 512, 8).seed(41).build()),
                Arguments.of(
                        "solo",
                        Requests.of(832, 1216)
                                .seed(43)
                                .style(STYLE)
                                .character("Mira", MIRA)
                                .scene(SCENE)
                                .face("mira", 0.3, "Mira", TEAL)
                                .face("mira-side", 0.15, "Mira", RED)
                                .styleImage("inkwash", 0.3, INK)
                                .build()),
                Arguments.of("tiny", story(256, 256).build()));
    }

    private static Requests story(int width, int height) {
        return Requests.of(width, height)
                .style(STYLE)
                .character("Mira", MIRA)
                .character("Tobin", TOBIN)
                .scene(SCENE)
                .face("mira", 0.3, "Mira", TEAL);
    }

    private static Requests trio(int width, int height) {
        return story(width, height)
                .character("Sister Oda", "Sister Oda, a nun in grey with a brass ear trumpet")
                .face("oda", 0.15, "Sister Oda", RED)
                .face("tobin", 0.4, "Tobin", RED);
    }

    private static Requests crowd(int width, int height, int count) {
        Requests requests = Requests.of(width, height).style(STYLE).scene(SCENE);
        for (int i = 0; i < count; i++) {
            requests.character("Player " + (char) ('A' + i), "someone of the crowd, number " + i);
            if (i % 2 == 0) {
                requests.face("p" + i, 0.1 * (i % 5 + 1), "Player " + (char) ('A' + i), i % 4 == 0 ? TEAL : RED);
            }
        }
        return requests;
    }

    private static Requests scripts() {
        return Requests.of(1024, 1024)
                .character("Жанна", "Жанна, высокая женщина в синем")
                .character("美咲", "銀髪の魔女")
                .character("ليلى", "امرأة شابة")
                .scene(
                        "Жанна открыла дверь. 雨が静かに降り続いている。美咲は灯りを掲げた。\nقالت ليلى: لا تخافي.\nA dragon 🐉 and a family 👨‍👩‍👧 appear, naïve façade œuvre.");
    }
}
