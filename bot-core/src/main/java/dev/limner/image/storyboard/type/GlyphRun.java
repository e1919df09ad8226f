package dev.limner.image.storyboard.type;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/**
 * Shaped text at a size of one unit, its baseline from the origin to the right.
 *
 * @param outline y grows downwards; not to be changed
 */
public record GlyphRun(Path2D outline, double advance) {

    /** The outline in pixels. */
    public Path2D at(double x, double baseline, double size) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, baseline);
        place.scale(size, size);
        return new Path2D.Double(outline, place);
    }
}
