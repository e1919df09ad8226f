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
            int before = pieces.size();
            cut(paragraph.strip(), face, fonts, pieces);
            if (pieces.size() > before) {
                int last = pieces.size() - 1;
                Piece piece = pieces.get(last);
                pieces.set(last, new Piece(piece.text, piece.width, false, true));
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

    /** The first words, with as much of the text as stands in the pieces before that index. */
    int countBefore(int piece) {
        StringBuilder text = new StringBuilder();
        for (Piece p : pieces.subList(0, piece)) {
            text.append(p.text).append(p.blankAfter || p.endsParagraph ? " " : "");
        }
        return count(text.toString());
    }
}
