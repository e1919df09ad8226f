package dev.limner.image.wire;

import java.util.Optional;

/** Prompts that a service would refuse for their length, cut at a blank. */
public final class PromptLength {
    private PromptLength() {}

    /** For the requester, when a prompt is cut. */
    public static Optional<String> note(String prompt, int most) {
        return prompt.codePointCount(0, prompt.length()) <= most
                ? Optional.empty()
                : Optional.of("The end of the prompt was left out: there is room for " + most + " characters.");
    }

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
