package dev.limner.illustration;

import dev.limner.chat.Place;
import java.util.List;

/**
 * Whose characters and presets a prompt is made with, where that is another place than the one it is drawn for.
 *
 * @param place whose they are
 * @param styles presets of that place by name, one laid over the next; the active one where none of them is there
 */
public record Troupe(Place place, List<String> styles) {
    public Troupe {
        styles = List.copyOf(styles);
    }

    static Troupe of(Place place) {
        return new Troupe(place, List.of());
    }
}
