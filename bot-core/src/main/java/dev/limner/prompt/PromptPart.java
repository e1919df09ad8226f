package dev.limner.prompt;

/**
 * A stretch of the prompt and where it came from; all parts in order, with their joints, read as the prompt.
 *
 * @param label for a character and its state the name, for the scene whoever speaks there; otherwise empty
 */
public record PromptPart(Source source, String label, String text) {

    /** Where words of a prompt come from. */
    public enum Source {
        STYLE,
        CHARACTER,
        /** What holds of a character for now. */
        STATE,
        /** Messages of the story. */
        SCENE,
        /** The scene writer's words. */
        WRITER,
        /** The prompt that a command gave. */
        COMMAND,
        HINT,
        /** What Limner says itself of the kind of picture. */
        LIMNER,
        JOINT;

        /** Whether it tells what is to be seen, and neither who nor how. */
        public boolean tellsScene() {
            return this == SCENE || this == WRITER || this == COMMAND || this == HINT;
        }
    }
}
