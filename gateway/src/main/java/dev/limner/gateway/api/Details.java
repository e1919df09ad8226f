package dev.limner.gateway.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.prompt.Composition;
import dev.limner.prompt.Dropped;
import dev.limner.prompt.Reference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What Limner made of a request, beside what an API's own form has room for. */
final class Details {
    private Details() {}

    /** @param unused fields of the request that had no effect */
    static ObjectNode of(List<Counter.Picture> pictures, Set<String> unused) {
        Composition composition = pictures.get(0).composition();
        ObjectNode details = Json.object();
        ArrayNode ids = details.putArray("illustrations");
        Set<String> notes = new LinkedHashSet<>(composition.notes());
        for (Counter.Picture picture : pictures) {
            ids.add(picture.illustration().id());
            notes.addAll(picture.illustration().notes());
        }
        details.set("cast", Json.tree(composition.cast()));
        ArrayNode references = details.putArray("references");
        for (Reference reference : composition.references()) {
            references
                    .addObject()
                    .put("kind", reference.kind().word())
                    .put("name", reference.name().value())
                    .put("weight", reference.weight())
                    .put("from", reference.from());
        }
        ArrayNode dropped = details.putArray("dropped");
        for (Dropped one : composition.dropped()) {
            dropped.add(one.what() + ": " + one.text() + " (" + one.why() + ")");
        }
        details.set("notes", Json.tree(notes));
        details.set("not_used", Json.tree(unused));
        return details;
    }
}
