package dev.limner.prompt;

/**
 * Makes a prompt of a story. The same input always gives the same prompt. Thread-safe; touches no more of the posts than
 * the scene's part.
 */
public final class Composer {

    /**
     * @throws CannotComposeException when nothing is left to draw, or something given cannot be taken: a faulty tag, an
     *     unknown avatar or character
     */
    public Composition compose(CompositionInput input) throws CannotComposeException {
        return new Composing(input).compose();
    }
}
