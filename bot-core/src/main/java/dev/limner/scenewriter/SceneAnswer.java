package dev.limner.scenewriter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.limner.prompt.SceneMaterial;
import dev.limner.prompt.WrittenScene;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a server answered: an object somewhere in what the model said, or its words as the description. */
final class SceneAnswer {
    private static final int LONGEST_DESCRIPTION = 1_500;
    private static final int LONGEST_DETAIL = 120;
    private static final int MOST_NAMES = 40;

    /** So many words in a row of our instructions are no chance. */
    private static final int TELLTALE = 7;

    /** What is left of an object that could not be read. */
    private static final Pattern DEBRIS = Pattern.compile(
            "[\\[{\"'\\s]*\\{.*|.*[\"'\\\\](?:description|prompt|present|place|mood|shot)[\"'\\\\]{1,2}\\s?:.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final List<String> DESCRIPTIONS = List.of(
            "description", "prompt", "scene_description", "image_description", "visual_description", "image_prompt");

    private static final Pattern UNKNOWN = Pattern.compile(
            "(?:none|n/?a|null|nil|unknown|unspecified|undefined|not (?:specified|given|known|applicable)|-+)\\.?",
            Pattern.CASE_INSENSITIVE);

    private SceneAnswer() {}

    static WrittenScene read(String body, SceneMaterial material) throws SceneWriterException {
        JsonNode choice;
        try {
            choice = LooseJson.whole(body).path("choices").path(0);
        } catch (JsonProcessingException e) {
            throw new SceneWriterException("answered with something else than JSON", Cure.AGAIN);
        }
        JsonNode message = choice.path("message");
        String end = choice.path("finish_reason").asText("");
        if (!message.path("refusal").asText("").isBlank() || end.equals("content_filter")) {
            throw SceneWriterException.refused();
        }
        WrittenScene scene = scene(
                Speech.of(LooseJson.unpacked(LooseJson.said(message.path("content")))), message, end.equals("length"));
        String said = scene.description() + " " + scene.place() + " " + scene.mood() + " " + scene.shot();
        if (repeats(said, SceneQuestion.instructions(material))) {
            throw new SceneWriterException("repeated its instructions", Cure.AGAIN);
        }
        if (scene.description().isBlank()) {
            throw new SceneWriterException("described nothing", Cure.AGAIN);
        }
        if (Refusal.is(scene.description())) {
            throw SceneWriterException.refused();
        }
        return scene;
    }

    private static WrittenScene scene(Speech speech, JsonNode message, boolean cutOff) throws SceneWriterException {
        JsonNode object = object(speech);
        if (object != null) {
            return scene(object);
        }
        PlainAnswer answer = PlainAnswer.of(speech.firstTurn());
        String plain = answer.part("description");
        if (plain.isEmpty() && !message.path("reasoning").asText("").isBlank()) {
            throw new SceneWriterException("thought without an end", Cure.NO_THOUGHT);
        }
        boolean apart = !message.path("reasoning_content").asText("").isBlank();
        if (plain.isEmpty() && (speech.thinking() || apart)) {
            throw new SceneWriterException("thought without an end", Cure.MORE_ROOM);
        }
        if (cutOff) {
            throw new SceneWriterException("did not come to an end", Cure.MORE_ROOM);
        }
        JsonNode mended = LooseJson.lastMended(speech.firstTurn().replace("```", ""), SceneAnswer::isDescribing);
        if (mended != null) {
            return scene(mended);
        }
        if (DEBRIS.matcher(plain).matches()) {
            throw new SceneWriterException("answered with broken JSON", Cure.AGAIN);
        }
        if (answer.isMusing()) {
            throw new SceneWriterException("thought aloud and described nothing", Cure.AGAIN);
        }
        String present = answer.part("present").replaceAll("[\\[\\]]", "");
        return new WrittenScene(
                PlainAnswer.isNothing(plain) ? "" : cut(plain, LONGEST_DESCRIPTION),
                present.isBlank() ? null : present(TextNode.valueOf(present)),
                detail(answer.part("place")),
                detail(answer.part("mood")),
                detail(answer.part("shot")));
    }

    /** One that says something before one that has the fields only, as the shape itself, which some models repeat. */
    private static @Nullable JsonNode object(Speech speech) {
        List<Predicate<JsonNode>> meant = List.of(o -> !description(o).isEmpty(), SceneAnswer::isDescribing);
        for (Predicate<JsonNode> each : meant) {
            for (String text : List.of(speech.firstTurn(), speech.all())) {
                JsonNode object = LooseJson.last(text, each);
                if (object != null) {
                    return object;
                }
            }
        }
        return null;
    }

    private static String description(JsonNode object) {
        return DESCRIPTIONS.stream()
                .map(name -> LooseJson.words(LooseJson.field(object, name)))
                .filter(words -> !words.isBlank() && !PlainAnswer.isNothing(words))
                .findFirst()
                .orElse("");
    }

    private static WrittenScene scene(JsonNode object) {
        return new WrittenScene(
                cut(description(object), LONGEST_DESCRIPTION),
                present(LooseJson.field(object, "present")),
                detail(LooseJson.words(LooseJson.field(object, "place"))),
                detail(LooseJson.words(LooseJson.field(object, "mood"))),
                detail(LooseJson.words(LooseJson.field(object, "shot"))));
    }

    private static boolean isDescribing(JsonNode object) {
        return DESCRIPTIONS.stream()
                .anyMatch(name -> !LooseJson.field(object, name).isMissingNode());
    }

    private static String detail(String words) {
        return UNKNOWN.matcher(words.strip()).matches() || PlainAnswer.isNothing(words)
                ? ""
                : cut(words, LONGEST_DETAIL);
    }

    /** Names as a list, a text, or an object of what each does; null where the model does not say. */
    private static @Nullable List<String> present(JsonNode present) {
        if (present.isMissingNode() || present.isNull()) {
            return null;
        }
        List<String> names = new ArrayList<>();
        if (present.isObject()) {
            for (Map.Entry<String, JsonNode> each : present.properties()) {
                boolean absent = each.getValue().isBoolean() && !each.getValue().asBoolean();
                names.add(absent ? "" : each.getKey());
            }
        } else if (present.isArray()) {
            present.forEach(name -> names.add(
                    name.isObject() ? LooseJson.words(LooseJson.field(name, "name")) : LooseJson.words(name)));
        } else {
            names.add(LooseJson.words(present));
        }
        return names.stream()
                .map(name -> cut(name, LONGEST_DETAIL))
                .filter(name -> !name.isBlank())
                .limit(MOST_NAMES)
                .toList();
    }

    private static String cut(String text, int most) {
        String line = text.replace("`", "").replaceAll("\\s+", " ").strip();
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
