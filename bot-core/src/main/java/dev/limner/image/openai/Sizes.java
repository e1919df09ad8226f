package dev.limner.image.openai;

import java.util.Locale;

/** Sizes that a model can draw, for a size that was asked for. Pure. */
final class Sizes {
    private static final int STEP = 16;
    private static final int LONGEST = 3840;
    private static final int SHORTEST_SIDE_OF_LONGEST = 2160;
    private static final int STEEPEST = 3;
    private static final int LEAST = 64;

    private Sizes() {}

    /** As requests write it: {@code 1024x1536}. */
    static String of(Model model, int width, int height) {
        return switch (model.kind()) {
            case GPT -> isFree(model) ? free(width, height) : byShape(width, height, 1024, 1536);
            case DALLE_3 -> byShape(width, height, 1024, 1792);
            case DALLE_2 -> "1024x1024";
            case OTHER -> text(step(width), step(height));
        };
    }

    private static boolean isFree(Model model) {
        return model.name().toLowerCase(Locale.ROOT).startsWith("gpt-image-2");
    }

    private static String byShape(int width, int height, int shorter, int longer) {
        if (width == height) {
            return text(shorter, shorter);
        }
        return width > height ? text(longer, shorter) : text(shorter, longer);
    }

    /** Multiples of 16, of a shape up to 1 to 3, up to 3840 by 2160. */
    private static String free(int width, int height) {
        double w = Math.max(width, height / (double) STEEPEST);
        double h = Math.max(height, width / (double) STEEPEST);
        double longer = Math.max(w, h);
        double shorter = Math.min(w, h);
        double scale = Math.min(1, Math.min(LONGEST / longer, SHORTEST_SIDE_OF_LONGEST / shorter));
        int fittedWidth = step((int) Math.floor(w * scale));
        int fittedHeight = step((int) Math.floor(h * scale));
        return text(
                Math.min(fittedWidth, fittedHeight * STEEPEST),
                Math.min(fittedHeight, Math.min(fittedWidth, fittedHeight * STEEPEST) * STEEPEST));
    }

    private static int step(int side) {
        return Math.max(LEAST, Math.round(side / (float) STEP) * STEP);
    }

    private static String text(int width, int height) {
        return width + "x" + height;
    }
}
