package dev.limner.prompt.names;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names as paths of words, so that those which begin alike are followed together. */
final class NameTree {
    /** By the number of the word that a name begins with; looked up at every word of a text. */
    private @Nullable Node[] beginnings = {};

    /** One name. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Name(int length, int[] characters, CommonNames.Kind kind, boolean anyCase) {
        @Override
        public String toString() {
            return kind + " of " + length + " words";
        }
    }

    /** Where one word of a name, or of several, was read. */
    static final class Node {
        private final Map<Integer, Node> next = new HashMap<>(2);
        private String initials = "";
        private @Nullable Name name;

        /** The name that ends here. */
        @Nullable
        Name name() {
            return name;
        }

        /** Whether some name goes on with a word that begins so. */
        boolean goesOnWith(char initial) {
            return initials.indexOf(initial) >= 0;
        }

        /** @param dot whether the name has a dot before that word */
        @Nullable
        Node after(int word, boolean dot) {
            return next.get(key(word, dot));
        }

        private static int key(int word, boolean dot) {
            return word * 2 + (dot ? 1 : 0);
        }
    }

    /** The names that begin with a word. */
    @Nullable
    Node beginning(int word) {
        return word < beginnings.length ? beginnings[word] : null;
    }

    /**
     * @param words numbers of a {@link WordTree}
     * @param initials each word's first character
     * @param dots whether a dot stands before each word
     */
    void add(int[] words, char[] initials, boolean[] dots, Name name) {
        Node node = begin(words[0]);
        for (int i = 1; i < words.length; i++) {
            if (!node.goesOnWith(initials[i])) {
                node.initials += initials[i];
            }
            node = node.next.computeIfAbsent(Node.key(words[i], dots[i]), key -> new Node());
        }
        node.name = name;
    }

    private Node begin(int word) {
        if (word >= beginnings.length) {
            beginnings = Arrays.copyOf(beginnings, Math.max(word + 1, 2 * beginnings.length));
        }
        Node known = beginnings[word];
        if (known == null) {
            known = new Node();
            beginnings[word] = known;
        }
        return known;
    }
}
