package dev.limner.image.wire;

/** Prompts that a service would refuse for their length, cut at a blank. */
public final class PromptLength {
    private PromptLength() {}

    /** @param most characters (code points) that the service takes */
    public static String cut(String prompt, int most) {
        if (prompt.codePointCount(0, prompt.length()) <= most) {
            return prompt;
        }
        String start = prompt.substring(0, prompt.offsetByCodePoints(0, most));
        int blank = start.lastIndexOf(' ');
        return (blank > most / 2 ? start.substring(0, blank) : start).stripTrailing();
    }
}
