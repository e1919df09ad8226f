package dev.limner.image.comfyui;

import dev.limner.image.ReferenceAbility;
import dev.limner.prompt.ModelFamily;

/** A way of drawing on one server: the graph, and what it takes. Immutable. */
interface Recipe {
    ModelFamily family();

    /** For people to read. */
    String model();

    /** Such as {@code SDXL with IP-Adapter}, for people to read. */
    String title();

    ReferenceAbility ability();

    Graph graph(Job job);
}
