package dev.limner.app.cli;

import dev.limner.app.StoryDesk;
import dev.limner.app.StoryDesk.StoryException;
import dev.limner.app.config.ConfigurationException;
import dev.limner.prompt.ModelFamily;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code limner compose}: what would be sent to the image server, as JSON. */
@Command(name = "compose", description = "Print what would be sent to the image server, as JSON; draw nothing.")
final class ComposeCommand implements Callable<Integer> {
    private final Shell shell;
    private final StoryDesk desk;

    @Parameters(arity = "1..*", paramLabel = "STORY.json", description = "Story files; several give one line each.")
    private List<Path> files = List.of();

    ComposeCommand(Shell shell, StoryDesk desk) {
        this.shell = shell;
        this.desk = desk;
    }

    @Override
    public Integer call() throws ConfigurationException, CannotException {
        ModelFamily usual = shell.configuration().image().defaultFamily();
        if (files.size() == 1) {
            shell.out().println(one(shell.folder().resolve(files.get(0)), usual));
            return CommandLineTool.DONE;
        }
        return each(usual);
    }

    private String one(Path file, ModelFamily usual) throws CannotException {
        try {
            return desk.compose(file, usual).json();
        } catch (StoryException e) {
            throw new CannotException(String.valueOf(e.getMessage()), e);
        }
    }

    private int each(ModelFamily usual) {
        int status = CommandLineTool.DONE;
        for (Path file : files) {
            try {
                shell.out()
                        .println(desk.compose(shell.folder().resolve(file), usual)
                                .json());
            } catch (StoryException e) {
                shell.out().println(ErrorJson.of(String.valueOf(e.getMessage())));
                status = CommandLineTool.COULD_NOT;
            }
        }
        return status;
    }
}
