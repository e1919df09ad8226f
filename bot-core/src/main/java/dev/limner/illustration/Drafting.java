package dev.limner.illustration;

import dev.limner.avatar.ListedNetworks;
import dev.limner.character.ChannelSettings;
import dev.limner.character.PictureSize;
import dev.limner.character.Settings;
import dev.limner.chat.Place;
import dev.limner.image.BackendException;
import dev.limner.image.Backends;
import dev.limner.image.Need;
import dev.limner.prompt.Ask;
import dev.limner.prompt.CannotComposeException;
import dev.limner.prompt.Composer;
import dev.limner.prompt.Composition;
import dev.limner.prompt.CompositionInput;
import dev.limner.prompt.Mode;
import dev.limner.prompt.ModelFamily;
import dev.limner.scenewriter.SceneWriter;
import dev.limner.scenewriter.WordedScenes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes the prompt for a place, by its settings and the model that will read it. Thread-safe; blocks. */
public final class Drafting {
    private final SceneReader scenes;
    private final Composer composer;
    private final Backends backends;
    private final Settings settings;
    private final ListedNetworks listed;
    private final WordedScenes worded;
    private final ReadAhead ahead;

    /**
     * @param ahead is told of what channels stories are drawn
     * @param listed which LoRAs and embeddings tags may name
     * @param writer words the scenes; null where stories are drawn in their own words
     */
    public Drafting(
            SceneReader scenes,
            Composer composer,
            ReadAhead ahead,
            Backends backends,
            Settings settings,
            ListedNetworks listed,
            @Nullable SceneWriter writer) {
        this.ahead = ahead;
        this.worded = new WordedScenes(composer, writer);
        this.scenes = scenes;
        this.composer = composer;
        this.backends = backends;
        this.settings = settings;
        this.listed = listed;
    }

    ChannelSettings settingsOf(Place place) {
        return settings.of(place);
    }

    /** The name of who would draw for this place now. */
    public String backendFor(Place place) {
        return backends.likely(need(place));
    }

    /** What would draw for this place now, as its server names it. */
    public String modelFor(Place place) throws BackendException {
        return backends.best(need(place)).profile().model();
    }

    /** What a picture of this place needs, once it is composed. */
    Need need(Place place, Composition composition) {
        return need(place).with(composition, listed);
    }

    Backends backends() {
        return backends;
    }

    /** How long to wait before {@link #compose}, since it is not yet known which messages stay; zero for not at all. */
    Duration undecidedFor(Place place, Ask ask, Window window, Instant now) {
        return scenes.undecidedFor(place, ask, window, now);
    }

    /** Composes for the model that the place's backend has now. */
    public Composition compose(Place place, Ask ask, Window window, long seed)
            throws CannotComposeException, BackendException {
        return compose(place, Troupe.of(place), ask, window, seed);
    }

    /** Composes for one place with the characters and presets of another. */
    public Composition compose(Place place, Troupe troupe, Ask ask, Window window, long seed)
            throws CannotComposeException, BackendException {
        ChannelSettings set = settings.of(place);
        ModelFamily family = familyFor(need(set));
        CompositionInput input = read(place, troupe, ask, window, seed, family);
        // what its references need may be somebody else, who reads prompts otherwise
        ModelFamily drawing = familyFor(need(set).with(composer.compose(input), listed));
        return sized(
                set, ask, worded.compose(drawing == family ? input : read(place, troupe, ask, window, seed, drawing)));
    }

    /**
     * Composes even when the backend cannot be reached, for a model of the usual length: enough to see whether there is
     * anything to draw.
     */
    public Composition draft(Place place, Ask ask, Window window, long seed) throws CannotComposeException {
        ChannelSettings set = settings.of(place);
        ModelFamily family;
        try {
            family = familyFor(need(set));
        } catch (BackendException e) {
            family = ModelFamily.FLUX1_SCHNELL;
        }
        return sized(set, ask, composer.compose(read(place, Troupe.of(place), ask, window, seed, family)));
    }

    private CompositionInput read(Place place, Troupe troupe, Ask ask, Window window, long seed, ModelFamily family) {
        CompositionInput input = scenes.read(place, troupe, ask, window, seed, family);
        if (!input.posts().isEmpty()) {
            ahead.drawn(place.channel(), input.characters());
        }
        return input;
    }

    /** What a prompt for this place is composed for now. @throws BackendException when no server could be asked yet */
    public ModelFamily familyFor(Place place) throws BackendException {
        return familyFor(need(place));
    }

    private ModelFamily familyFor(Need need) throws BackendException {
        ModelFamily set = need.model();
        return set == null ? backends.best(need).profile().family() : set;
    }

    private Need need(Place place) {
        return need(settings.of(place));
    }

    private static Need need(ChannelSettings set) {
        return Need.of(set.backend(), set.model());
    }

    private static Composition sized(ChannelSettings set, Ask ask, Composition composition) {
        PictureSize size = set.size();
        return size == null ? composition : sized(composition, ask.mode(), size);
    }

    /** A portrait stays upright and a background wide, whatever size is set. */
    private static Composition sized(Composition composition, Mode mode, PictureSize size) {
        int longer = Math.max(size.width(), size.height());
        int shorter = Math.min(size.width(), size.height());
        return switch (mode.format()) {
            case SQUARE -> composition.withSize(size.width(), size.height());
            case UPRIGHT -> composition.withSize(shorter, longer);
            case WIDE -> composition.withSize(longer, shorter);
        };
    }
}
