package dev.limner.image.storyboard.type;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFTable;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** One bundled font: glyphs, advances and kerning. Thread-safe. */
final class OutlineFont {
    private final OpenTypeFont font;
    private final CmapLookup glyphs;
    private final PairKerning kerning;
    private final double unit;
    private final Map<Integer, Path2D> outlines = new HashMap<>();

    private OutlineFont(OpenTypeFont font) throws IOException {
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
        this.unit = 1.0 / font.getUnitsPerEm();
        TTFTable gpos = font.getTableMap().get("GPOS");
        this.kerning = new PairKerning(font.getTableBytes(gpos));
    }

    static OutlineFont load(Face face) {
        String resource = "/dev/limner/image/storyboard/fonts/" + face.file();
        try (InputStream in = OutlineFont.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            return new OutlineFont(new OTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException("a bundled font cannot be read", e);
        }
    }

    boolean has(int codePoint) {
        return glyph(codePoint) != 0;
    }

    /** 0 when there is none. */
    int glyph(int codePoint) {
        return glyphs.getGlyphId(codePoint);
    }

    /** In ems. */
    double kern(int left, int right) {
        return kerning.between(left, right) * unit;
    }

    /** In ems. */
    synchronized double advance(int glyph) {
        try {
            return font.getAdvanceWidth(glyph) * unit;
        } catch (IOException e) {
            throw new UncheckedIOException("a bundled font cannot be read", e);
        }
    }

    /** At one em, y downwards. FontBox gives no promise on threads, hence the lock. */
    synchronized Path2D outline(int glyph) {
        return outlines.computeIfAbsent(glyph, this::read);
    }

    private Path2D read(int glyph) {
        try {
            Path2D path = font.getCFF().getFont().getType2CharString(glyph).getPath();
            return new Path2D.Double(path, AffineTransform.getScaleInstance(unit, -unit));
        } catch (IOException e) {
            throw new UncheckedIOException("a bundled font cannot be read", e);
        }
    }
}
