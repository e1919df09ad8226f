package dev.limner.prompt.markup;

import dev.limner.prompt.text.Folding;
import dev.limner.prompt.text.NameWords;
import java.util.BitSet;
import java.util.Set;

/**
 * Character sheets in a post: lines that follow each other without a blank one between, all of them short and none a
 * sentence, of which two or more begin with a field's name and its value, or one holds several of those.
 */
final class SheetBlocks {
    private static final SheetBlocks NONE = new SheetBlocks(new BitSet(0));
    private static final int LONGEST_LINE = 80;
    private static final int FEWEST = 2;

    private static final Set<String> FIELDS = NameWords.words("""
            name names race species class classes subclass level lvl age gender sex pronouns height weight alignment \
            background faction rank role occupation job hp ac mp xp speed initiative inventory items equipment weapon weapons \
            armor armour abilities ability skills skill spells spell stats strength dexterity constitution intelligence wisdom \
            charisma str dex con int wis cha languages feats traits flaws bonds ideals personality appearance likes dislikes \
            sexuality orientation theme faceclaim fc gold status conditions element affinity quirk power""");

    /** Those of the fields that only a game has. */
    private static final Set<String> FIGURES =
            NameWords.words("hp ac mp xp str dex con int wis cha lvl level speed gold");

    private final BitSet covered;

    private SheetBlocks(BitSet covered) {
        this.covered = covered;
    }

    boolean covers(int place) {
        return covered.get(place);
    }

    static SheetBlocks of(String text) {
        int line = text.indexOf('\n');
        boolean few = line < 0 || text.indexOf('\n', line + 1) < 0 && text.length() > 2 * LONGEST_LINE;
        if (few && (text.length() > 2 * LONGEST_LINE || figures(text, 0, text.length()) < FEWEST)) {
            return NONE;
        }
        BitSet covered = new BitSet();
        SheetTables.cover(text, covered);
        int block = 0;
        int fields = 0;
        boolean sheet = true;
        for (int from = 0; from <= text.length(); ) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            boolean blank = text.substring(from, end).isBlank();
            if (!blank) {
                int figures = figures(text, from, end);
                boolean field = figures >= FEWEST || isField(text, from, end);
                fields += figures >= FEWEST ? figures : field ? 1 : 0;
                sheet &= end - from <= LONGEST_LINE && (field || !isSentence(text, from, end));
            }
            if (blank || end == text.length()) {
                if (sheet && fields >= FEWEST) {
                    covered.set(block, Math.max(block, blank ? from : end));
                }
                block = end + 1;
                fields = 0;
                sheet = true;
            }
            from = end + 1;
        }
        return covered.isEmpty() ? NONE : new SheetBlocks(covered);
    }

    /** How many fields of a game a line holds with their figures: {@code AC 18 | HP 34/52}. */
    private static int figures(String text, int from, int end) {
        int figures = 0;
        for (int i = from + 1; i < end; i++) {
            if (!isDigit(text.charAt(i)) || isDigit(text.charAt(i - 1))) {
                continue;
            }
            int stop = i;
            while (stop > from && " :=".indexOf(text.charAt(stop - 1)) >= 0) {
                stop--;
            }
            int start = stop;
            while (start > from && Character.isLetter(text.charAt(start - 1))) {
                start--;
            }
            figures += start < stop && stop < i && FIGURES.contains(Folding.fold(text.substring(start, stop))) ? 1 : 0;
        }
        return figures;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isFieldName(String word) {
        return FIELDS.contains(Folding.fold(word));
    }

    private static boolean isField(String text, int from, int end) {
        int start = from;
        while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        int stop = start;
        while (stop < end && Character.isLetter(text.charAt(stop))) {
            stop++;
        }
        if (stop == start) {
            return false;
        }
        int next = stop;
        while (next < end && " *_".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        boolean valued = next < end
                && (":=|".indexOf(text.charAt(next)) >= 0
                        || Character.isDigit(text.charAt(next))
                        || text.charAt(next) == '\uFF1A');
        return valued && isFieldName(text.substring(start, stop));
    }

    private static boolean isSentence(String text, int from, int end) {
        int last = end - 1;
        while (last > from && " *_~\"\u201D)".indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return ".!?\u2026\u3002".indexOf(text.charAt(last)) >= 0;
    }
}
