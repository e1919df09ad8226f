package dev.limner.image;

import dev.limner.prompt.ModelFamily;

/**
 * What a backend can do with the model that it has loaded now.
 *
 * @param model as the server names it, for people to read
 * @param references which reference images it takes, and how
 * @param concurrency how many requests may be under way at once
 */
public record BackendProfile(ModelFamily family, String model, ReferenceAbility references, int concurrency) {

    /** How many face references it takes. */
    public int faces() {
        return references.faces().most();
    }

    /** How many style references it takes. */
    public int styles() {
        return references.styles().most();
    }
}
