package dev.limner.image.a1111;

import dev.limner.prompt.ModelFamily;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a server.
 *
 * @param model that will draw, as the server names it
 * @param override what a request has to name to be drawn with it; null when it is the loaded one
 * @param familySource where the family is known from, for the operator
 * @param references how it takes images
 */
record ServerState(
        Dialect dialect,
        String model,
        @Nullable String override,
        ModelFamily family,
        String familySource,
        OfferedNames samplers,
        OfferedNames schedulers,
        ReferenceWay references,
        Networks networks) {}
