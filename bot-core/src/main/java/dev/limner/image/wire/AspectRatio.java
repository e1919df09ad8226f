package dev.limner.image.wire;

import java.util.Comparator;
import java.util.List;

/** Shapes by name, for services that take no size in pixels. */
public final class AspectRatio {
    private record Shape(int width, int height) {
        double logarithm() {
            return Math.log((double) width / height);
        }
    }

    private static final List<Shape> SHAPES = List.of(
            new Shape(1, 1),
            new Shape(2, 3),
            new Shape(3, 2),
            new Shape(3, 4),
            new Shape(4, 3),
            new Shape(4, 5),
            new Shape(5, 4),
            new Shape(9, 16),
            new Shape(16, 9),
            new Shape(21, 9));

    private AspectRatio() {}

    /** Such as {@code 2:3}, of those that services commonly know. */
    public static String nearest(int width, int height) {
        double wanted = Math.log((double) width / height);
        Shape shape = SHAPES.stream()
                .min(Comparator.comparingDouble(s -> Math.abs(s.logarithm() - wanted)))
                .orElseThrow();
        return shape.width() + ":" + shape.height();
    }
}
