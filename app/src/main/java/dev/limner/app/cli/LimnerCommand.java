package dev.limner.app.cli;

import dev.limner.app.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What stands before every subcommand; alone, it runs the bot. */
@Command(
        name = "limner",
        description = "Illustrates roleplay where it is played. Without a command: run.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = LimnerCommand.VersionLine.class,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:could not do it", "2:wrong usage or configuration"})
final class LimnerCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Add the trace to what is said of an error.")
    boolean verbose;

    LimnerCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws Exception {
        return new RunCommand(shell).call();
    }

    /** For {@code --version}. */
    static final class VersionLine implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"limner " + Version.current()};
        }
    }
}
