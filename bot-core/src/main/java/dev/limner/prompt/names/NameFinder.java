package dev.limner.prompt.names;

import dev.limner.prompt.names.NameTree.Name;
import dev.limner.prompt.text.Endings;
import dev.limner.prompt.text.Script;
import dev.limner.prompt.text.Words;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Finds the characters that a text names, in one pass over its words, the longest name first. */
public final class NameFinder {
    /** So many ways to read one place as a name are followed; names that people bear need a handful. */
    private static final int MOST_WAYS = 200;

    private static final boolean[] EITHER = {false, true};
    private static final boolean[] DOT = {true};

    private final Lexicon lexicon;
    private final Finding finding;
    private final BooleanSupplier slavicText;
    private int slavic = -1;
    private final Words words = new Words();
    private int ways;
    private long steps;

    /** Told of each place where characters are named. */
    public interface Finding {
        void named(Named named);
    }

    /**
     * A place where characters are named.
     *
     * @param characters by their places
     * @param words of the text; they change with the next text that is read
     * @param first the name's first word
     * @param last its last one
     * @param start where the name begins in the folded text; within its word, in a script without blanks
     * @param end behind it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Named(int[] characters, Words words, int first, int last, int start, int end) {}

    /** @param slavic whether names in Latin letters may take Slavic case endings; asked once, where it decides */
    public NameFinder(Lexicon lexicon, BooleanSupplier slavic, Finding finding) {
        this.lexicon = lexicon;
        slavicText = slavic;
        this.finding = finding;
    }

    public void read(String text) {
        words.read(text);
        for (int at = 0; at < words.size(); ) {
            at = words.is(at, Words.UNSPACED) ? unspaced(at) : spaced(at);
        }
    }

    private boolean fits(Endings.Fit fit) {
        return fit == Endings.Fit.YES || (fit == Endings.Fit.SLAVIC && isSlavic());
    }

    /** Ways to go on with a name that were followed so far, over all that was read. */
    long steps() {
        return steps;
    }

    /** Whether it made a difference so far. */
    public boolean askedForSlavic() {
        return slavic >= 0;
    }

    private boolean isSlavic() {
        if (slavic < 0) {
            slavic = slavicText.getAsBoolean() ? 1 : 0;
        }
        return slavic == 1;
    }

    private int spaced(int at) {
        int end = from(at, words.start(at));
        boolean glued = end == at
                && words.end(at) - words.start(at) > 3
                && Script.isSemitic(words.folded().charAt(words.start(at)));
        if (glued) {
            end = from(at, words.start(at) + 1);
        }
        return Math.max(end, at + 1);
    }

    /** @return the word after the name, or the same word when there is no name */
    private int from(int at, int start) {
        Name best = null;
        CharSequence text = words.folded();
        int end = words.end(at);
        boolean capital = words.is(at, Words.CAPITAL);
        int node = WordTree.ROOT;
        for (int i = start; i < end; i++) {
            node = lexicon.tree().child(node, text.charAt(i));
            if (node == WordTree.NONE) {
                break;
            }
            int length = i + 1;
            int whole = lexicon.tree().whole(node);
            if (length == end) {
                best = whole == WordTree.NONE ? best : longer(best, fitting(whole, at, false), true);
                for (int form : lexicon.tree().forms(node)) {
                    if (fits(Endings.ofForm(text, start, end, capital))) {
                        best = longer(best, fitting(form, at, true), false);
                    }
                }
            } else {
                if (whole != WordTree.NONE && fits(Endings.afterWhole(text, start, length, end, capital))) {
                    best = longer(best, fitting(whole, at, true), true);
                }
                for (int stem : lexicon.tree().stems(node)) {
                    if (fits(Endings.afterStem(text, start, length, end, capital))) {
                        best = longer(best, fitting(stem, at, true), false);
                    }
                }
            }
        }
        if (best == null) {
            return at;
        }
        int last = at + best.length() - 1;
        finding.named(new Named(best.characters(), words, at, last, words.start(at), words.end(last)));
        return at + best.length();
    }

