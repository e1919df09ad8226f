package dev.limner.app;

import dev.limner.app.cli.CommandLineTool;
import java.nio.file.Path;

/** Where the process begins. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        CommandLineTool tool = new CommandLineTool(
                Path.of(""), System.getenv(), System.out, System.err, System.console() != null, Limner::start);
        System.exit(tool.run(arguments));
    }
}
