package dev.limner.app.cli;

import dev.limner.app.Starter;
import dev.limner.app.config.ConfigurationException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command line: takes arguments, gives the exit status. */
public final class CommandLineTool {
    static final int DONE = 0;
    static final int COULD_NOT = 1;
    static final int WRONG_USAGE = 2;

    private final Shell shell;

    /** @param terminal whether standard error is watched by somebody, so that progress may be drawn there */
    public CommandLineTool(
            Path folder,
            Map<String, String> environment,
            PrintStream out,
            PrintStream err,
            boolean terminal,
            Starter starter) {
        this.shell = new Shell(folder, environment, out, err, terminal, starter);
    }

    /** Does what the arguments ask; returns the exit status. */
    public int run(String... arguments) {
        LimnerCommand root = new LimnerCommand(shell);
        CommandLine line = new CommandLine(root)
                .addSubcommand(new RunCommand(shell))
                .addSubcommand(new ComposeCommand(shell))
                .addSubcommand(new IllustrateCommand(shell))
                .addSubcommand(new DoctorCommand(shell));
        line.setOut(new PrintWriter(shell.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((e, args) -> wrongUsage(e));
        line.setExecutionExceptionHandler((e, command, result) -> failed(e, root.verbose));
        return line.execute(arguments);
    }

    private int wrongUsage(ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        say(oneLine(String.valueOf(e.getMessage())) + "; see " + command + " --help");
        return WRONG_USAGE;
    }

    private int failed(Exception e, boolean verbose) {
        boolean ours = e instanceof ConfigurationException || e instanceof CannotException;
        say(
                ours
                        ? oneLine(String.valueOf(e.getMessage()))
                        : "failed: " + oneLine(e.toString()) + "; --verbose tells more");
        if (verbose) {
            e.printStackTrace(shell.err());
        }
        return e instanceof ConfigurationException ? WRONG_USAGE : COULD_NOT;
    }

    private void say(String fault) {
        shell.err().println("limner: " + fault);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
