package dev.limner.image.storyboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.image.storyboard.Board.Ink;
import dev.limner.image.storyboard.Board.Inked;
import dev.limner.image.storyboard.type.FontBook;
import dev.limner.image.storyboard.type.TextLine;
import dev.limner.image.storyboard.type.Typesetter;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardLayoutTest {
    private static final Typesetter TYPE = new Typesetter(new FontBook());
    private static final byte[] FACE = Requests.picture(0x9DB4AB, 0x1F3A44);
    private static final String SENTENCE =
            "Rain beads on the skylight of the sunken archive, and nobody counts the drawers. ";

    @Property(tries = 150)
    void words_stay_inside_the_frame_and_off_cards_and_plate(
            @ForAll @IntRange(min = 256, max = 2048) int width,
            @ForAll @IntRange(min = 256, max = 2048) int height,
            @ForAll @IntRange(max = 12) int cast,
            @ForAll @IntRange(max = 30) int sentences,
            @ForAll boolean styled) {
        Board board = lay(request(width, height, cast, sentences, styled));

        Rectangle2D frame = new Rectangle2D.Double(0, 0, width, height);
        for (Inked inked : board.inks()) {
            assertThat(frame.contains(inked.line().bounds())).as("%s", inked).isTrue();
        }
        for (TextLine line : board.lines(Ink.SCENE)) {
            assertThat(line.bounds().intersects(board.plate())).as("%s", line).isFalse();
            board.cards()
                    .forEach(card -> assertThat(line.bounds().intersects(card.frame()))
                            .as("%s on %s", line, card)
                            .isFalse());
        }
    }

    @Property(tries = 100)
    void nothing_overlaps_among_cards_and_lines(
            @ForAll @IntRange(min = 256, max = 2048) int width,
            @ForAll @IntRange(min = 256, max = 2048) int height,
            @ForAll @IntRange(max = 12) int cast) {
        Board board = lay(request(width, height, cast, 6, true));

        List<Rectangle2D> cards = board.cards().stream().map(Board.Card::frame).toList();
        assertApart(cards);
        Rectangle2D frame = new Rectangle2D.Double(0, 0, width, height);
        assertThat(cards).allMatch(frame::contains);
        board.cards()
                .forEach(card -> card.portraits().forEach(portrait -> {
                    assertThat(card.frame().contains(portrait.picture())).isTrue();
                    assertThat(card.frame().contains(portrait.bar())).isTrue();
                }));
        // leading is smaller than the room kept for accents and descenders together
        assertApart(board.inks().stream().map(i -> core(i.line())).toList());
    }

    @ParameterizedTest
    @CsvSource({"1024,1024", "512,512", "832,1216", "1216,832", "1536,1024", "1328,1328"})
    void each_of_eight_has_a_card_with_name_and_weight(int width, int height) {
        Board board = lay(request(width, height, 8, 3, true));

        assertThat(board.hidden()).isZero();
        assertThat(board.cards()).extracting(card -> card.member().name()).containsExactlyElementsOf(names(8));
        List<String> words = texts(board.lines(Ink.CARD));
        assertThat(words)
                .containsAll(names(8))
                .contains("0.10", "0.20", "0.30", "0.40", "0.50", "0.60", "0.70", "0.80");
        assertThat(board.swatches()).hasSize(1);
        assertThat(words).contains("0.35");
    }

    @Test
    void whoever_finds_no_card_is_counted() {
        Board board = lay(request(1024, 1024, 19, 1, false));

        assertThat(board.cards()).hasSize(16);
        assertThat(texts(board.lines(Ink.FADED))).contains("and 3 more in the cast");
    }

    @ParameterizedTest
    @CsvSource({"1024,1024", "512,512", "832,1216", "1216,832", "256,256", "256,2048"})
    void the_slate_says_what_was_asked_for(int width, int height) {
        Board board = lay(request(width, height, 2, 2, true));

        assertThat(texts(board.lines(Ink.CHALK)))
                .containsExactly("STORYBOARD", "7", width + " × " + height, "flux1-schnell", "~142 of 256");
    }

    @Test
    void a_short_scene_is_set_whole_and_a_long_one_says_how_much_is_missing() {
        Board brief = lay(request(1024, 1024, 2, 2, false));
        Board endless = lay(request(1024, 1024, 2, 400, false));

        assertThat(String.join(" ", texts(brief.lines(Ink.SCENE))))
                .isEqualTo(SENTENCE.repeat(2).strip());
        List<String> lines = texts(endless.lines(Ink.SCENE));
        String last = lines.get(lines.size() - 1);
        int shown = String.join(" ", lines.subList(0, lines.size() - 1)).split(" ").length;
        assertThat(last).isEqualTo(Typesetter.more(400 * SENTENCE.split(" ").length - shown, "word"));
    }

    @Test
    void a_few_words_are_set_larger_than_many() {
        double few = lay(request(1024, 1024, 0, 0, false).scene("Silence."))
                .lines(Ink.SCENE)
                .get(0)
                .size();
        double many =
                lay(request(1024, 1024, 0, 12, false)).lines(Ink.SCENE).get(0).size();

        assertThat(few).isGreaterThan(1.5 * many);
    }

    @Test
    void style_words_are_a_caption_and_not_part_of_the_scene() {
        Board board = lay(request(1024, 1024, 1, 1, true));

        assertThat(String.join(" ", texts(board.lines(Ink.FADED)))).contains("ink wash, muted palette");
        assertThat(String.join(" ", texts(board.lines(Ink.SCENE)))).doesNotContain("ink wash");
    }

    private static Requests request(int width, int height, int cast, int sentences, boolean styled) {
        Requests request = Requests.of(width, height);
        if (styled) {
            request.style("ink wash, muted palette").styleImage("inkwash", 0.35, FACE);
        }
        for (int i = 0; i < cast; i++) {
            request.character("Player " + i, "a traveller with a long grey coat, number " + i);
            request.face("p" + i, Math.min(1, 0.1 * (i + 1)), "Player " + i, FACE);
            for (int more = 0; more < i % 4; more++) {
                request.face("p" + i + "-" + more, 0.05, "Player " + i, FACE);
            }
        }
        return sentences == 0 ? request : request.scene(SENTENCE.repeat(sentences));
    }

    private static Board lay(Requests requests) {
        return BoardLayout.of(Sheet.of(requests.build(), "flux1-schnell", text -> text), TYPE);
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "Player " + i).toList();
    }

    private static List<String> texts(List<TextLine> lines) {
        return lines.stream().map(TextLine::text).collect(Collectors.toList());
    }

    /** From the height of small letters to the baseline. */
    private static Rectangle2D core(TextLine line) {
        return new Rectangle2D.Double(line.x(), line.baseline() - 0.5 * line.size(), line.width(), 0.5 * line.size());
    }

    private static void assertApart(List<Rectangle2D> boxes) {
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                assertThat(boxes.get(i).intersects(boxes.get(j)))
                        .as("%s and %s", boxes.get(i), boxes.get(j))
                        .isFalse();
            }
        }
    }
}
