package dev.limner.prompt.markup;

/** Code in a chat message: between backticks. */
final class Code {
    private Code() {}

    /** Where the code that begins at a backtick ends, with the result behind dice; lone backticks are passed over. */
    static int end(String text, int at) {
        int run = at;
        while (run < text.length() && text.charAt(run) == '`') {
            run++;
        }
        String fence = text.substring(at, Math.min(run, at + 3));
        int close = text.indexOf(fence, run);
        if (fence.length() == 3) {
            return close < 0 ? text.length() : close + 3;
        }
        if (close < 0 || text.substring(run, close).indexOf('\n') >= 0) {
            return run;
        }
        int end = close + fence.length();
        return InlineDice.end(text, run, close) > run ? InlineDice.endOfResult(text, end, text.length()) : end;
    }
}
