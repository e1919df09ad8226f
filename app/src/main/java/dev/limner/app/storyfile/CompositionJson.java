package dev.limner.app.storyfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.prompt.Composition;
import java.math.BigDecimal;

/** Writes compositions as JSON, as {@code compose} prints them. Thread-safe. */
public final class CompositionJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter LINE = JSON.writer();
    private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();

    private CompositionJson() {}

    /** For one file: over several lines. */
    public static String pretty(Composition composition) {
        return write(PRETTY, tree(composition));
    }

    /** For one of several files: in one line. */
    public static String line(Composition composition) {
        return write(LINE, tree(composition));
    }

    /** For a file that could not be composed: in one line. */
    public static String error(String message) {
        return write(LINE, JSON.createObjectNode().put("error", message));
    }

    private static ObjectNode tree(Composition composition) {
        ObjectNode tree = JSON.createObjectNode();
        tree.put("prompt", composition.prompt())
                .put("negative", composition.negative())
                .put("seed", composition.seed())
                .put("width", composition.width())
                .put("height", composition.height());
        ArrayNode cast = tree.putArray("cast");
        composition.cast().forEach(cast::add);
        ArrayNode references = tree.putArray("references");
        composition
                .references()
                .forEach(r -> references
                        .addObject()
                        .put("kind", r.kind().word())
                        .put("name", r.name().value())
                        .put("weight", BigDecimal.valueOf(r.weight()))
                        .put("from", r.from()));
        tree.putObject("tokens")
                .put("used", composition.tokens().used())
                .put("limit", composition.tokens().limit())
                .put("encoder", composition.tokens().encoder().word())
                .put("exact", composition.tokens().exact());
        ArrayNode dropped = tree.putArray("dropped");
        composition
                .dropped()
                .forEach(d -> dropped.addObject()
                        .put("what", d.what())
                        .put("text", d.text())
                        .put("why", d.why()));
        ArrayNode notes = tree.putArray("notes");
        composition.notes().forEach(notes::add);
        return tree;
    }

    private static String write(ObjectWriter writer, ObjectNode tree) {
        try {
            return writer.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of text and numbers is always JSON", e);
        }
    }
}
