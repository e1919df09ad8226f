package dev.limner.prompt.names;

import dev.limner.prompt.text.Quotation;
import dev.limner.prompt.text.Words;

/** Who speaks or acts in what is written as a script, by the name at a line's start. */
final class SpeakerTags {
    private static final int LONGEST_ASIDE = 6;

    private SpeakerTags() {}

    static boolean isTag(Words words, int at) {
        char after = words.after(at);
        boolean talks = at + 1 < words.size() && words.is(at + 1, Words.QUOTED);
        if (after == ':' && talks && CommonNames.startsSentence(words, at)) {
            return true;
        }
        char before = words.before(at);
        if (!words.is(at, Words.CAPITAL) || (at > 0 && words.gap(at) != Words.Gap.HARD)) {
            return false;
        }
        return switch (after) {
            case ':' -> before == '\n' || isDecoration(before);
            case '(' -> before == '\n' && isAsideBeforeColon(words, at + 1);
            case '*', '_', Quotation.EMPHASIS ->
                before == '\n' || (isDecoration(before) && at + 1 < words.size() && words.before(at + 1) == ':');
            case '"', '\u201C', '\u201E', '\u00AB', '-', '\u2013', '\u2014' -> before == '\n' && talks;
            default -> false;
        };
    }

    private static boolean isDecoration(char before) {
        return before == '*' || before == '_' || before == Quotation.EMPHASIS;
    }

    /** {@code Rose (angry): No.} */
    private static boolean isAsideBeforeColon(Words words, int first) {
        int last = first;
        while (last < first + LONGEST_ASIDE && last + 1 < words.size() && words.after(last) != ')') {
            last++;
        }
        return words.after(last) == ')' && last + 1 < words.size() && words.before(last + 1) == ':';
    }
}
