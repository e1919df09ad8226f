package dev.limner.image.storyboard.type;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/**
 * Breaks a whole text at once, as Knuth and Plass do in "Breaking paragraphs into lines" (1981), without hyphenation: of
 * all ways to break, the one whose lines are the most even. A last line of a single short word is made costly.
 */
final class LineBreaker {
    private static final double ORPHAN = 6;
    /** A last line should fill this share of the measure. */
    private static final double LAST_LINE = 0.25;

    private final List<Words.Piece> pieces;
    private final double measure;
    private final double blank;

    /**
     * @param measure length of a line, in ems
     * @param blank width of a blank, in ems
     */
    LineBreaker(List<Words.Piece> pieces, double measure, double blank) {
        this.pieces = pieces;
        this.measure = measure;
        this.blank = blank;
    }

    /** Pieces {@code from} to before {@code to}, and their natural width in ems. */
    record Line(int from, int to, double width, int blanks, boolean last) {}

    List<Line> lines() {
        int n = pieces.size();
        double[] cost = new double[n + 1];
        Line[] best = new Line[n + 1];
        Arrays.fill(cost, Double.MAX_VALUE);
        cost[0] = 0;
        for (int from = 0; from < n; from++) {
            extend(from, cost, best);
        }
        Deque<Line> lines = new ArrayDeque<>();
        for (int to = n; to > 0; ) {
            Line line = Objects.requireNonNull(best[to]);
            lines.addFirst(line);
            to = line.from;
        }
        return List.copyOf(lines);
    }

    private void extend(int from, double[] cost, Line[] best) {
        double width = 0;
        int blanks = 0;
        boolean starts = from == 0 || pieces.get(from - 1).endsParagraph();
        for (int to = from + 1; to <= pieces.size(); to++) {
            Words.Piece piece = pieces.get(to - 1);
            width += piece.width();
            if (width > measure && to > from + 1) {
                return;
            }
            Line line = new Line(from, to, width, blanks, piece.endsParagraph());
            double total = cost[from] + badness(line, starts);
            if (total < cost[to]) {
                cost[to] = total;
                best[to] = line;
            }
            if (piece.endsParagraph()) {
                return;
            }
            if (piece.blankAfter()) {
                width += blank;
                blanks++;
            }
        }
    }

    private double badness(Line line, boolean starts) {
        double slack = Math.max(0, measure - line.width) / measure;
        if (!line.last) {
            return 1 + 100 * slack * slack * slack + 4 * slack;
        }
        boolean orphan = !starts && (line.to - line.from == 1 || line.width < LAST_LINE * measure);
        return orphan ? ORPHAN : 0;
    }
}
