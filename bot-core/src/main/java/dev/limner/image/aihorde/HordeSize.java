package dev.limner.image.aihorde;

/**
 * A size that volunteers draw for nothing: sides in steps of 64, and no more pixels than 1024 by 1024, beyond which the
 * Horde wants kudos first.
 */
record HordeSize(int width, int height) {
    private static final int STEP = 64;
    private static final int LONGEST = 3072;
    private static final long MOST_PIXELS = 1024 * 1024;

    static HordeSize of(int width, int height) {
        double scale = Math.min(1, Math.sqrt(MOST_PIXELS / ((double) width * height)));
        int w = step(width * scale);
        int h = step(height * scale);
        while ((long) w * h > MOST_PIXELS) {
            if (w > h) {
                w -= STEP;
            } else {
                h -= STEP;
            }
        }
        return new HordeSize(w, h);
    }

    private static int step(double side) {
        return (int) Math.max(STEP, Math.min(LONGEST, Math.round(side / STEP) * STEP));
    }
}
