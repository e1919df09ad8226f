package dev.limner.image.storyboard.type;

import java.awt.geom.Rectangle2D;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sets text into boxes. Holds no state but its fonts. */
public final class Typesetter {
    private static final double LEADING = 1.34;
    private static final double STEP = 0.965;
    /** More ems than this make a line that the eye loses on its way back: about 75 letters. */
    private static final double LONGEST_MEASURE = 33;

    private static final double GUTTER = 1.8;
    /** The widest blank, in ems, that a justified line may get beyond the natural one. */
    private static final double LOOSEST = 0.11;

    private final FontBook fonts;

    public Typesetter(FontBook fonts) {
        this.fonts = fonts;
    }

    public FontBook fonts() {
        return fonts;
    }

    /**
     * A text in its box.
     *
     * @param hidden words that found no room; the last line then says so
     */
    public record Setting(List<TextLine> lines, double size, int hidden) {
        public Setting {
            lines = List.copyOf(lines);
        }

        public double bottom() {
            return lines.stream().mapToDouble(l -> l.bounds().getMaxY()).max().orElse(0);
        }
    }

    /** The largest size of the range at which all of the text fits; at the smallest, what does not fit is counted. */
    public Setting fit(Words words, Rectangle2D box, double largest, double smallest) {
        for (double size = largest; size > smallest; size *= STEP) {
            if (surelyTooLarge(words, box, size)) {
                continue;
            }
            Setting setting = set(words, box, size);
            if (setting.hidden == 0 && words.widest() * size <= box.getWidth()) {
                return setting;
            }
        }
        return set(words, box, smallest);
    }

    /** Told from the area alone, so that a text of a hundred pages is not broken into lines at every size. */
    private static boolean surelyTooLarge(Words words, Rectangle2D box, double size) {
        double leading = LEADING * size;
        return words.length() * size * leading > box.getWidth() * (box.getHeight() + leading);
    }

    /** At one size, in as many columns as keep the lines readable. */
    public Setting set(Words words, Rectangle2D box, double size) {
        int columns = Math.max(1, (int) Math.ceil(box.getWidth() / size / LONGEST_MEASURE));
        Setting one = inColumns(words, box, size, 1);
        boolean tooNarrow = words.widest() * size > box.getWidth() / columns - GUTTER * size;
        if (columns == 1 || tooNarrow || one.hidden == 0 && one.lines.size() < 6) {
            return one;
        }
        return inColumns(words, box, size, columns);
    }

