package dev.limner.app.storyfile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.input.UserText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON object and where it stands; every fault is named with its place. A null field is an absent one. */
final class Fields {
    private final JsonNode node;
    private final String path;

    private Fields(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    static Fields of(JsonNode node, String path) throws StoryFileException {
        if (!node.isObject()) {
            throw new StoryFileException(
                    (path.isEmpty() ? "the file" : path) + " is to be an object, not " + kind(node));
        }
        return new Fields(node, path);
    }

    Fields only(String... known) throws StoryFileException {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!Arrays.asList(known).contains(name)) {
                throw new StoryFileException(
                        "unknown field %s; known here: %s".formatted(place(name), String.join(", ", known)));
            }
        }
        return this;
    }

    StoryFileException wrong(String field, String fault) {
        return new StoryFileException(place(field) + ": " + fault);
    }

    @Nullable
    String text(String field) throws StoryFileException {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            throw wrongType(field, "text", value);
        }
        return printable(field, value.textValue());
    }

    /** A file is written with care, so what no text holds is a fault of whatever wrote it, and named. */
    private String printable(String field, String text) throws StoryFileException {
        Optional<String> unprintable = UserText.unprintable(text);
        if (unprintable.isPresent()) {
            throw wrong(
                    field,
                    "has a control character or half of a character in it (" + unprintable.get() + "); take it out");
        }
        return text;
    }

    String textOr(String field, String other) throws StoryFileException {
        String text = text(field);
        return text == null ? other : text;
    }

    String requiredText(String field) throws StoryFileException {
        String text = text(field);
        if (text == null) {
            throw wrong(field, "is missing");
        }
        return text;
    }

    boolean flag(String field) throws StoryFileException {
        JsonNode value = value(field);
        if (value != null && !value.isBoolean()) {
            throw wrongType(field, "true or false", value);
        }
        return value != null && value.booleanValue();
    }

    @Nullable
    Long number(String field, long least, long most) throws StoryFileException {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber()) {
            throw wrongType(field, "a whole number", value);
        }
        if (!value.canConvertToLong() || value.longValue() < least || value.longValue() > most) {
            throw wrong(field, "is to be from %d to %d".formatted(least, most));
        }
        return value.longValue();
    }

    <E extends Enum<E>> E word(String field, E[] words, E other) throws StoryFileException {
        String text = text(field);
        if (text == null) {
            return other;
        }
        for (E word : words) {
            if (word.name().toLowerCase(Locale.ROOT).equals(text)) {
                return word;
            }
        }
        throw wrong(field, "\"%s\" is not known; it is one of %s".formatted(text, StoryReader.words(words)));
    }

    @Nullable
    Fields object(String field) throws StoryFileException {
        JsonNode value = value(field);
        return value == null ? null : of(value, place(field));
    }

    Fields required(String field) throws StoryFileException {
        Fields object = object(field);
        if (object == null) {
            throw wrong(field, "is missing");
        }
        return object;
    }

    List<Fields> requiredList(String field) throws StoryFileException {
        if (value(field) == null) {
            throw wrong(field, "is missing");
        }
        return list(field);
    }

    List<Fields> list(String field) throws StoryFileException {
        List<Fields> list = new ArrayList<>();
        for (JsonNode element : array(field)) {
            list.add(of(element, "%s[%d]".formatted(place(field), list.size())));
        }
        return list;
    }

    List<String> texts(String field) throws StoryFileException {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(field)) {
            if (!element.isTextual()) {
                throw wrongType("%s[%d]".formatted(field, texts.size()), "text", element);
            }
            texts.add(printable("%s[%d]".formatted(field, texts.size()), element.textValue()));
        }
        return texts;
    }

    Map<String, String> textMap(String field) throws StoryFileException {
        Map<String, String> map = new LinkedHashMap<>();
        Fields object = object(field);
        if (object != null) {
            for (Iterator<String> names = object.node.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                String text = object.text(name);
                if (text != null) {
                    map.put(name, text);
                }
            }
        }
        return map;
    }

    private Iterable<JsonNode> array(String field) throws StoryFileException {
        JsonNode value = value(field);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrongType(field, "a list", value);
        }
        return value;
    }

    private @Nullable JsonNode value(String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value;
    }

    private StoryFileException wrongType(String field, String wanted, JsonNode value) {
        return wrong(field, "is to be %s, not %s".formatted(wanted, kind(value)));
    }

    private String place(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case BOOLEAN -> "true or false";
            case NULL -> "null";
            case NUMBER -> "a number";
            case STRING -> "text";
            default -> "an object";
        };
    }
}
