package dev.limner.image.storyboard;

import dev.limner.image.storyboard.colour.Oklch;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** Draws the few shapes that a board is made of. */
final class Brush {
    private static final int SHADOW_LAYERS = 6;

    private final Graphics2D g;
    private final double unit;

    /** @param unit that of the board; corners and shadows are multiples of it */
    Brush(Graphics2D g, double unit) {
        this.g = g;
        this.unit = unit;
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    void fill(Shape shape, Oklch colour) {
        g.setColor(new Color(colour.rgb()));
        g.fill(shape);
    }

    void outline(Shape shape, Oklch colour) {
        g.setColor(new Color(colour.rgb()));
        g.draw(shape);
    }

    /** @param radius in units; a large one makes a pill or a disc */
    Shape rounded(Rectangle2D r, double radius) {
        double arc = Math.min(2 * radius * unit, Math.min(r.getWidth(), r.getHeight()));
        return new RoundRectangle2D.Double(r.getX(), r.getY(), r.getWidth(), r.getHeight(), arc, arc);
    }

    /** A bar of which a share is full. */
    void bar(Rectangle2D bar, double share, Oklch empty, Oklch full) {
        fill(rounded(bar, 100), empty);
        double length = bar.getWidth() * Math.max(0, Math.min(1, share));
        fill(rounded(new Rectangle2D.Double(bar.getX(), bar.getY(), length, bar.getHeight()), 100), full);
    }

    /** Soft, and a little below the frame, as of light from above. */
    void shadow(Rectangle2D frame) {
        g.setColor(new Color(0, 0, 0, 11));
        for (int layer = SHADOW_LAYERS; layer > 0; layer--) {
            double spread = layer * 1.6 * unit;
            Rectangle2D wider = new Rectangle2D.Double(
                    frame.getX() - spread / 2,
                    frame.getY() - spread / 2 + 3 * unit,
                    frame.getWidth() + spread,
                    frame.getHeight() + spread);
            g.fill(rounded(wider, 6 + layer));
        }
    }

    /** Fills the window with the picture's upper middle, where a face is. */
    void cover(BufferedImage picture, Shape window) {
        Rectangle2D frame = window.getBounds2D();
        BufferedImage near = halved(picture, frame);
        double scale = Math.max(frame.getWidth() / near.getWidth(), frame.getHeight() / near.getHeight());
        double width = near.getWidth() * scale;
        double height = near.getHeight() * scale;
        int x = (int) Math.floor(frame.getX() - (width - frame.getWidth()) / 2);
        int y = (int) Math.floor(frame.getY() - (height - frame.getHeight()) / 4);
        Shape all = g.getClip();
        g.clip(window);
        g.drawImage(near, x, y, (int) Math.ceil(width) + 1, (int) Math.ceil(height) + 1, null);
        g.setClip(all);
    }

    /** Halved until less than twice as large as needed: one bicubic step from far above would skip pixels. */
    private static BufferedImage halved(BufferedImage picture, Rectangle2D frame) {
        BufferedImage image = picture;
        while (image.getWidth() > 2 * frame.getWidth() && image.getHeight() > 2 * frame.getHeight()) {
            int width = Math.max(1, image.getWidth() / 2);
            int height = Math.max(1, image.getHeight() / 2);
            BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
            Graphics2D g = half.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.drawImage(image, 0, 0, width, height, null);
            g.dispose();
            image = half;
        }
        return image;
    }
}
