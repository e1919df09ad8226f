package dev.limner.scenewriter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.limner.prompt.SceneMaterial;
import dev.limner.prompt.WrittenScene;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a server answered: out of its wrapping, behind thoughts that it tells aloud, out of a fence, or as plain
 * text.
 */
final class SceneAnswer {
    private static final int LONGEST_DESCRIPTION = 1_500;
    private static final int LONGEST_DETAIL = 120;
    private static final int MOST_NAMES = 40;

    /** So many words in a row of our instructions are no chance. */
    private static final int TELLTALE = 7;

    /** Objects looked at in an answer that thinks in them. */
    private static final int MOST_OBJECTS = 64;

    private static final String THOUGHT = "(?:think|thinking|thought|thoughts|reasoning|reflection)";

    /** What ends thoughts told aloud; the last is that of gpt-oss, whose parts each have a head. */
    private static final Pattern END_OF_THOUGHT =
            Pattern.compile("</" + THOUGHT + ">|\\[/think]|<\\|message\\|>", Pattern.CASE_INSENSITIVE);

    private static final Pattern BEGIN_OF_THOUGHT =
            Pattern.compile("\\s*(?:<" + THOUGHT + ">|\\[think])", Pattern.CASE_INSENSITIVE);

    /** How services begin that refuse in plain words. */
    private static final Pattern REFUSAL = Pattern.compile(
            "(?:i['\u2019]m sorry|i am sorry|sorry,|i can['\u2019]t |i cannot |i['\u2019]m unable|i am unable|as an ai\\b).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(32).build())
                    .build())
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    private SceneAnswer() {}

    static WrittenScene read(String body, SceneMaterial material) throws SceneWriterException {
        String content = content(body);
        WrittenScene scene = scene(content);
        String said = scene.description() + " " + scene.place() + " " + scene.mood() + " " + scene.shot();
        if (repeats(said, SceneQuestion.instructions(material))) {
            throw SceneWriterException.of("repeated its instructions", true);
        }
        if (scene.description().isBlank()) {
            throw SceneWriterException.of("described nothing", true);
        }
        return scene;
    }

    private static String content(String body) throws SceneWriterException {
        JsonNode message;
        try {
            message = JSON.readTree(body).path("choices").path(0).path("message");
        } catch (JsonProcessingException e) {
            throw SceneWriterException.of("answered with something else than JSON", true);
        }
        if (message.hasNonNull("refusal")) {
            throw SceneWriterException.of("refused", false);
        }
        JsonNode content = message.path("content");
        StringBuilder text = new StringBuilder();
        if (content.isArray()) {
            content.forEach(part -> text.append(part.path("text").asText("")));
        } else {
            text.append(content.asText(""));
        }
        String said = text.toString();
        int thought = 0;
        for (Matcher end = END_OF_THOUGHT.matcher(said); end.find(); ) {
            thought = end.end();
        }
        if (thought == 0 && BEGIN_OF_THOUGHT.matcher(said).lookingAt()) {
            throw SceneWriterException.of("thought without an end", true);
        }
        return said.substring(thought);
    }

    private static WrittenScene scene(String content) throws SceneWriterException {
        if (content.indexOf('{') < 0) {
            return plain(content);
        }
        JsonNode scene = lastDescribing(content);
        if (scene == null) {
            throw SceneWriterException.of("answered with broken JSON", true);
        }
        List<String> present = new ArrayList<>();
        for (JsonNode name : scene.path("present")) {
            if (present.size() < MOST_NAMES) {
                present.add(cut(name.isObject() ? name.path("name").asText("") : name.asText(""), LONGEST_DETAIL));
            }
        }
        return new WrittenScene(
                cut(scene.path("description").asText(scene.path("prompt").asText("")), LONGEST_DESCRIPTION),
                present,
                cut(scene.path("place").asText(""), LONGEST_DETAIL),
                cut(scene.path("mood").asText(""), LONGEST_DETAIL),
                cut(scene.path("shot").asText(""), LONGEST_DETAIL));
    }

    /** The last object that describes something: what comes before it was thought aloud. */
    private static @Nullable JsonNode lastDescribing(String content) {
        JsonNode last = null;
        int open = content.indexOf('{');
        for (int tried = 0; open >= 0 && tried < MOST_OBJECTS; tried++) {
            int next = open + 1;
            try (JsonParser parser = JSON.createParser(content.substring(open))) {
                JsonNode object = unwrapped(JSON.readTree(parser));
                if (isDescribing(object)) {
                    last = object;
                    next = open + (int) parser.currentLocation().getCharOffset();
                }
            } catch (IOException e) {
                // no object: a brace in what was thought
                next = open + 1;
            }
            open = content.indexOf('{', next);
        }
        return last;
    }

    private static JsonNode unwrapped(JsonNode object) {
        boolean wraps = !isDescribing(object)
                && object.size() == 1
                && object.elements().next().isObject();
        return wraps ? object.elements().next() : object;
    }

    private static boolean isDescribing(JsonNode object) {
        return object.has("description") || object.has("prompt");
    }

    /** A server that keeps to no shape: its text, without a fence around it. Who is there is then found in it. */
    private static WrittenScene plain(String content) throws SceneWriterException {
        String text = content.replaceAll("```[a-zA-Z]{0,12}", " ").strip();
        if (REFUSAL.matcher(text).matches()) {
            throw SceneWriterException.of("refused", false);
        }
        return new WrittenScene(cut(text, LONGEST_DESCRIPTION), List.of(), "", "", "");
    }

    private static String cut(String text, int most) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= most) {
            return line;
        }
        int end = line.lastIndexOf(' ', most);
        return line.substring(0, end > 0 ? end : most);
    }

    private static boolean repeats(String said, String instructions) {
        String[] words = words(said);
        String ours = " " + String.join(" ", words(instructions)) + " ";
        for (int i = 0; i + TELLTALE <= words.length; i++) {
            String run = " " + String.join(" ", List.of(words).subList(i, i + TELLTALE)) + " ";
            if (ours.contains(run)) {
                return true;
            }
        }
        return false;
    }

    private static String[] words(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .split(" ");
    }
}
