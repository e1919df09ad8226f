package dev.limner.app.cli;

import dev.limner.app.config.Configuration;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limner compose}: what would be sent to the image server, as JSON. */
@Command(name = "compose", description = "Print what would be sent to the image server, as JSON; draw nothing.")
final class ComposeCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(arity = "1..*", paramLabel = "STORY.json", description = "Story files; several give one line each.")
    private List<Path> files = List.of();

    @Option(
            names = "--scene-writer",
            description =
                    "Have the scene worded by the server that SCENE_WRITER_URL names; the notes say whether it was.")
    private boolean writes;

    ComposeCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws ConfigurationException, CannotException {
        Configuration configuration = shell.configuration();
        Stories stories = new Stories(configuration, writes);
        ImageSettings settings = configuration.image();
        ModelFamily usual = settings.defaultFamily();
        ListedNetworks listed = settings.networks();
        if (files.size() == 1) {
            shell.out().println(CompositionJson.pretty(composed(stories, files.get(0), usual, listed)));
            return CommandLineTool.DONE;
        }
        return oneLineEach(stories, usual, listed);
    }

    private int oneLineEach(Stories stories, ModelFamily usual, ListedNetworks listed) {
        int status = CommandLineTool.DONE;
        for (Path file : files) {
            try {
                shell.out().println(CompositionJson.line(composed(stories, file, usual, listed)));
            } catch (CannotException e) {
                shell.out().println(CompositionJson.error(String.valueOf(e.getMessage())));
                status = CommandLineTool.COULD_NOT;
            }
        }
        return status;
    }

    private Composition composed(Stories stories, Path file, ModelFamily usual, ListedNetworks listed)
            throws CannotException {
        Stories.Story story = stories.compose(shell.folder().resolve(file), usual, listed);
        AvatarFiles.missing(story.file()).forEach(fault -> shell.err().println("note: " + file + ": " + fault));
        return story.composition();
    }
}
