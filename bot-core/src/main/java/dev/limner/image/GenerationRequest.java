package dev.limner.image;

import dev.limner.prompt.Composition;
import java.util.List;

/**
 * One picture to be drawn.
 *
 * @param id names the request; the same when it is tried again
 * @param references in the order of the composition; those whose image is gone are not there
 */
public record GenerationRequest(String id, Composition composition, List<ReferenceImage> references) {
    public GenerationRequest {
        references = List.copyOf(references);
    }
}
