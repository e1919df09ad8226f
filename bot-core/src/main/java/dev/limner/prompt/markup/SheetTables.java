package dev.limner.prompt.markup;

import java.util.BitSet;

/** Tables in a post: rows around a line such as {@code |---|---|}, and fields of a sheet between bars above figures. */
final class SheetTables {
    private static final int NONE = -1;

    private SheetTables() {}

    static void cover(String text, BitSet covered) {
        if (text.indexOf('|') < 0 || text.indexOf('\n') < 0) {
            return;
        }
        int before = NONE;
        boolean table = false;
        for (int from = 0; from <= text.length(); ) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            boolean row = text.substring(from, end).indexOf('|') >= 0;
            boolean begins = row && before != NONE && !table && divides(text, before, from, end);
            if (begins) {
                covered.set(before, end);
            } else if (row && table) {
                covered.set(from, end);
            }
            table = row && (table || begins);
            before = row ? from : NONE;
            from = end + 1;
        }
    }

    /** Whether a row rules off the one before it, or holds the figures of the fields that it names. */
    private static boolean divides(String text, int before, int from, int end) {
        boolean rule = false;
        boolean figures = false;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            rule |= c == '-';
            figures |= Character.isDigit(c);
            if (Character.isLetter(c) || "!?\"".indexOf(c) >= 0) {
                return false;
            }
        }
        return figures ? namesFields(text, before, from - 1) : rule;
    }

    private static boolean namesFields(String text, int from, int end) {
        boolean any = false;
        for (String cell : text.substring(from, end).split("\\|", -1)) {
            String word = cell.replace("*", "").strip();
            if (!word.isEmpty() && !SheetBlocks.isFieldName(word)) {
                return false;
            }
            any |= !word.isEmpty();
        }
        return any;
    }
}
