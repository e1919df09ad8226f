package dev.limner.app.cli;

import dev.limner.app.Running;
import dev.limner.app.StartException;
import dev.limner.app.config.Configuration;
import dev.limner.app.config.ConfigurationException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** {@code limner run}: everything that is configured, until the process is told to end. */
@Command(name = "run", description = "Run everything that is configured; the default.")
final class RunCommand implements Callable<Integer> {
    private final Shell shell;

    RunCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws ConfigurationException, CannotException, InterruptedException {
        Configuration configuration = shell.configuration();
        configuration.requireRunnable();
        LogFiles.writeTo(configuration.data());
        configuration.notices().forEach(notice -> shell.err().println("limner: " + notice));
        Running running = start(configuration);
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "shutdown"));
        running.surfaces().forEach(shell.out()::println);
        shell.out().flush();
        new CountDownLatch(1).await();
        return CommandLineTool.DONE;
    }

    private Running start(Configuration configuration) throws CannotException {
        try {
            return shell.starter().start(configuration);
        } catch (StartException e) {
            throw new CannotException(String.valueOf(e.getMessage()), e);
        }
    }
}
