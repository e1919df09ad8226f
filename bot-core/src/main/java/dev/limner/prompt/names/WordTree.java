package dev.limner.prompt.names;

import java.util.Arrays;

/** Words as paths of characters, so that a text is compared with all of them at once, each step one look-up. */
final class WordTree {
    static final int ROOT = 0;
    static final int NONE = -1;
    private static final int[] NO_WORDS = {};

    private long[] keys = new long[256];
    private int[] children = new int[256];
    private int edges;
    private int nodes = 1;
    private int[] whole = {NONE};
    private int[][] stems = {NO_WORDS};
    private int[][] forms = {NO_WORDS};
    private int words;

    WordTree() {
        Arrays.fill(keys, NONE);
    }

    /** @return the word's number; the same for the same word */
    int add(CharSequence word) {
        int node = path(word, word.length());
        if (whole[node] == NONE) {
            whole[node] = words++;
        }
        return whole[node];
    }

    /** Notes that a word's first so many characters, with an ending, are that word too. */
    void addStem(CharSequence word, int length, int number) {
        int node = path(word, length);
        stems[node] = with(stems[node], number);
    }

    /** Notes that another whole word is that word too, in another case. */
    void addForm(CharSequence form, int number) {
        int node = path(form, form.length());
        forms[node] = with(forms[node], number);
    }

    private static int[] with(int[] known, int number) {
        for (int k : known) {
            if (k == number) {
                return known;
            }
        }
        int[] more = Arrays.copyOf(known, known.length + 1);
        more[known.length] = number;
        return more;
    }

    int child(int node, char c) {
        long key = ((long) node << 16) | c;
        int mask = keys.length - 1;
        for (int i = slot(key, mask); ; i = (i + 1) & mask) {
            if (keys[i] == key) {
                return children[i];
            }
            if (keys[i] == NONE) {
                return NONE;
            }
        }
    }

    /** The number of the word that ends at a node, or {@link #NONE}. */
    int whole(int node) {
        return whole[node];
    }

    int[] stems(int node) {
        return stems[node];
    }

    /** The words of which a form ends at a node. */
    int[] forms(int node) {
        return forms[node];
    }

    private int path(CharSequence word, int length) {
        int node = ROOT;
        for (int i = 0; i < length; i++) {
            int next = child(node, word.charAt(i));
            node = next == NONE ? grow(node, word.charAt(i)) : next;
        }
        return node;
    }

    private int grow(int node, char c) {
        if (2 * (edges + 1) > keys.length) {
            rehash();
        }
        if (nodes == whole.length) {
            int room = Math.max(256, 2 * nodes);
            whole = Arrays.copyOf(whole, room);
            stems = Arrays.copyOf(stems, room);
            forms = Arrays.copyOf(forms, room);
        }
        whole[nodes] = NONE;
        stems[nodes] = NO_WORDS;
        forms[nodes] = NO_WORDS;
        put(((long) node << 16) | c, nodes);
        edges++;
        return nodes++;
    }

    private void rehash() {
        long[] oldKeys = keys;
        int[] oldChildren = children;
        keys = new long[2 * oldKeys.length];
        children = new int[keys.length];
        Arrays.fill(keys, NONE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != NONE) {
                put(oldKeys[i], oldChildren[i]);
            }
        }
    }

    private void put(long key, int child) {
        int mask = keys.length - 1;
        int i = slot(key, mask);
        while (keys[i] != NONE) {
            i = (i + 1) & mask;
        }
        keys[i] = key;
        children[i] = child;
    }

    private static int slot(long key, int mask) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & mask;
    }
}
