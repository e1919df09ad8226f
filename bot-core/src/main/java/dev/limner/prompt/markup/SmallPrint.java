package dev.limner.prompt.markup;

/**
 * Lines that Discord prints small, {@code -# like this}. Beside a story, and unless something is said or done in them by
 * its marks, they are what players add for one another.
 */
final class SmallPrint {
    private static final String MARKS = "\"*_\u201C\u201E\u00AB\u300C";

    private SmallPrint() {}

    /** Whether a remark of that kind begins at a place. */
    static boolean isRemark(String text, int at) {
        if (!text.startsWith("-# ", at) || (at > 0 && text.charAt(at - 1) != '\n')) {
            return false;
        }
        int end = text.indexOf('\n', at);
        end = end < 0 ? text.length() : end;
        for (int i = at; i < end; i++) {
            if (MARKS.indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return isStory(text, at - 1) || isStory(text, end + 1);
    }

    /** Whether the line that holds a place, or begins there, is printed large and has words. */
    private static boolean isStory(String text, int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        int from = text.lastIndexOf('\n', at - 1) + 1;
        int to = text.indexOf('\n', Math.max(at, from));
        boolean small = text.startsWith("-#", from);
        return !small && Sentences.hasWords(text.substring(from, to < 0 ? text.length() : to));
    }
}
