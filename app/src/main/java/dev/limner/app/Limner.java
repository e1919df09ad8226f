package dev.limner.app;

import dev.limner.app.config.Configuration;

/** The composition root. */
final class Limner {
    private Limner() {}

    static Running start(Configuration configuration) throws StartException {
        throw new StartException("nothing is wired to start", null);
    }

    static StoryDesk stories() {
        return (file, usual) -> {
            throw new StoryDesk.StoryException(file + " cannot be composed: nothing is wired for that", null);
        };
    }
}
