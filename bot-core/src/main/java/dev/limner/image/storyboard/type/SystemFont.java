package dev.limner.image.storyboard.type;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The machine's own fonts, for scripts that the bundled ones lack. A JDK without any font, or without the native font
 * libraries, throws errors of several kinds from the first use of {@link Font} on; there, this has no glyphs.
 */
final class SystemFont {
    private static final int SIZE = 256;
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private volatile boolean broken;
    private volatile @Nullable Font font;

    /** As on a machine without fonts. */
    static SystemFont none() {
        SystemFont none = new SystemFont();
        none.broken = true;
        return none;
    }

    boolean has(int codePoint) {
        if (broken) {
            return false;
        }
        try {
            return font().canDisplay(codePoint);
        } catch (RuntimeException | LinkageError | InternalError e) {
            broken = true;
            return false;
        }
    }

    Optional<GlyphRun> shape(String text, boolean rightToLeft) {
        if (broken) {
            return Optional.empty();
        }
        try {
            int direction = rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT;
            GlyphVector glyphs = font().layoutGlyphVector(EXACT, text.toCharArray(), 0, text.length(), direction);
            double scale = 1.0 / SIZE;
            Path2D outline = new Path2D.Double(glyphs.getOutline(), AffineTransform.getScaleInstance(scale, scale));
            double advance = glyphs.getLogicalBounds().getWidth() * scale;
            boolean drawn = !outline.getBounds2D().isEmpty();
            return drawn ? Optional.of(new GlyphRun(outline, advance)) : Optional.empty();
        } catch (RuntimeException | LinkageError | InternalError e) {
            broken = true;
            return Optional.empty();
        }
    }

    private Font font() {
        Font known = font;
        if (known == null) {
            known = new Font(Font.DIALOG, Font.PLAIN, SIZE);
            font = known;
        }
        return known;
    }
}
