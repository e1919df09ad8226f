package dev.limner.webchat.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Scanner;
import javax.imageio.ImageIO;

/** A square picture being painted; colours are 0xAARRGGBB, lengths pixels. One thread at a time. */
final class Easel {
    static final int SIZE = 640;

    private final BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D brush = image.createGraphics();

    Easel() {
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        brush.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** A path in the notation of SVG, with the absolute commands M, L, Q, C and Z, separated by spaces. */
    static Shape outline(String path) {
        Path2D.Double shape = new Path2D.Double();
        try (Scanner in = new Scanner(path)) {
            while (in.hasNext()) {
                String command = in.next();
                switch (command) {
                    case "M" -> shape.moveTo(number(in), number(in));
                    case "L" -> shape.lineTo(number(in), number(in));
                    case "Q" -> shape.quadTo(number(in), number(in), number(in), number(in));
                    case "C" -> shape.curveTo(number(in), number(in), number(in), number(in), number(in), number(in));
                    case "Z" -> shape.closePath();
                    default -> throw new IllegalArgumentException("no such path command: " + command);
                }
            }
        }
        return shape;
    }

    private static double number(Scanner in) {
        return Double.parseDouble(in.next());
    }

    /** The shape seen in a mirror that stands upright in the middle of the picture. */
    static Shape mirrored(Shape shape) {
        return new AffineTransform(-1, 0, 0, 1, SIZE, 0).createTransformedShape(shape);
    }

    /** The sliver of a shape that a copy of it, moved by (dx, dy), leaves uncovered: where light grazes an edge. */
    static Shape sliver(Shape shape, double dx, double dy) {
        Area area = new Area(shape);
        area.subtract(new Area(AffineTransform.getTranslateInstance(dx, dy).createTransformedShape(shape)));
        return area;
    }

    static Shape within(Shape shape, Shape bounds) {
        Area area = new Area(shape);
        area.intersect(new Area(bounds));
        return area;
    }

    /** What is painted from now on leans clockwise about (x, y). */
    void tilt(double degrees, double x, double y) {
        brush.rotate(Math.toRadians(degrees), x, y);
    }

    /** What is painted from now on is larger by the factor, and (x, y) stays where it is. */
    void enlarge(double factor, double x, double y) {
        brush.translate(x, y);
        brush.scale(factor, factor);
        brush.translate(-x, -y);
    }

    void fill(Shape shape, int argb) {
        brush.setColor(new Color(argb, true));
        brush.fill(shape);
    }

    void fill(String path, int argb) {
        fill(outline(path), argb);
    }

    void line(Shape shape, double width, int argb) {
        brush.setColor(new Color(argb, true));
        brush.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        brush.draw(shape);
    }

    void line(String path, double width, int argb) {
        line(outline(path), width, argb);
    }

    /** Lays a colour over one pixel; opacity from 0, nothing, to 1, only the colour. */
    void tint(int x, int y, int rgb, double opacity) {
        int under = image.getRGB(x, y);
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = under >> shift & 0xff;
            int to = rgb >> shift & 0xff;
            mixed |= (int) Math.round(from + (to - from) * opacity) << shift;
        }
        image.setRGB(x, y, mixed);
    }

    byte[] png() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
