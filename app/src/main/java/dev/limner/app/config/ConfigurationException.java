package dev.limner.app.config;

/** A configuration that nothing can be started with; the message is one line that names the key and the fix. */
public final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }
}
