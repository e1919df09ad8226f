package dev.limner.image.storyboard.type;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text cut where a line may end, and measured once in ems, so that it can be tried at many sizes.
 *
 * @param pieces in order
 * @param count words as people count them
 */
public record Words(Face face, List<Piece> pieces, int count) {

    /** A piece longer than this is cut: it is no word of any language, and must fit a narrow column. */
    private static final int LONGEST_PIECE = 24;

    /** Before every paragraph but the first: an em. */
    private static final String INDENT = "\u2003";

    /** What stands between two places where a line may end.
     *
     * @param blankAfter whether a blank follows, when the line goes on
     * @param endsParagraph whether the line must end here
     */
    public record Piece(String text, double width, boolean blankAfter, boolean endsParagraph) {}

    public Words {
        pieces = List.copyOf(pieces);
    }

    public static Words of(String text, Face face, FontBook fonts) {
        List<Piece> pieces = new ArrayList<>();
        for (String paragraph : text.strip().split("\\R+")) {
            int first = pieces.size();
            cut(paragraph.strip(), face, fonts, pieces);
            if (pieces.size() > first) {
                int last = pieces.size() - 1;
                Piece end = pieces.get(last);
                pieces.set(last, new Piece(end.text, end.width, false, true));
                if (first > 0) {
                    pieces.set(first, indented(pieces.get(first), face, fonts));
                }
            }
        }
        return new Words(face, pieces, count(text));
    }

    private static void cut(String paragraph, Face face, FontBook fonts, List<Piece> pieces) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(paragraph);
        for (int start = 0, end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            String segment = paragraph.substring(start, end);
            String word = segment.strip();
            while (word.codePointCount(0, word.length()) > LONGEST_PIECE) {
                int at = word.offsetByCodePoints(0, LONGEST_PIECE);
                String head = word.substring(0, at);
                pieces.add(new Piece(head, fonts.width(face, head), false, false));
                word = word.substring(at);
            }
            if (!word.isEmpty()) {
                pieces.add(new Piece(
                        word,
                        fonts.width(face, word),
                        segment.length() > segment.stripTrailing().length(),
                        false));
            }
        }
    }

    private static Piece indented(Piece piece, Face face, FontBook fonts) {
        String text = INDENT + piece.text;
        return new Piece(text, fonts.width(face, text), piece.blankAfter, piece.endsParagraph);
    }

    private static int count(String text) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        int count = 0;
        for (int start = 0, end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
            if (text.substring(start, end).codePoints().anyMatch(Character::isLetterOrDigit)) {
                count++;
            }
        }
        return count;
    }

    /** Of all pieces, without blanks, in ems. */
    double length() {
        return pieces.stream().mapToDouble(Piece::width).sum();
    }

    /** As many pieces as could find room in lines of that length taken together, and one more. */
    List<Piece> filling(double ems) {
        double length = 0;
        for (int i = 0; i < pieces.size(); i++) {
            length += pieces.get(i).width;
            if (length > ems) {
                return pieces.subList(0, i + 1);
            }
        }
        return pieces;
    }

    /** The narrowest measure that holds every piece, in ems. */
    double widest() {
        return pieces.stream().mapToDouble(Piece::width).max().orElse(0);
    }

    /** Pieces {@code from} to before {@code to}, as one line. */
    String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            Piece piece = pieces.get(i);
            text.append(piece.text).append(piece.blankAfter && i + 1 < to ? " " : "");
        }
        return text.toString();
    }

    /** How many words stand in the pieces before that one. */
    int countBefore(int piece) {
        StringBuilder text = new StringBuilder();
        for (Piece p : pieces.subList(0, piece)) {
            text.append(p.text).append(p.blankAfter || p.endsParagraph ? " " : "");
        }
        return count(text.toString());
    }
}
