package dev.limner.image.storyboard;

import dev.limner.image.storyboard.type.TextLine;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A storyboard with everything in its place, in pixels; nothing is left to decide but colour.
 *
 * @param unit the length that all others are multiples of; 1 on a sheet of 1024 by 1024
 * @param slate the band on top
 * @param meter how full the prompt is: the whole length
 * @param plate the window with the drawn backdrop
 * @param hidden how many of the cast found no card
 * @param swatches the style references, in their order
 * @param chips one for each of the palette's colours
 * @param inks all words, by how they are coloured
 */
record Board(
        int width,
        int height,
        double unit,
        Rectangle2D slate,
        Rectangle2D meter,
        Rectangle2D plate,
        List<Card> cards,
        int hidden,
        List<Swatch> swatches,
        List<Rectangle2D> chips,
        List<Rectangle2D> rules,
        List<Inked> inks) {

    /** How words are coloured. */
    enum Ink {
        CHALK,
        CHALK_FADED,
        SCENE,
        CARD,
        FADED,
        ACCENT
    }

    record Inked(Ink ink, TextLine line) {}

    /**
     * @param frame its paper
     * @param picture where portraits stand side by side, or the monogram of who has none
     */
    record Card(Sheet.CastMember member, Rectangle2D frame, List<Portrait> portraits, Rectangle2D picture) {
        Card {
            portraits = List.copyOf(portraits);
        }
    }

    /** A face in its place and the bar that shows its weight. */
    record Portrait(Sheet.Likeness likeness, Rectangle2D picture, Rectangle2D bar) {}

    record Swatch(Sheet.Likeness likeness, Rectangle2D picture, Rectangle2D bar) {}

    Board {
        cards = List.copyOf(cards);
        swatches = List.copyOf(swatches);
        chips = List.copyOf(chips);
        rules = List.copyOf(rules);
        inks = List.copyOf(inks);
    }

    List<TextLine> lines(Ink ink) {
        return inks.stream().filter(i -> i.ink == ink).map(Inked::line).toList();
    }
}
