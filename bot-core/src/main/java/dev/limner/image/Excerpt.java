package dev.limner.image;

import java.util.ArrayList;
import java.util.List;

/** What is kept of a file, copied once at the most: nothing is copied where all of it is kept. */
final class Excerpt {
    private final byte[] whole;
    private final List<Range> kept = new ArrayList<>();

    Excerpt(byte[] whole) {
        this.whole = whole;
    }

    private record Range(int from, int to) {
        int size() {
            return to - from;
        }
    }

    /** @param from not before the end of what is kept already */
    void keep(int from, int to) {
        int last = kept.size() - 1;
        if (last >= 0 && kept.get(last).to() == from) {
            kept.set(last, new Range(kept.get(last).from(), to));
        } else {
            kept.add(new Range(from, to));
        }
    }

    /** In bytes, so far. */
    int size() {
        return kept.stream().mapToInt(Range::size).sum();
    }

    /** Not to be changed, since it may be the file itself. */
    byte[] bytes() {
        if (size() == whole.length) {
            return whole;
        }
        byte[] bytes = new byte[size()];
        int at = 0;
        for (Range range : kept) {
            System.arraycopy(whole, range.from(), bytes, at, range.size());
            at += range.size();
        }
        return bytes;
    }
}