    private static @Nullable Name longer(@Nullable Name best, @Nullable Name other, boolean onTie) {
        if (best == null || other == null) {
            return other == null ? best : other;
        }
        int more = other.length() - best.length();
        return more > 0 || (more == 0 && onTie) ? other : best;
    }

    /** The name of most words that begins with a word and stands here. */
    private @Nullable Name fitting(int first, int at, boolean inflected) {
        NameTree.Node node = lexicon.names().beginning(first);
        if (node == null) {
            return null;
        }
        Name alone = node.name();
        ways = MOST_WAYS;
        return longest(node, at + 1, alone != null && reads(alone, at, inflected) ? alone : null);
    }

    private boolean reads(Name name, int at, boolean inflected) {
        if (name.kind() == CommonNames.Kind.NAME) {
            return name.anyCase() || CommonNames.isNoPlaceNorThing(words, at);
        }
        boolean inflects = !inflected || Script.isCyrillic(words.folded().charAt(words.start(at))) || isSlavic();
        return inflects && CommonNames.readsAsName(name.kind(), words, at);
    }

    /** Follows the names that go on with the word at a place, in whichever case form it is one of theirs. */
    private @Nullable Name longest(NameTree.Node node, int at, @Nullable Name best) {
        if (at >= words.size() || words.gap(at) == Words.Gap.HARD) {
            return best;
        }
        CharSequence text = words.folded();
        int start = words.start(at);
        if (!node.goesOnWith(text.charAt(start)) || --ways < 0) {
            return best;
        }
        steps++;
        int end = words.end(at);
        boolean capital = words.is(at, Words.CAPITAL);
        Name longest = best;
        int branch = WordTree.ROOT;
        for (int i = start; i < end; i++) {
            branch = lexicon.tree().child(branch, text.charAt(i));
            if (branch == WordTree.NONE) {
                break;
            }
            int length = i + 1;
            int whole = lexicon.tree().whole(branch);
            if (whole != WordTree.NONE
                    && goesOn(node, whole, at)
                    && (length == end || fits(Endings.afterWhole(text, start, length, end, capital)))) {
                longest = onward(node, whole, at, longest);
            }
            if (length == end) {
                for (int form : lexicon.tree().forms(branch)) {
                    if (goesOn(node, form, at) && fits(Endings.ofForm(text, start, end, capital))) {
                        longest = onward(node, form, at, longest);
                    }
                }
            }
            for (int stem : lexicon.tree().stems(branch)) {
                if (goesOn(node, stem, at) && fits(Endings.afterStem(text, start, length, end, capital))) {
                    longest = onward(node, stem, at, longest);
                }
            }
        }
        return longest;
    }

    private boolean goesOn(NameTree.Node node, int word, int at) {
        return node.after(word, true) != null || (words.gap(at) == Words.Gap.SOFT && node.after(word, false) != null);
    }

    private @Nullable Name onward(NameTree.Node node, int word, int at, @Nullable Name best) {
        Name longest = best;
        for (boolean dot : words.gap(at) == Words.Gap.SOFT ? EITHER : DOT) {
            NameTree.Node next = node.after(word, dot);
            if (next != null) {
                Name here = next.name();
                longest = longest(next, at + 1, here == null ? longest : longer(longest, here, false));
            }
        }
        return longest;
    }

    /** A run without blanks: at every place the longest name that may end where it ends. */
    private int unspaced(int at) {
        CharSequence text = words.folded();
        int end = words.end(at);
        for (int i = words.start(at); i < end; ) {
            int node = WordTree.ROOT;
            int next = i + 1;
            Name best = null;
            for (int k = i; k < end; k++) {
                node = lexicon.tree().child(node, text.charAt(k));
                if (node == WordTree.NONE) {
                    break;
                }
                Name single = single(lexicon.tree().whole(node));
                if (single != null && UnspacedNames.standsAlone(text, words.start(at), i, k + 1, end)) {
                    best = single;
                    next = k + 1;
                }
            }
            if (best != null) {
                finding.named(new Named(best.characters(), words, at, at, i, next));
            }
            i = next;
        }
        return at + 1;
    }

    private @Nullable Name single(int word) {
        NameTree.Node node = word == WordTree.NONE ? null : lexicon.names().beginning(word);
        return node == null ? null : node.name();
    }
}
