package dev.limner.avatar.intake;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.image.BufferedImage;

/**
 * How a stored image is to be turned to stand upright; in the order of the values 1 to 8 of the EXIF tag 0x0112
 * (CIPA DC-008, Exif 2.32, 4.6.4).
 */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    TURNED_AROUND(false, true, true),
    UPSIDE_DOWN_MIRRORED(false, false, true),
    TRANSPOSED(true, false, false),
    TURN_RIGHT(true, false, true),
    TRANSVERSED(true, true, true),
    TURN_LEFT(true, true, false);

    private final boolean swapsAxes;
    private final boolean flipsX;
    private final boolean flipsY;

    Orientation(boolean swapsAxes, boolean flipsX, boolean flipsY) {
        this.swapsAxes = swapsAxes;
        this.flipsX = flipsX;
        this.flipsY = flipsY;
    }

    /** As an EXIF block says; upright when it says nothing that can be understood. @param tiff without its "Exif" mark */
    static Orientation fromExif(byte[] tiff) {
        Metadata metadata = new Metadata();
        try {
            new ExifReader().extract(new ByteArrayReader(tiff), metadata, 0, null);
        } catch (RuntimeException e) {
            return UPRIGHT;
        }
        ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer value = directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return value == null || value < 1 || value > values().length ? UPRIGHT : values()[value - 1];
    }

    BufferedImage apply(BufferedImage stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int right = stored.getWidth() - 1;
        int bottom = stored.getHeight() - 1;
        int width = swapsAxes ? stored.getHeight() : stored.getWidth();
        int height = swapsAxes ? stored.getWidth() : stored.getHeight();
        BufferedImage upright = new BufferedImage(width, height, stored.getType());
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int u = swapsAxes ? y : x;
                int v = swapsAxes ? x : y;
                upright.setRGB(x, y, stored.getRGB(flipsX ? right - u : u, flipsY ? bottom - v : v));
            }
        }
        return upright;
    }
}
