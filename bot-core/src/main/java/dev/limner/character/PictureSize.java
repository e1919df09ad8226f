package dev.limner.character;

import dev.limner.input.RefusedException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Of pictures to be drawn, pixels: each side a multiple of 8 from 64 to 2048, which every model family can do. */
public record PictureSize(int width, int height) {
    private static final Pattern SHAPE = Pattern.compile("(\\d{2,4})\\s*[xX×*]\\s*(\\d{2,4})");

    public PictureSize {
        if (!isSide(width) || !isSide(height)) {
            throw new IllegalArgumentException("no size: " + width + "x" + height);
        }
    }

    static PictureSize parse(String text) throws RefusedException {
        Matcher sides = SHAPE.matcher(text);
        if (sides.matches()) {
            int width = Integer.parseInt(sides.group(1));
            int height = Integer.parseInt(sides.group(2));
            if (isSide(width) && isSide(height)) {
                return new PictureSize(width, height);
            }
        }
        throw new RefusedException(
                "A size is width x height in pixels, such as 1024x768; each from 64 to 2048 and a" + " multiple of 8.");
    }

    private static boolean isSide(int pixels) {
        return pixels >= 64 && pixels <= 2048 && pixels % 8 == 0;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
