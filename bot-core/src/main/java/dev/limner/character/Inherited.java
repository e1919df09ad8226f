package dev.limner.character;

import dev.limner.chat.Place;
import dev.limner.chat.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What a place has of its own and from above, where the nearest of one name shadows the others. */
final class Inherited {
    private Inherited() {}

    static <T> Optional<T> find(Place place, Function<Scope, Optional<T>> lookUp) {
        return place.scopes().stream().map(lookUp).flatMap(Optional::stream).findFirst();
    }

    /** By folded name. */
    static <T> List<T> list(Place place, Function<Scope, List<T>> lookUp, Function<T, String> name) {
        Map<String, T> nearest = new TreeMap<>();
        for (Scope scope : place.scopes()) {
            for (T one : lookUp.apply(scope)) {
                nearest.putIfAbsent(Names.fold(name.apply(one)), one);
            }
        }
        return List.copyOf(nearest.values());
    }

    /** By key. */
    static Map<String, String> settings(Place place, Function<Scope, Map<String, String>> lookUp) {
        Map<String, String> nearest = new LinkedHashMap<>();
        for (Scope scope : place.scopes()) {
            lookUp.apply(scope).forEach(nearest::putIfAbsent);
        }
        return nearest;
    }
}
