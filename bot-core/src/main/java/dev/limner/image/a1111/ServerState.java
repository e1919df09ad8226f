package dev.limner.image.a1111;

import dev.limner.prompt.ModelFamily;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a server.
 *
 * @param progress what it tells of a picture under way
 * @param model that will draw, as the server names it
 * @param override what a request has to name to be drawn with it; null when it is the loaded one
 * @param familySource where the family is known from, for the operator
 * @param parts of FLUX.1 at Forge
 * @param references how it takes images
 */
record ServerState(
        Dialect dialect,
        Dialect.Progress progress,
        String model,
        @Nullable String override,
        ModelFamily family,
        String familySource,
        OfferedNames samplers,
        OfferedNames schedulers,
        ReferenceWay references,
        Networks networks,
        FluxParts parts) {}
