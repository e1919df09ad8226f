package dev.limner.image.comfyui;

import dev.limner.image.ReferenceImage;
import dev.limner.image.Sampling;
import dev.limner.image.comfyui.Graph.Link;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IP-Adapter for FLUX.1 dev. It follows the whole of an image, so that the likeness of a face is loose. It changes
 * the blocks of the model, as PuLID does: both in one graph do not work. Once loaded it has one weight: in builds of
 * InstantX' nodes, all its images count with the one that was applied last.
 */
sealed interface FluxAdapter permits InstantXAdapter, XLabsAdapter {

    /**
     * The one that takes more images first.
     *
     * @param device on which the server draws, as {@code /system_stats} names its type; may be empty
     */
    static Optional<FluxAdapter> of(ObjectInfo info, String device) {
        Optional<FluxAdapter> several = InstantXAdapter.of(info, device).map(FluxAdapter.class::cast);
        return several.isPresent() ? several : XLabsAdapter.of(info).map(FluxAdapter.class::cast);
    }

    /** For people to read. */
    String title();

    /** How many images it takes. */
    int most();

    /** Why no more. */
    String why();

    Link load(Graph graph);

    /**
     * @param loaded what {@link #load} gave
     * @param weight of all its images, 0 to 1
     * @return the changed model
     */
    Link apply(Graph graph, Link model, Link loaded, ReferenceImage image, Link pixels, double weight);

    /** The end of a graph whose model it changed. */
    void sample(Graph graph, Loaded loaded, Sampling sampling, Job job, Link positive, Link negative);

    /** Of files that are often named by their folder only, the first whose path contains the pattern. */
    static Optional<String> byPath(List<String> files, String regex) {
        Pattern pattern = Pattern.compile(regex);
        return files.stream()
                .filter(file -> pattern.matcher(file.toLowerCase(Locale.ROOT)).find())
                .findFirst();
    }
}
