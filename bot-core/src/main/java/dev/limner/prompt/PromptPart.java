package dev.limner.prompt;

/**
 * A stretch of the prompt and where it came from; all parts in order, with their joints, read as the prompt.
 *
 * @param label for a character its name, otherwise empty
 */
public record PromptPart(Source source, String label, String text) {

    /** Where words of a prompt come from. */
    public enum Source {
        STYLE,
        CHARACTER,
        SCENE,
        HINT,
        JOINT
    }
}
