package dev.limner.image.storyboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationRequest;
import dev.limner.prompt.ModelFamily;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoryboardBackendTest {
    private static final byte[] FACE = Requests.picture(0x9DB4AB, 0x1F3A44);

    private final StoryboardBackend backend = new StoryboardBackend();

    @ParameterizedTest
    @CsvSource({"1024,1024", "512,768", "832,1216", "1216,832"})
    void the_picture_is_a_png_of_the_asked_size(int width, int height) throws Exception {
        Generated drawn = generate(request(width, height));

        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(drawn.picture().bytes()));
        assertThat(image.getWidth()).isEqualTo(width).isEqualTo(drawn.picture().width());
        assertThat(image.getHeight())
                .isEqualTo(height)
                .isEqualTo(drawn.picture().height());
        assertThat(drawn.picture().mediaType()).isEqualTo("image/png");
        assertThat(drawn.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,9000,256,2048", "-5,0,256,256"})
    void a_size_beyond_reason_is_brought_within(int width, int height, int drawnWidth, int drawnHeight)
            throws Exception {
        Generated drawn = generate(request(width, height));

        assertThat(drawn.picture().width()).isEqualTo(drawnWidth);
        assertThat(drawn.picture().height()).isEqualTo(drawnHeight);
        assertThat(drawn.notes())
                .singleElement()
                .asString()
                .contains(drawnWidth + " × " + drawnHeight + " in place of " + width + " × " + height);
    }

    @Test
    void the_same_request_gives_the_same_bytes_and_another_seed_another_picture() throws Exception {
        byte[] first = generate(request(640, 640)).picture().bytes();
        byte[] again = new StoryboardBackend().generate(request(640, 640), f -> {}) instanceof Generated g
                ? g.picture().bytes()
                : new byte[0];
        byte[] rerolled = generate(requests(640, 640).seed(8).build()).picture().bytes();

        assertThat(again).isEqualTo(first);
        assertThat(rerolled).isNotEqualTo(first);
    }

    @Test
    void the_face_is_in_the_picture() throws Exception {
        byte[] magenta = Requests.picture(0xFF00FF, 0xFF00FF);
        Generated drawn = generate(Requests.of(1024, 1024)
                .scene("A door.")
                .character("Mira", "an elf")
                .face("mira", 0.3, "Mira", magenta)
                .build());

        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(drawn.picture().bytes()));
        int[] pixels = image.getRGB(0, 0, 1024, 1024, null, 0, 1024);
        assertThat(Arrays.stream(pixels).filter(p -> (p & 0xFFFFFF) == 0xFF00FF).count())
                .isGreaterThan(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not an image", "\u0089PNG\r\n\u001a\n broken", "<svg/>", "GIF89a"})
    void a_reference_that_cannot_be_read_is_noted_and_the_sheet_drawn(String content) throws Exception {
        Generated drawn = generate(Requests.of(512, 512)
                .scene("A door.")
                .character("Mira", "an elf")
                .face("mira", 0.3, "Mira", content.getBytes(StandardCharsets.ISO_8859_1))
                .styleImage("ink", 0.2, content.getBytes(StandardCharsets.ISO_8859_1))
                .build());

        assertThat(drawn.notes()).hasSize(2);
        assertThat(drawn.notes().get(0)).startsWith("be-face:mira is not shown").contains("Upload it again");
        assertThat(drawn.notes().get(1)).startsWith("be-style:ink is not shown");
    }

    @Test
    void a_reference_that_claims_a_huge_size_is_noted_before_it_takes_memory() throws Exception {
        byte[] huge = FACE.clone();
        // width and height in the PNG header, and the checksum that makes it valid
        Arrays.fill(huge, 17, 20, (byte) 0xFF);
        Arrays.fill(huge, 21, 24, (byte) 0xFF);
        CRC32 crc = new CRC32();
        crc.update(huge, 12, 17);
        for (int i = 0; i < 4; i++) {
            huge[29 + i] = (byte) (crc.getValue() >> 24 - 8 * i);
        }

        Generated drawn = generate(Requests.of(512, 512)
                .scene("A door.")
                .character("Mira", "an elf")
                .face("mira", 0.3, "Mira", huge)
                .build());

        assertThat(drawn.notes()).singleElement().asString().contains("be-face:mira");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "雨が静かに降り続いている。",
                "他推开了门。",
                "Жанна открыла дверь.",
                "قالت ليلى: لا تخافي.",
                "🐉👨‍👩‍👧",
                "\uD83D alone",
                "\u0000\u0007",
                " ",
                "a\u0301\u0328\u0335",
                "\u202E reversed",
                "שלום world 123"
            })
    void any_script_is_drawn(String text) throws Exception {
        Generated drawn = generate(Requests.of(512, 512)
                .scene(text)
                .style(text)
                .character(text, text)
                .build());

        assertThat(drawn.picture().bytes()).isNotEmpty();
    }

    @Test
    void progress_rises_to_the_end() throws Exception {
        List<Double> fractions = new ArrayList<>();

        backend.generate(request(512, 512), fractions::add);

        assertThat(fractions).isSorted().hasSizeGreaterThan(2).endsWith(1.0);
    }

    @Test
    void an_interrupted_thread_draws_no_further() {
        List<Double> fractions = new ArrayList<>();

        assertThatThrownBy(() -> backend.generate(request(512, 512), fraction -> {
                    fractions.add(fraction);
                    Thread.currentThread().interrupt();
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(fractions).hasSize(1);
    }

    @Test
    void it_stands_for_the_family_that_it_was_given() {
        StoryboardBackend sdxl = new StoryboardBackend(ModelFamily.SDXL);

        assertThat(sdxl.profile().family()).isEqualTo(ModelFamily.SDXL);
        assertThat(sdxl.profile().model()).isEqualTo("storyboard");
        assertThat(sdxl.diagnose().works()).isTrue();
        assertThat(sdxl.diagnose().findings()).contains("family: sdxl");
    }

    private Generated generate(GenerationRequest request) throws Exception {
        return (Generated) backend.generate(request, fraction -> {});
    }

    private static Requests requests(int width, int height) {
        return Requests.of(width, height)
                .style("ink wash")
                .character("Mira", "Mira, a lean elf")
                .face("mira", 0.3, "Mira", FACE)
                .scene("Rain beads on the skylight.");
    }

    private static GenerationRequest request(int width, int height) {
        return requests(width, height).build();
    }
}
