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
    private static final double NARROWEST = 248;
    private static final double WIDEST = 560;
    private static final double GAP = 14;
    private static final double PAD = 9;
    private static final int MOST_ROWS = 3;
    private static final double[] HEIGHTS = {158, 124, 100};

    private final Draft draft;
    private final double width;
    private final int columns;
    private final int rows;
    private final int shown;

    /** @param tallest how much height there is, in pixels */
    CastLayout(Draft draft, double width, double tallest, int mostColumns, int mostRows) {
        this.draft = draft;
        this.width = width;
        int count = draft.sheet.cast().size();
        double gap = draft.units(GAP);
        int fitting = (int) ((width + gap) / (draft.units(NARROWEST) + gap));
        columns = Math.max(1, Math.min(count, Math.min(mostColumns, fitting)));
        int wanted = Math.min(mostRows, (count + columns - 1) / columns);
        while (wanted > 1 && height(wanted) > tallest) {
            wanted--;
        }
        rows = count == 0 || height(wanted) > tallest ? 0 : wanted;
        shown = Math.min(count, rows * columns);
    }

    static int mostRows() {
        return MOST_ROWS;
    }

    int hidden() {
        return draft.sheet.cast().size() - shown;
    }

    double height() {
        return rows == 0 ? 0 : height(rows);
    }

    double rowHeight() {
        return rows == 0 ? 0 : draft.units(HEIGHTS[Math.min(rows, HEIGHTS.length) - 1]);
    }

    private double height(int count) {
        double row = draft.units(HEIGHTS[Math.min(count, HEIGHTS.length) - 1]);
        return count * row + (count - 1) * draft.units(GAP);
    }

    List<Card> place(double x, double y) {
        List<Card> cards = new ArrayList<>();
        double gap = draft.units(GAP);
        int next = 0;
        for (int row = 0; row < rows; row++) {
            int left = shown - next;
            int inRow = left / (rows - row);
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
        double side = Math.min(frame.getHeight() - 2 * pad, frame.getWidth() * 0.42);
        Rectangle2D picture =
                new Rectangle2D.Double(frame.getX() + pad, frame.getY() + pad, side, frame.getHeight() - 2 * pad);
        double x = picture.getMaxX() + draft.units(14);
        double room = frame.getMaxX() - draft.units(12) - x;
        double nameSize = draft.units(frame.getHeight() > draft.units(140) ? 29 : 24);
        double nameBase = frame.getY() + pad + nameSize * 0.78;
        draft.ink(Ink.CARD, draft.type.line(member.name(), Face.TEXT, nameSize, x, nameBase, room));
        double rowHeight = draft.units(17);
        double weightsTop = frame.getMaxY() - pad - rowHeight * member.faces().size();
        List<Portrait> portraits = new ArrayList<>();
        for (int i = 0; i < member.faces().size(); i++) {
            Rectangle2D row = new Rectangle2D.Double(x, weightsTop + i * rowHeight, room, rowHeight);
            portraits.add(portrait(
                    member.faces().get(i), strip(picture, i, member.faces().size()), row));
        }
        if (member.faces().isEmpty()) {
            weightsTop -= rowHeight;
            double base = frame.getMaxY() - pad - draft.units(3);
            draft.ink(Ink.FADED, draft.type.line("no face reference", Face.LABEL, draft.units(13), x, base, room));
        }
        words(member.words(), x, nameBase + draft.units(9), room, weightsTop - draft.units(4));
        return new Card(member, frame, portraits, picture);
    }

    private static Rectangle2D strip(Rectangle2D picture, int index, int count) {
        double width = picture.getWidth() / count;
        return new Rectangle2D.Double(picture.getX() + index * width, picture.getY(), width, picture.getHeight());
    }

    private Portrait portrait(Likeness face, Rectangle2D picture, Rectangle2D row) {
        double size = draft.units(13);
        double base = row.getMaxY() - draft.units(3);
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
        Rectangle2D bar = new Rectangle2D.Double(
                barLeft, base - draft.units(6.5), Math.max(1, barEnd - barLeft), draft.units(4.5));
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
