package dev.limner.scenewriter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.limner.prompt.SceneMaterial;
import dev.limner.prompt.WrittenScene;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

    private static final String END_OF_THOUGHT = "</think>";

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
        int thought = said.toLowerCase(Locale.ROOT).lastIndexOf(END_OF_THOUGHT);
        if (thought < 0 && said.stripLeading().startsWith("<think>")) {
            throw SceneWriterException.of("thought without an end", true);
        }
        return thought < 0 ? said : said.substring(thought + END_OF_THOUGHT.length());
    }

    private static WrittenScene scene(String content) throws SceneWriterException {
        int open = content.indexOf('{');
        int close = content.lastIndexOf('}');
        if (open < 0 || close < open) {
            return plain(content);
        }
        JsonNode scene;
        try {
            scene = JSON.readTree(content.substring(open, close + 1));
        } catch (JsonProcessingException e) {
            throw SceneWriterException.of("answered with broken JSON", true);
        }
        if (!scene.has("description")
                && scene.size() == 1
                && scene.elements().next().isObject()) {
            scene = scene.elements().next();
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

    /** A server that keeps to no shape: its text, without a fence around it. Who is there is then found in it. */
    private static WrittenScene plain(String content) {
        String text = content.replaceAll("```[a-zA-Z]{0,12}", " ").strip();
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
