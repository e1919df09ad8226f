package dev.limner.app.cli;

import dev.limner.app.Starter;
import dev.limner.app.config.Configuration;
import dev.limner.app.config.ConfigurationException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command works in.
 *
 * @param folder the working directory
 * @param terminal whether somebody watches standard error
 */
record Shell(
        Path folder,
        Map<String, String> environment,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        Starter starter) {

    Shell {
        environment = Map.copyOf(environment);
    }

    Configuration configuration() throws ConfigurationException {
        return Configuration.load(folder, environment);
    }
}
