package dev.limner.image.storyboard.type;

import java.awt.geom.Rectangle2D;

/**
 * One line of text in its place, in pixels.
 *
 * @param wordSpace what each blank gets beyond its own width, in ems
 * @param tracking what follows each glyph beyond its own width, in ems
 */
public record TextLine(
        String text,
        Face face,
        double size,
        double x,
        double baseline,
        double width,
        double wordSpace,
        double tracking) {

    public Rectangle2D bounds() {
        return new Rectangle2D.Double(x, baseline - Face.ASCENT * size, width, (Face.ASCENT + Face.DESCENT) * size);
    }

    public TextLine movedBy(double down) {
        return new TextLine(text, face, size, x, baseline + down, width, wordSpace, tracking);
    }
}
