package dev.limner.app.cli;

import dev.limner.app.config.BackendEntry;
import dev.limner.app.config.Configuration;
import dev.limner.app.config.ConfigurationException;
import dev.limner.app.config.ImageSettings;
import dev.limner.avatar.ListedNetworks;
import dev.limner.http.Http;
import dev.limner.image.BackendException;
import dev.limner.image.Backends;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationOutcome.Refused;
import dev.limner.image.GenerationRequest;
import dev.limner.image.JobBook;
import dev.limner.image.Need;
import dev.limner.image.Network;
import dev.limner.prompt.Composition;
import dev.limner.prompt.ModelFamily;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limner illustrate}: composes a story file, draws it, writes the picture. */
@Command(name = "illustrate", description = "Compose a story file, draw it with the image server that suits it.")
final class IllustrateCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "STORY.json", description = "The story file.")
    private Path file = Path.of("");

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT.png",
            description = "Where to write the picture, as PNG, or as JPEG where the name ends in .jpg; replaced if it"
                    + " exists.")
    private Path output = Path.of("");

    @Option(
            names = "--scene-writer",
            description =
                    "Have the scene worded by the server that SCENE_WRITER_URL names; the notes say whether it was.")
    private boolean writes;

    IllustrateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws ConfigurationException, CannotException, InterruptedException {
        Configuration configuration = shell.configuration();
        Stories stories = new Stories(configuration, writes);
        ImageSettings settings = configuration.image();
        Path read = shell.folder().resolve(file);
        PictureFile target = PictureFile.at(shell.folder().resolve(output));
        target.refuseToReplace(read);
        target.refuseOtherFormats();
        try (Backends backends = new Backends(
                dev.limner.app.Backends.all(settings, () -> Http.client().build(), JobBook.NONE))) {
            Stories.Story story = stories.compose(read, family(backends, settings), settings.networks());
            story.composition().notes().forEach(this::note);
            finish(draw(backends, request(story, settings.networks()), settings.networks()), target);
            return CommandLineTool.DONE;
        } catch (BackendException e) {
            String who = settings.backends().stream().map(BackendEntry::label).collect(Collectors.joining(", "));
            // the other words are for those who chat and can only ask whoever reads this
            throw new CannotException(who + ": " + e.detail(), e);
        }
    }

    /** The configured one, otherwise what the server has loaded. */
    private static ModelFamily family(Backends backends, ImageSettings settings) throws BackendException {
        ModelFamily configured = settings.family();
        return configured == null ? backends.best(Need.of(null, null)).profile().family() : configured;
    }

    private static GenerationRequest request(Stories.Story story, ListedNetworks listed) throws CannotException {
        Composition composition = story.composition();
        return new GenerationRequest(
                // one of its own for each run: servers find a request's work by its id
                "illustrate-" + UUID.randomUUID(),
                composition,
                new AvatarFiles().read(composition.references(), story.file()),
                composition.references().stream()
                        .flatMap(reference -> Network.of(reference, listed).stream())
                        .toList());
    }

    private GenerationOutcome draw(Backends backends, GenerationRequest request, ListedNetworks listed)
            throws BackendException, InterruptedException {
        Need need = Need.of(null, null).with(request.composition(), listed);
        try (ProgressBar bar = new ProgressBar(shell.err(), shell.terminal())) {
            return backends.draw(need, request, bar).outcome();
        }
    }

    private void finish(GenerationOutcome outcome, PictureFile target) throws CannotException {
        if (outcome instanceof Refused refused) {
            throw new CannotException("the image server will not draw this: " + refused.reason(), null);
        }
        if (outcome instanceof Generated generated) {
            generated.notes().forEach(this::note);
            target.write(generated.picture());
        }
    }

    private void note(String note) {
        shell.err().println("note: " + note);
    }
}
