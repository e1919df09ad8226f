package dev.limner.scenewriter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON as language models write it. */
final class LooseJson {
    /** Objects looked at in a text. */
    private static final int MOST_OBJECTS = 64;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(32).build())
                    .build())
            .enable(
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_MISSING_VALUES,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_YAML_COMMENTS)
            .build();

    private static final Pattern PYTHON = Pattern.compile("([:,\\[]\\s{0,20})(?:None|True|False)(?=\\s{0,20}[,}\\]])");

    private LooseJson() {}

    static JsonNode whole(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }

    /** The content of a message, which some servers give in parts, and some as the object that it holds. */
    static String said(JsonNode content) {
        if (content.isObject()) {
            return content.toString();
        }
        if (!content.isArray()) {
            return content.asText("");
        }
        StringBuilder text = new StringBuilder();
        content.forEach(part -> text.append(part.path("text").asText("")));
        return text.toString();
    }

    /** The last object in a text that is the one meant, also inside another; null where none is. */
    static @Nullable JsonNode last(String text, Predicate<JsonNode> meant) {
        JsonNode last = lastAsIs(text, meant);
        if (last != null || text.indexOf('{') < 0) {
            return last;
        }
        String mended = PYTHON.matcher(text).replaceAll("$1null");
        if (text.indexOf('"') < 0) {
            mended = mended.replaceAll("[\u201c\u201d\u201e]", "\"");
        }
        return mended.equals(text) ? null : lastAsIs(mended, meant);
    }

    /** As {@link #last}, with a brace or bracket that is missing at the end, and with quotes inside of texts. */
    static @Nullable JsonNode lastMended(String text, Predicate<JsonNode> meant) {
        if (text.indexOf('{') < 0) {
            return null;
        }
        String closed = text.strip();
        for (String mended : List.of(closed + "}", closed + "]}", escaped(closed))) {
            JsonNode last = last(mended, meant);
            if (last != null) {
                return last;
            }
        }
        return null;
    }

    /** What a text says that is one JSON text as a whole, as from a model that encodes its answer twice; else itself. */
    static String unpacked(String text) {
        String whole = text.strip();
        if (whole.length() < 2 || whole.charAt(0) != '"' || whole.charAt(whole.length() - 1) != '"') {
            return text;
        }
        try {
            return JSON.readValue(whole, String.class);
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    /** A quote ends a text only before what may follow one. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                out.append(c).append(text.charAt(++i));
                continue;
            }
            if (c == '"') {
                boolean ends = inside && mayEnd(text, i + 1);
                if (inside && !ends) {
                    out.append('\\');
                }
                inside = !ends;
            }
            out.append(c);
        }
        return out.toString();
    }

    private static boolean mayEnd(String text, int from) {
        int next = afterBlanks(text, from);
        if (next < text.length() && text.charAt(next) == ',') {
            next = afterBlanks(text, next + 1);
            return next >= text.length() || "\"}]".indexOf(text.charAt(next)) >= 0;
        }
        return next >= text.length() || "}]:".indexOf(text.charAt(next)) >= 0;
    }

    private static int afterBlanks(String text, int from) {
        int next = from;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next;
    }

    private static @Nullable JsonNode lastAsIs(String text, Predicate<JsonNode> meant) {
        JsonNode last = null;
        int open = text.indexOf('{');
        for (int tried = 0; open >= 0 && tried < MOST_OBJECTS; tried++) {
            int next = open + 1;
            try (JsonParser parser = JSON.createParser(text.substring(open))) {
                JsonNode object = JSON.readTree(parser);
                if (meant.test(object)) {
                    last = object;
                    next = open + (int) parser.currentLocation().getCharOffset();
                }
            } catch (IOException e) {
                // a brace in what was thought
                next = open + 1;
            }
            open = text.indexOf('{', next);
        }
        return last;
    }

    /** By its name in any case; missing where there is none. */
    static JsonNode field(JsonNode object, String name) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getKey().strip().equalsIgnoreCase(name)) {
                return field.getValue();
            }
        }
        return object.path(name);
    }

    /** A text as it stands, phrases of a list or object between commas; empty for nothing. */
    static String words(JsonNode node) {
        if (!node.isContainerNode()) {
            return node.isNull() || node.isMissingNode() ? "" : node.asText("");
        }
        StringBuilder words = new StringBuilder();
        for (JsonNode part : node) {
            String phrase = words(part).strip();
            if (!phrase.isEmpty() && !words.isEmpty()) {
                words.append(".!?".indexOf(words.charAt(words.length() - 1)) < 0 ? ", " : " ");
            }
            words.append(phrase);
        }
        return words.toString();
    }
}
