package dev.limner.image.storyboard.type;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The pair adjustments of a font's {@code GPOS} table, feature {@code kern}; FontBox reads only the older {@code kern}
 * table. Follows the OpenType specification 1.9, "GPOS", lookup types 2 (pairs) and 9 (extension).
 */
final class PairKerning {
    private static final int KERN = 0x6b65726e;
    private static final int PAIRS = 2;
    private static final int EXTENSION = 9;
    private static final int X_ADVANCE = 0x0004;

    private final ByteBuffer table;
    private final List<Integer> subtables = new ArrayList<>();

    PairKerning(byte[] gpos) {
        table = ByteBuffer.wrap(gpos);
        int lookups = u16(8);
        for (int index : kernLookups(u16(6))) {
            collect(lookups + u16(lookups + 2 + 2 * index));
        }
    }

    private Set<Integer> kernLookups(int features) {
        Set<Integer> found = new TreeSet<>();
        for (int i = 0; i < u16(features); i++) {
            int entry = features + 2 + 6 * i;
            if (table.getInt(entry) == KERN) {
                int feature = features + u16(entry + 4);
                for (int j = 0; j < u16(feature + 2); j++) {
                    found.add(u16(feature + 4 + 2 * j));
                }
            }
        }
        return found;
    }

    private void collect(int lookup) {
        int type = u16(lookup);
        for (int i = 0; i < u16(lookup + 4); i++) {
            int subtable = lookup + u16(lookup + 6 + 2 * i);
            if (type == PAIRS) {
                subtables.add(subtable);
            } else if (type == EXTENSION && u16(subtable + 2) == PAIRS) {
                subtables.add(subtable + table.getInt(subtable + 4));
            }
        }
    }

    /** What to add to the advance of the left glyph, in font units. */
    int between(int left, int right) {
        for (int subtable : subtables) {
            int covered = coverage(subtable + u16(subtable + 2), left);
            if (covered < 0 || (u16(subtable + 4) & X_ADVANCE) == 0) {
                continue;
            }
            if (u16(subtable) == 2) {
                return byClass(subtable, left, right);
            }
            int pair = pair(subtable, covered, right);
            if (pair >= 0) {
                return advance(subtable, pair + 2);
            }
        }
        return 0;
    }

    private int byClass(int subtable, int left, int right) {
        int first = classOf(subtable + u16(subtable + 8), left);
        int second = classOf(subtable + u16(subtable + 10), right);
        int record = valueSize(subtable, 4) + valueSize(subtable, 6);
        return advance(subtable, subtable + 16 + (first * u16(subtable + 14) + second) * record);
    }

    /** Where the record of a pair stands, or -1. */
    private int pair(int subtable, int covered, int right) {
        int set = subtable + u16(subtable + 10 + 2 * covered);
        int record = 2 + valueSize(subtable, 4) + valueSize(subtable, 6);
        int low = 0;
        int high = u16(set) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int at = set + 2 + middle * record;
            if (u16(at) == right) {
                return at;
            }
            if (u16(at) < right) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private int advance(int subtable, int value) {
        int before = Integer.bitCount(u16(subtable + 4) & (X_ADVANCE - 1));
        return table.getShort(value + 2 * before);
    }

    private int valueSize(int subtable, int formatAt) {
        return 2 * Integer.bitCount(u16(subtable + formatAt));
    }

    private int coverage(int at, int glyph) {
        boolean ranges = u16(at) == 2;
        for (int i = 0; i < u16(at + 2); i++) {
            int entry = at + 4 + i * (ranges ? 6 : 2);
            if (!ranges && u16(entry) == glyph) {
                return i;
            }
            if (ranges && u16(entry) <= glyph && glyph <= u16(entry + 2)) {
                return u16(entry + 4) + glyph - u16(entry);
            }
        }
        return -1;
    }

    private int classOf(int at, int glyph) {
        if (u16(at) == 1) {
            int index = glyph - u16(at + 2);
            return index >= 0 && index < u16(at + 4) ? u16(at + 6 + 2 * index) : 0;
        }
        for (int i = 0; i < u16(at + 2); i++) {
            int entry = at + 4 + 6 * i;
            if (u16(entry) <= glyph && glyph <= u16(entry + 2)) {
                return u16(entry + 4);
            }
        }
        return 0;
    }

    private int u16(int at) {
        return Short.toUnsignedInt(table.getShort(at));
    }
}
