package dev.limner.image.storyboard;

import dev.limner.image.storyboard.Board.Card;
import dev.limner.image.storyboard.Board.Ink;
import dev.limner.image.storyboard.Board.Portrait;
import dev.limner.image.storyboard.Sheet.CastMember;
import dev.limner.image.storyboard.Sheet.Likeness;
import dev.limner.image.storyboard.type.Face;
import dev.limner.image.storyboard.type.Typesetter;
import dev.limner.image.storyboard.type.Words;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The cards of the cast, in rows; where a row has room to spare it is the first one's, for the most prominent. */
final class CastLayout {
    private static final double WIDEST = 560;
    private static final double GAP = 14;
    private static final double PAD = 9;
    private static final double WEIGHT_ROW = 17;

    private final Draft draft;
    private final double width;
    private final Grid grid;

    /** @param tallest how much height there is, in pixels */
    CastLayout(Draft draft, double width, double tallest, int mostColumns, int mostRows) {
        this.draft = draft;
        this.width = width;
        Grid roomy = grid(Density.ROOMY, tallest, mostColumns, mostRows);
        Grid compact = grid(Density.COMPACT, tallest, mostColumns + 1, mostRows);
        this.grid = compact.shown > roomy.shown ? compact : roomy;
    }

    /** Sizes of cards, in units. */
    private enum Density {
        ROOMY(248, 158, 124, 100, 100),
        /** Without the characters' words. */
        COMPACT(184, 70, 70, 70, 70);

        private final double narrowest;
        private final double[] heights;

        Density(double narrowest, double... heights) {
            this.narrowest = narrowest;
            this.heights = heights;
        }
    }

    private record Grid(int rows, int shown, double rowHeight) {}

    private Grid grid(Density density, double tallest, int mostColumns, int mostRows) {
        int count = draft.sheet.cast().size();
        double gap = draft.units(GAP);
        int fitting = (int) ((width + gap) / (draft.units(density.narrowest) + gap));
        int columns = Math.max(1, Math.min(count, Math.min(mostColumns, fitting)));
        int rows = Math.min(mostRows, (count + columns - 1) / columns);
        while (rows > 0 && height(rows, draft.units(density.heights[rows - 1])) > tallest) {
            rows--;
        }
        return new Grid(rows, Math.min(count, rows * columns), rows == 0 ? 0 : draft.units(density.heights[rows - 1]));
    }

    int hidden() {
        return draft.sheet.cast().size() - grid.shown;
    }

    double height() {
        return grid.rows == 0 ? 0 : height(grid.rows, grid.rowHeight);
    }

    double rowHeight() {
        return grid.rowHeight;
    }

    private double height(int rows, double rowHeight) {
        return rows * rowHeight + (rows - 1) * draft.units(GAP);
    }

    List<Card> place(double x, double y) {
        List<Card> cards = new ArrayList<>();
        double gap = draft.units(GAP);
        int next = 0;
        for (int row = 0; row < grid.rows; row++) {
            int left = grid.shown - next;
            int inRow = left / (grid.rows - row);
            double cardWidth = Math.min((width - (inRow - 1) * gap) / inRow, draft.units(WIDEST));
            for (int i = 0; i < inRow; i++) {
                Rectangle2D frame = new Rectangle2D.Double(
                        x + i * (cardWidth + gap), y + row * (rowHeight() + gap), cardWidth, rowHeight());
                cards.add(card(draft.sheet.cast().get(next++), frame));
            }
        }
        return cards;
    }

    private Card card(CastMember member, Rectangle2D frame) {
        double pad = draft.units(PAD);
        double inner = frame.getHeight() - 2 * pad;
        Rectangle2D picture = new Rectangle2D.Double(
                frame.getX() + pad, frame.getY() + pad, Math.min(inner, frame.getWidth() * 0.42), inner);
        double x = picture.getMaxX() + draft.units(14);
        double room = frame.getMaxX() - draft.units(12) - x;
        double nameSize = Math.min(draft.units(29), inner * (inner > draft.units(100) ? 0.22 : 0.31));
        double nameBase = frame.getY() + pad + nameSize * 0.76;
        draft.ink(Ink.CARD, draft.type.line(member.name(), Face.TEXT, nameSize, x, nameBase, room));
        double foot = frame.getMaxY() - pad;
        List<Portrait> portraits = portraits(
                member.faces(), picture, new Rectangle2D.Double(x, nameBase + pad, room, foot - nameBase - pad));
        double weightsTop = foot - Math.max(1, member.faces().size()) * draft.units(WEIGHT_ROW);
        if (member.faces().isEmpty()) {
            double base = foot - draft.units(3);
            draft.ink(Ink.FADED, draft.type.line("no face reference", Face.LABEL, draft.units(13), x, base, room));
        }
        words(member.words(), x, nameBase + draft.units(9), room, weightsTop - draft.units(4));
        return new Card(member, frame, portraits, picture);
    }

    /** Faces side by side in the picture, their weights one below the other at the foot of the text. */
    private List<Portrait> portraits(List<Likeness> faces, Rectangle2D picture, Rectangle2D text) {
        List<Portrait> portraits = new ArrayList<>();
        double height = Math.min(draft.units(WEIGHT_ROW), text.getHeight() / Math.max(1, faces.size()));
        double top = text.getMaxY() - height * faces.size();
        for (int i = 0; i < faces.size(); i++) {
            Rectangle2D row = new Rectangle2D.Double(text.getX(), top + i * height, text.getWidth(), height);
            portraits.add(portrait(faces.get(i), strip(picture, i, faces.size()), row));
        }
        return portraits;
    }

    private static Rectangle2D strip(Rectangle2D picture, int index, int count) {
        double width = picture.getWidth() / count;
        return new Rectangle2D.Double(picture.getX() + index * width, picture.getY(), width, picture.getHeight());
    }

    private Portrait portrait(Likeness face, Rectangle2D picture, Rectangle2D row) {
        double size = row.getHeight() * 0.76;
        double base = row.getMaxY() - row.getHeight() * 0.18;
        double weight = draft.type.width(face.weight(), Face.STRONG, size, 0);
        draft.ink(
                Ink.CARD, draft.type.line(face.weight(), Face.STRONG, size, row.getMaxX() - weight, base, weight + 1));
        double barEnd = row.getMaxX() - weight - draft.units(8);
        String tag = "be-face:" + face.reference().name();
        double tagWidth = draft.type.width(tag, Face.LABEL, size, 0) + draft.units(10);
        double barLeft = row.getX();
        if (barEnd - row.getX() - tagWidth > draft.units(48)) {
            draft.ink(Ink.FADED, draft.type.line(tag, Face.LABEL, size, row.getX(), base, tagWidth));
            barLeft += tagWidth;
        }
        Rectangle2D bar =
                new Rectangle2D.Double(barLeft, base - size * 0.5, Math.max(1, barEnd - barLeft), size * 0.35);
        return new Portrait(face, picture, bar);
    }

    private void words(String text, double x, double top, double room, double bottom) {
        double size = draft.units(16.5);
        Rectangle2D box = new Rectangle2D.Double(x, top, room, bottom - top);
        if (text.isEmpty() || bottom - top < size * 1.2) {
            return;
        }
        Words words = Words.of(text, Face.ITALIC, draft.type.fonts());
        Typesetter.Setting setting = draft.type.clipped(words, box, size, 1.16);
        setting.lines().forEach(line -> draft.ink(Ink.FADED, line));
    }
}
