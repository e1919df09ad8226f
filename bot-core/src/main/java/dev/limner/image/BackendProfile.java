package dev.limner.image;

import dev.limner.prompt.ModelFamily;

/**
 * What a backend can do with the model that it has loaded now.
 *
 * @param model as the server names it, for people to read
 * @param faces how many face references it takes
 * @param styles how many style references it takes
 * @param concurrency how many requests may be under way at once
 */
public record BackendProfile(ModelFamily family, String model, int faces, int styles, int concurrency) {}
