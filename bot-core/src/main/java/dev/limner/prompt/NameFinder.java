package dev.limner.prompt;

import dev.limner.prompt.Lexicon.NamePattern;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Finds the characters that a text names, in one pass over its words, the longest name first. */
final class NameFinder {
    private final Lexicon lexicon;
    private final Finding finding;
    private final BooleanSupplier slavicText;
    private int slavic = -1;
    private final Words words = new Words();

    /** Told of each place where characters are named. */
    interface Finding {
        /**
         * @param first the name's first word
         * @param last its last one
         * @param start where the name begins in the folded text; within its word, in a script without blanks
         * @param end behind it
         */
        void named(int[] characters, Words words, int first, int last, int start, int end);
    }

    /** @param slavic whether names in Latin letters may take Slavic case endings; asked once, where it decides */
    NameFinder(Lexicon lexicon, BooleanSupplier slavic, Finding finding) {
        this.lexicon = lexicon;
        slavicText = slavic;
        this.finding = finding;
    }

    void read(String text) {
        words.read(text);
        for (int at = 0; at < words.size(); ) {
            at = words.is(at, Words.UNSPACED) ? unspaced(at) : spaced(at);
        }
    }

    private boolean fits(Endings.Fit fit) {
        return fit == Endings.Fit.YES || (fit == Endings.Fit.SLAVIC && isSlavic());
    }

    /** Whether it made a difference so far. */
    boolean askedForSlavic() {
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
        NamePattern best = null;
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
        int last = at + best.words().length - 1;
        finding.named(best.characters(), words, at, last, words.start(at), words.end(last));
        return at + best.words().length;
    }

    private static @Nullable NamePattern longer(
            @Nullable NamePattern best, @Nullable NamePattern other, boolean onTie) {
        if (best == null || other == null) {
            return other == null ? best : other;
        }
        int more = other.words().length - best.words().length;
        return more > 0 || (more == 0 && onTie) ? other : best;
    }

    /** The pattern of most words that begins with a word and stands here. */
    private @Nullable NamePattern fitting(int first, int at, boolean inflected) {
        char next = at + 1 < words.size() ? words.folded().charAt(words.start(at + 1)) : ' ';
        for (NamePattern pattern : lexicon.beginningWith(first)) {
            if (pattern.words().length > 1 && pattern.initials()[1] != next) {
                continue;
            }
            if (reads(pattern, at, inflected) && rest(pattern, at)) {
                return pattern;
            }
        }
        return null;
    }

    private boolean reads(NamePattern pattern, int at, boolean inflected) {
        if (pattern.words().length > 1) {
            return true;
        }
        if (pattern.kind() == CommonNames.Kind.NAME) {
            return pattern.anyCase() || CommonNames.isNoPlaceNorThing(words, at);
        }
        boolean inflects = !inflected || Script.isCyrillic(words.folded().charAt(words.start(at))) || isSlavic();
        return inflects && CommonNames.readsAsName(pattern.kind(), words, at);
    }

    private boolean rest(NamePattern pattern, int at) {
        if (at + pattern.words().length > words.size()) {
            return false;
        }
        for (int k = 1; k < pattern.words().length; k++) {
            Words.Gap gap = words.gap(at + k);
            boolean together = gap == Words.Gap.SOFT || (gap == Words.Gap.DOT && pattern.dots()[k]);
            if (!together || !is(pattern.words()[k], at + k)) {
                return false;
            }
        }
        return true;
    }

    private boolean is(int word, int at) {
        CharSequence text = words.folded();
        int start = words.start(at);
        int end = words.end(at);
        boolean capital = words.is(at, Words.CAPITAL);
        int node = WordTree.ROOT;
        for (int i = start; i < end; i++) {
            node = lexicon.tree().child(node, text.charAt(i));
            if (node == WordTree.NONE) {
                return false;
            }
            boolean here = lexicon.tree().whole(node) == word;
            if (here && (i + 1 == end || fits(Endings.afterWhole(text, start, i + 1, end, capital)))) {
                return true;
            }
            if (i + 1 == end
                    && fits(Endings.ofForm(text, start, end, capital))
                    && has(lexicon.tree().forms(node), word)) {
                return true;
            }
            for (int stem : lexicon.tree().stems(node)) {
                if (stem == word && fits(Endings.afterStem(text, start, i + 1, end, capital))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean has(int[] words, int word) {
        for (int w : words) {
            if (w == word) {
                return true;
            }
        }
        return false;
    }

    /** A run without blanks: at every place the longest name that may end where it ends. */
    private int unspaced(int at) {
        CharSequence text = words.folded();
        int end = words.end(at);
        for (int i = words.start(at); i < end; ) {
            int node = WordTree.ROOT;
            int next = i + 1;
            NamePattern best = null;
            for (int k = i; k < end; k++) {
                node = lexicon.tree().child(node, text.charAt(k));
                if (node == WordTree.NONE) {
                    break;
                }
                NamePattern single = single(lexicon.tree().whole(node));
                if (single != null && UnspacedNames.standsAlone(text, words.start(at), i, k + 1, end)) {
                    best = single;
                    next = k + 1;
                }
            }
            if (best != null) {
                finding.named(best.characters(), words, at, at, i, next);
            }
            i = next;
        }
        return at + 1;
    }

    private @Nullable NamePattern single(int word) {
        if (word == WordTree.NONE) {
            return null;
        }
        for (NamePattern pattern : lexicon.beginningWith(word)) {
            if (pattern.words().length == 1) {
                return pattern;
            }
        }
        return null;
    }
}
