package dev.limner.image.storyboard;

import dev.limner.image.storyboard.Board.Ink;
import dev.limner.image.storyboard.Board.Swatch;
import dev.limner.image.storyboard.Sheet.Likeness;
import dev.limner.image.storyboard.type.Face;
import dev.limner.image.storyboard.type.Words;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The foot of the sheet: style references with their weights, the style's words, and the palette. */
final class FooterLayout {
    private static final int CHIPS = 5;
    private static final double CHIP = 17;
    private static final double TALL = 84;
    private static final double LOW = 46;
    private static final double PICTURE = 50;

    private final Draft draft;

    FooterLayout(Draft draft) {
        this.draft = draft;
    }

    double height() {
        boolean empty = draft.sheet.styles().isEmpty() && draft.sheet.style().isEmpty();
        return draft.units(empty ? LOW : TALL);
    }

    record Placed(List<Swatch> swatches, List<Rectangle2D> chips) {}

    Placed place(double left, double right) {
        double top = draft.sheet.height() - height();
        double middle = top + (height() - draft.units(6)) / 2;
        draft.rules.add(new Rectangle2D.Double(left, top, right - left, draft.units(1)));
        List<Rectangle2D> chips = chips(right, middle);
        double x = left;
        double wordsEnd = chips.get(0).getX() - draft.units(20);
        List<Swatch> swatches = new ArrayList<>();
        for (Likeness style : draft.sheet.styles()) {
            if (x + draft.units(PICTURE + 130) <= wordsEnd) {
                swatches.add(swatch(style, x, middle));
                x += draft.units(PICTURE + 150);
            }
        }
        words(x, middle, wordsEnd - x);
        return new Placed(swatches, chips);
    }

    private List<Rectangle2D> chips(double right, double middle) {
        double side = draft.units(CHIP);
        double step = draft.units(CHIP + 5);
        List<Rectangle2D> chips = new ArrayList<>();
        for (int i = 0; i < CHIPS; i++) {
            chips.add(new Rectangle2D.Double(right - side - (CHIPS - 1 - i) * step, middle - side / 2, side, side));
        }
        return chips;
    }

    private Swatch swatch(Likeness style, double x, double middle) {
        double side = draft.units(PICTURE);
        Rectangle2D picture = new Rectangle2D.Double(x, middle - side / 2, side, side);
        double textX = x + side + draft.units(12);
        double room = draft.units(122);
        double size = draft.units(13);
        draft.ink(
                Ink.FADED,
                draft.type.line(
                        "be-style:" + style.reference().name(),
                        Face.LABEL,
                        size,
                        textX,
                        middle - draft.units(6),
                        room));
        double base = middle + draft.units(14);
        double weight = draft.type.width(style.weight(), Face.STRONG, size, 0);
        draft.ink(Ink.CARD, draft.type.line(style.weight(), Face.STRONG, size, textX, base, weight + 1));
        double barX = textX + weight + draft.units(8);
        Rectangle2D bar = new Rectangle2D.Double(
                barX, base - draft.units(6.5), textX + draft.units(104) - barX, draft.units(4.5));
        return new Swatch(style, picture, bar);
    }

    private void words(double x, double middle, double room) {
        if (draft.sheet.style().isEmpty() || room < draft.units(60)) {
            return;
        }
        double size = draft.units(16.5);
        Words words = Words.of(draft.sheet.style(), Face.ITALIC, draft.type.fonts());
        double height = size * 3.55;
        var set = draft.type.clipped(words, new Rectangle2D.Double(x, middle - height / 2, room, height), size, 1.2);
        double shift = (middle - height / 2 + height - set.bottom()) / 2;
        set.lines().forEach(line -> draft.ink(Ink.FADED, line.movedBy(shift)));
    }
}
