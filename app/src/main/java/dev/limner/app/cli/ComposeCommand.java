package dev.limner.app.cli;

import dev.limner.app.config.ConfigurationException;
import dev.limner.app.config.ImageSettings;
import dev.limner.app.storyfile.CompositionJson;
import dev.limner.avatar.ListedNetworks;
import dev.limner.prompt.Composition;
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
    private final Stories stories = new Stories();

    @Parameters(arity = "1..*", paramLabel = "STORY.json", description = "Story files; several give one line each.")
    private List<Path> files = List.of();

    private ListedNetworks listed = ListedNetworks.NONE;

    ComposeCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws ConfigurationException, CannotException {
        ImageSettings settings = shell.configuration().image();
        ModelFamily usual = settings.defaultFamily();
        listed = settings.networks();
        if (files.size() == 1) {
            shell.out().println(CompositionJson.pretty(composed(files.get(0), usual)));
            return CommandLineTool.DONE;
        }
        return oneLineEach(usual);
    }

    private int oneLineEach(ModelFamily usual) {
        int status = CommandLineTool.DONE;
        for (Path file : files) {
            try {
                shell.out().println(CompositionJson.line(composed(file, usual)));
            } catch (CannotException e) {
                shell.out().println(CompositionJson.error(String.valueOf(e.getMessage())));
                status = CommandLineTool.COULD_NOT;
            }
        }
        return status;
    }

    private Composition composed(Path file, ModelFamily usual) throws CannotException {
        return stories.compose(shell.folder().resolve(file), usual, listed).composition();
    }
}
