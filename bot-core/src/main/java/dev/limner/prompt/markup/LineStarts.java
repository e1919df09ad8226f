package dev.limner.prompt.markup;

/** Whether a line begins at a place of a text, or has begun with nothing but markup. Places are asked for in order. */
final class LineStarts {
    private final String text;
    /** Up to which place the text was read, and what was found there. */
    private int read;

    private boolean onlyMarkup = true;

    /** Where the line ends that was read last, once a word was found in it. */
    private int lineEnd = -1;

    LineStarts(String text) {
        this.text = text;
    }

    boolean at(int place) {
        while (read < place) {
            if (onlyMarkup) {
                char c = text.charAt(read++);
                onlyMarkup = c == '\n' || " *_~>#-".indexOf(c) >= 0;
            } else {
                lineEnd = lineEnd < read ? endOfLine() : lineEnd;
                onlyMarkup = lineEnd < place;
                read = Math.min(place, lineEnd + 1);
            }
        }
        return onlyMarkup;
    }

    private int endOfLine() {
        int end = text.indexOf('\n', read);
        return end < 0 ? text.length() : end;
    }
}
