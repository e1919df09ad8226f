package dev.limner.image;

import dev.limner.prompt.Composition;
import java.util.List;

/**
 * One picture to be drawn.
 *
 * @param id names the request; the same when it is tried again
 * @param perhapsBegun whether a server may have the work already, from an earlier try or a process that ended
 * @param references images in the order of the composition; those whose image is gone are not there
 * @param openToAll whether people of every age may see it, so that none for adults is to be asked for
 * @param networks LoRAs and embeddings in the order of the composition
 */
public record GenerationRequest(
        String id,
        Composition composition,
        List<ReferenceImage> references,
        List<Network> networks,
        boolean openToAll,
        boolean perhapsBegun) {
    public GenerationRequest {
        references = List.copyOf(references);
        networks = List.copyOf(networks);
    }

    public GenerationRequest(String id, Composition composition, List<ReferenceImage> references) {
        this(id, composition, references, List.of());
    }

    public GenerationRequest(
            String id, Composition composition, List<ReferenceImage> references, List<Network> networks) {
        this(id, composition, references, networks, false, false);
    }

    /** The same once more. */
    public GenerationRequest again() {
        return new GenerationRequest(id, composition, references, networks, openToAll, true);
    }
}
