package dev.limner.app;

import dev.limner.app.config.Configuration;

/** What {@code limner run} calls. */
public interface Starter {

    /**
     * Starts everything that is configured; returns when it is ready.
     *
     * @throws StartException when it cannot; the message is one line that says what to mend
     */
    Running start(Configuration configuration) throws StartException;
}
