package dev.limner.image.storyboard;

import dev.limner.image.storyboard.Board.Ink;
import dev.limner.image.storyboard.Board.Inked;
import dev.limner.image.storyboard.type.TextLine;
import dev.limner.image.storyboard.type.Typesetter;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** A board in the making: the parts of the layout add to it. */
final class Draft {
    final Sheet sheet;
    final Typesetter type;
    final double unit;
    final List<Inked> inks = new ArrayList<>();
    final List<Rectangle2D> rules = new ArrayList<>();

    Draft(Sheet sheet, Typesetter type) {
        this.sheet = sheet;
        this.type = type;
        this.unit = unit(sheet.width(), sheet.height());
    }

    /** Small sheets get smaller type, but not in proportion: it has to stay readable. */
    private static double unit(int width, int height) {
        double scale = Math.sqrt((double) width * height) / 1024;
        double readable = scale < 1 ? 0.35 + 0.65 * scale : scale;
        return Math.min(readable, Math.min(width, height) / 480.0);
    }

    double units(double count) {
        return count * unit;
    }

    double margin() {
        return units(44);
    }

    void ink(Ink ink, TextLine line) {
        if (!line.text().isEmpty()) {
            inks.add(new Inked(ink, line));
        }
    }
}
