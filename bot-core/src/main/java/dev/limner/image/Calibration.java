package dev.limner.image;

/**
 * What a tag's weight, 0 to 1, becomes where an adapter's useful values lie elsewhere. Plain and plus adapters take it
 * as it is.
 */
public final class Calibration {
    /** Forge has no control of layers: a style image would bring its content along at full weight. */
    private static final double WHOLE_IMAGE = 0.6;

    private Calibration() {}

    /** FaceID plus v2 and PuLID: 0.4 to 1, and 0 stays 0. */
    public static double identity(double weight) {
        return weight > 0 ? rounded(0.4 + 0.6 * weight) : 0;
    }

    /** Conditioning of one or few layers, as in style transfer: at most 1.2. */
    public static double styleLayers(double weight) {
        return rounded(Math.min(1.2, 1.5 * weight));
    }

    /** A style through an adapter that follows the whole image. */
    public static double wholeImageStyle(double weight) {
        return rounded(WHOLE_IMAGE * weight);
    }

    /** To thousandths, so that requests read as people would write them. */
    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
