package dev.limner.image.storyboard.type;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Shapes text of any script: with the bundled fonts where they have the glyphs, else with the machine's, else as a box.
 * Text of both directions is put in visual order. Thread-safe; the first use takes some 200 ms to read the fonts.
 */
public final class FontBook {
    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final Map<String, Integer> LIGATURES =
            Map.of("fi", 0xFB01, "fl", 0xFB02, "ff", 0xFB00, "ffi", 0xFB03, "ffl", 0xFB04);
    private static final Pattern LIGATURE = Pattern.compile("ffi|ffl|fi|fl|ff");
    private static final double BOX_ADVANCE = 0.72;

    private final Map<Face, OutlineFont> fonts = new EnumMap<>(Face.class);
    private final SystemFont system;

    public FontBook() {
        this(new SystemFont());
    }

    FontBook(SystemFont system) {
        this.system = system;
        for (Face face : Face.values()) {
            fonts.put(face, OutlineFont.load(face));
        }
    }

    /** Whether a cluster is drawn as what it is, and not as a box. */
    boolean draws(Face face, String grapheme) {
        return bundled(face, grapheme) != null || byMachine(grapheme);
    }

    /** In ems. */
    public double width(Face face, String text) {
        return shape(face, text, 0, 0).advance();
    }

    /**
     * @param wordSpace what to add to each blank, in ems
     * @param tracking what to add after each glyph of the bundled fonts, in ems
     */
    public GlyphRun shape(Face face, String text, double wordSpace, double tracking) {
        String clean = Normalizer.normalize(text, Normalizer.Form.NFC);
        Pen pen = new Pen(wordSpace, tracking);
        for (Directed run : visualOrder(clean)) {
            List<Segment> segments = segments(face, run);
            if (run.rightToLeft) {
                Collections.reverse(segments);
            }
            segments.forEach(segment -> pen.draw(segment, run.rightToLeft));
        }
        return new GlyphRun(pen.outline, pen.x);
    }

    private record Directed(String text, boolean rightToLeft) {}

    /** @param font null for the machine's fonts */
    private record Segment(StringBuilder text, @Nullable OutlineFont font, boolean boxed) {}

    private static List<Directed> visualOrder(String text) {
        if (!Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            return List.of(new Directed(text, false));
        }
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        byte[] levels = new byte[bidi.getRunCount()];
        Directed[] runs = new Directed[levels.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            runs[i] = new Directed(text.substring(bidi.getRunStart(i), bidi.getRunLimit(i)), levels[i] % 2 == 1);
        }
        Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
        return List.of(runs);
    }

    private List<Segment> segments(Face face, Directed run) {
        List<Segment> segments = new ArrayList<>();
        GRAPHEME.matcher(run.text).results().map(MatchResult::group).forEach(grapheme -> {
            OutlineFont font = bundled(face, grapheme);
            boolean boxed = font == null && !byMachine(grapheme);
            Segment last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
            boolean breaks = boxed || run.rightToLeft && font != null;
            if (last != null && !breaks && last.font == font && last.boxed == boxed) {
                last.text.append(grapheme);
            } else {
                segments.add(new Segment(new StringBuilder(grapheme), font, boxed));
            }
        });
        return segments;
    }

    private @Nullable OutlineFont bundled(Face face, String grapheme) {
        for (Face candidate : List.of(face, Face.TEXT)) {
            OutlineFont font = fonts.get(candidate);
            if (font != null && grapheme.codePoints().allMatch(c -> font.has(c) || ignorable(c))) {
                return font;
            }
        }
        return null;
    }

    private boolean byMachine(String grapheme) {
        return grapheme.codePoints().allMatch(c -> system.has(c) || ignorable(c));
    }

    static boolean ignorable(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT
                || codePoint >= 0xFE00 && codePoint <= 0xFE0F
                || Character.isISOControl(codePoint);
    }

    /** Where the next glyph goes. */
    private final class Pen {
        private final double wordSpace;
        private final double tracking;
        private final Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        private double x;

        Pen(double wordSpace, double tracking) {
            this.wordSpace = wordSpace;
            this.tracking = tracking;
        }

        void draw(Segment segment, boolean rightToLeft) {
            if (segment.boxed) {
                box();
            } else if (segment.font != null) {
                glyphs(segment.font, segment.text.toString());
            } else {
                system.shape(segment.text.toString(), rightToLeft).ifPresentOrElse(this::add, this::box);
            }
        }

        private void glyphs(OutlineFont font, String text) {
            int before = 0;
            for (int codePoint : ligated(font, text).codePoints().toArray()) {
                int glyph = font.glyph(codePoint);
                if (glyph == 0) {
                    continue;
                }
                x += before == 0 ? 0 : font.kern(before, glyph);
                outline.append(moved(font.outline(glyph)), false);
                x += font.advance(glyph) + tracking + (codePoint == ' ' ? wordSpace : 0);
                before = glyph;
            }
        }

        private String ligated(OutlineFont font, String text) {
            if (tracking > 0) {
                return text;
            }
            return LIGATURE.matcher(text).replaceAll(match -> {
                int ligature = LIGATURES.getOrDefault(match.group(), 0);
                return font.has(ligature) ? Character.toString(ligature) : match.group();
            });
        }

        private void add(GlyphRun run) {
            outline.append(moved(run.outline()), false);
            x += run.advance() + tracking;
        }

        /** A hollow box: the inner contour runs the other way round. */
        private void box() {
            Path2D box = new Path2D.Double();
            box.append(new Rectangle2D.Double(0.08, -0.62, 0.56, 0.62), false);
            double t = 0.045;
            box.moveTo(0.08 + t, -0.62 + t);
            box.lineTo(0.08 + t, -t);
            box.lineTo(0.64 - t, -t);
            box.lineTo(0.64 - t, -0.62 + t);
            box.closePath();
            outline.append(moved(box), false);
            x += BOX_ADVANCE + tracking;
        }

        private Path2D moved(Path2D shape) {
            return new Path2D.Double(shape, AffineTransform.getTranslateInstance(x, 0));
        }
    }
}