    private Setting inColumns(Words words, Rectangle2D box, double size, int columns) {
        double gutter = GUTTER * size;
        double measure = (box.getWidth() - gutter * (columns - 1)) / columns;
        double blank = fonts.width(words.face(), " ");
        int rows = rows(box, size, LEADING);
        double room = measure / size * rows * columns;
        List<LineBreaker.Line> lines =
                new LineBreaker(words.filling(room + 2 * measure / size), measure / size, blank).lines();
        boolean fits = lines.size() <= rows * columns;
        int shown = fits ? lines.size() : Math.max(0, rows * columns - 1);
        int perColumn = fits ? (lines.size() + columns - 1) / columns : rows;
        boolean justified = justifiable(lines.subList(0, shown), measure / size);
        List<TextLine> set = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            double x = box.getX() + i / Math.max(1, perColumn) * (measure + gutter);
            double baseline = box.getY() + (Face.ASCENT + i % perColumn * LEADING) * size;
            set.add(place(words, lines.get(i), x, baseline, measure, size, justified));
        }
        if (fits || rows == 0) {
            return new Setting(set, size, fits ? 0 : words.count());
        }
        int hidden = Math.max(
                1,
                words.count()
                        - (shown == 0
                                ? 0
                                : words.countBefore(lines.get(shown - 1).to())));
        double x = box.getX() + (columns - 1) * (measure + gutter);
        double baseline = box.getY() + (Face.ASCENT + (rows - 1) * LEADING) * size;
        set.add(line(more(hidden, "word"), Face.ITALIC, size, x, baseline, measure));
        return new Setting(set, size, hidden);
    }

    /** Whole lines that a box has room for; none where it is lower than a line. */
    private static int rows(Rectangle2D box, double size, double leading) {
        return Math.max(0, (int) Math.floor((box.getHeight() / size - Face.ASCENT - Face.DESCENT) / leading) + 1);
    }

    /** Such as {@code … and 12 more words}. */
    public static String more(int count, String noun) {
        return String.format(Locale.ROOT, "… and %,d more %s%s", count, noun, count == 1 ? "" : "s");
    }

    /** In one column, as many lines as there is room for; an ellipsis ends what had to be left out. */
    public Setting clipped(Words words, Rectangle2D box, double size, double leading) {
        double measure = box.getWidth() / size;
        List<LineBreaker.Line> lines = new LineBreaker(words.pieces(), measure, fonts.width(words.face(), " ")).lines();
        int rows = rows(box, size, leading);
        int shown = Math.min(rows, lines.size());
        List<TextLine> set = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            double baseline = box.getY() + (Face.ASCENT + i * leading) * size;
            boolean cut = i == shown - 1 && shown < lines.size();
            LineBreaker.Line line = lines.get(i);
            set.add(
                    cut
                            ? ellipsis(words, line, box, baseline, size)
                            : place(words, line, box.getX(), baseline, box.getWidth(), size, false));
        }
        return new Setting(set, size, 0);
    }

    /** The line with as many whole words as leave room for an ellipsis. */
    private TextLine ellipsis(Words words, LineBreaker.Line line, Rectangle2D box, double baseline, double size) {
        for (int to = line.to(); to > line.from(); to--) {
            String text = words.text(line.from(), to) + " …";
            double width = width(text, words.face(), size, 0);
            if (width <= box.getWidth()) {
                return new TextLine(text, words.face(), size, box.getX(), baseline, width, 0, 0);
            }
        }
        return line(
                words.text(line.from(), line.to()) + " …", words.face(), size, box.getX(), baseline, box.getWidth());
    }

    private boolean justifiable(List<LineBreaker.Line> lines, double measure) {
        return lines.size() >= 4
                && lines.stream()
                        .filter(l -> !l.last())
                        .allMatch(l -> l.blanks() > 0 && (measure - l.width()) / l.blanks() <= LOOSEST);
    }

    private TextLine place(
            Words words,
            LineBreaker.Line line,
            double x,
            double baseline,
            double measure,
            double size,
            boolean justified) {
        String text = words.text(line.from(), line.to());
        boolean stretched = justified && !line.last();
        double wordSpace = stretched ? (measure / size - line.width()) / line.blanks() : 0;
        double width = stretched ? measure : line.width() * size;
        boolean fromRight = !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
        double start = fromRight ? x + measure - width : x;
        return new TextLine(text, words.face(), size, start, baseline, width, wordSpace, 0);
    }

    /** A single line, cut with an ellipsis where it is too long. */
    public TextLine line(String text, Face face, double size, double x, double baseline, double room) {
        return spaced(text, face, size, x, baseline, room, 0);
    }

    /** The same with every glyph set apart, for capitals. */
    public TextLine spaced(
            String text, Face face, double size, double x, double baseline, double room, double tracking) {
        String shown = text;
        double width = width(shown, face, size, tracking);
        int kept = text.codePointCount(0, text.length());
        while (width > room && kept > 0) {
            kept--;
            shown = text.substring(0, text.offsetByCodePoints(0, kept)).stripTrailing() + "…";
            width = width(shown, face, size, tracking);
        }
        return new TextLine(width > room ? "" : shown, face, size, x, baseline, Math.min(width, room), 0, tracking);
    }

    public double width(String text, Face face, double size, double tracking) {
        return fonts.shape(face, text, 0, tracking).advance() * size;
    }
}
