package dev.limner.image.storyboard;

import dev.limner.image.storyboard.Board.Ink;
import dev.limner.image.storyboard.type.Face;
import dev.limner.prompt.TokenCount;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/** The band on top, like a film slate: that this is a storyboard, and what the request asks for. */
final class SlateLayout {
    /** Height of the clapper's stripes, in units. */
    static final double STRIPES = 13;

    private static final double TITLE = 22;
    private static final double TITLE_TRACKING = 0.16;
    private static final double LABEL = 10.5;
    private static final double LABEL_TRACKING = 0.12;
    private static final double VALUE = 17;
    private static final double GAP = 30;

    private final Draft draft;
    private final List<Cell> cells;

    private record Cell(String label, String value) {}

    SlateLayout(Draft draft) {
        this.draft = draft;
        Sheet sheet = draft.sheet;
        TokenCount tokens = sheet.tokens();
        String used =
                String.format(Locale.ROOT, "%s%,d of %,d", tokens.exact() ? "" : "~", tokens.used(), tokens.limit());
        cells = List.of(
                new Cell("SEED", Long.toString(sheet.seed())),
                new Cell("SIZE", sheet.width() + " × " + sheet.height()),
                new Cell("MODEL", sheet.model()),
                new Cell("TOKENS", used));
    }

    record Placed(Rectangle2D band, Rectangle2D meter) {}

    Placed place() {
        double room = draft.sheet.width() - 2 * draft.margin();
        double title = draft.type.width("STORYBOARD", Face.STRONG, draft.units(TITLE), TITLE_TRACKING);
        boolean oneRow = title + draft.units(2 * GAP) + cellsWidth(1) <= room;
        double scale = oneRow ? 1 : Math.min(1, room / cellsWidth(1));
        double height = draft.units(STRIPES + (oneRow ? 60 : 96));
        double titleBase = draft.units(STRIPES + 38);
        draft.ink(
                Ink.CHALK,
                draft.type.spaced(
                        "STORYBOARD",
                        Face.STRONG,
                        draft.units(TITLE),
                        draft.margin(),
                        titleBase,
                        room,
                        TITLE_TRACKING));
        double x = oneRow ? draft.sheet.width() - draft.margin() - cellsWidth(1) : draft.margin();
        Rectangle2D meter = cells(x, draft.units(STRIPES + (oneRow ? 22 : 60)), scale);
        return new Placed(new Rectangle2D.Double(0, 0, draft.sheet.width(), height), meter);
    }

    /** Returns the place under the last cell's value, for the meter. */
    private Rectangle2D cells(double from, double labelBase, double scale) {
        double x = from;
        double width = 0;
        double valueBase = labelBase + draft.units(19.5) * Math.sqrt(scale);
        for (Cell cell : cells) {
            width = width(cell, scale);
            draft.ink(
                    Ink.CHALK_FADED,
                    draft.type.spaced(
                            cell.label,
                            Face.LABEL,
                            draft.units(LABEL) * scale,
                            x,
                            labelBase,
                            width + 1,
                            LABEL_TRACKING));
            draft.ink(
                    Ink.CHALK,
                    draft.type.line(cell.value, Face.STRONG, draft.units(VALUE) * scale, x, valueBase, width + 1));
            x += width + draft.units(GAP) * scale;
        }
        double left = x - width - draft.units(GAP) * scale;
        return new Rectangle2D.Double(left, valueBase + draft.units(6.5) * scale, width, draft.units(3.2));
    }

    private double cellsWidth(double scale) {
        return cells.stream().mapToDouble(c -> width(c, scale)).sum() + draft.units(GAP) * scale * (cells.size() - 1);
    }

    private double width(Cell cell, double scale) {
        return Math.max(
                draft.type.width(cell.value, Face.STRONG, draft.units(VALUE) * scale, 0),
                draft.type.width(cell.label, Face.LABEL, draft.units(LABEL) * scale, LABEL_TRACKING));
    }
}
