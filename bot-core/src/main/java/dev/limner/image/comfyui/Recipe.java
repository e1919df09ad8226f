package dev.limner.image.comfyui;

import dev.limner.image.ReferenceAbility;
import dev.limner.prompt.ModelFamily;
import java.util.List;

/** A way of drawing on one server: the graph, and what it takes. Immutable. */
interface Recipe {
    ModelFamily family();

    /** For people to read. */
    String model();

    /** Such as {@code SDXL with IP-Adapter}, for people to read. */
    String title();

    ReferenceAbility ability();

    Graph graph(Job job);

    /** What of a request has no place in it, for the requester. */
    default List<String> notes(Job job) {
        return List.of();
    }

    /** Likewise of any request, for the operator. */
    default List<String> gaps() {
        return List.of();
    }

    /** What to install or change to have more references taken, for the operator. */
    default List<String> more() {
        return List.of();
    }
}
