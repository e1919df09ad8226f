package dev.limner.scenewriter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.prompt.SceneMaterial;
import java.nio.charset.StandardCharsets;

/** Cast and story as JSON of a size; what there is no room for stays out: the oldest story, looks of the least prominent. */
final class SceneData {
    /** Of the room, the names and looks of the cast: one part in so many. */
    private static final int CAST_SHARE = 3;

    private static final int LONGEST_LOOKS = 300;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SceneMaterial material;

    SceneData(SceneMaterial material) {
        this.material = material;
    }

    /** @param most bytes in UTF-8 */
    String json(int most) {
        ObjectNode data = JSON.createObjectNode();
        cast(data.putArray("cast"), most / CAST_SHARE);
        story(data.putArray("story"), most - bytes(data));
        return data.toString();
    }

    /** Names before looks: who is not named cannot be there. */
    private void cast(ArrayNode cast, int most) {
        int left = most;
        for (SceneMaterial.Person person : material.cast()) {
            ObjectNode told = JSON.createObjectNode().put("name", person.name());
            left -= bytes(told) + 1;
            if (left < 0) {
                break;
            }
            cast.add(told);
        }
        for (int i = 0; i < cast.size() && left > 0; i++) {
            String looks = head(material.cast().get(i).looks(), LONGEST_LOOKS);
            ObjectNode told = (ObjectNode) cast.get(i);
            int before = bytes(told);
            told.put("looks", looks);
            left -= bytes(told) - before;
            if (left < 0) {
                told.remove("looks");
            }
        }
    }

    private void story(ArrayNode story, int most) {
        int left = most;
        for (int i = material.story().size() - 1; i >= 0; i--) {
            SceneMaterial.Line line = material.story().get(i);
            ObjectNode told = told(line, line.text());
            if (story.isEmpty()) {
                for (int length = line.text().length(); bytes(told) > left && length > 0; ) {
                    length -= Math.max(1, length / 10);
                    told = told(line, tail(line.text(), length));
                }
            }
            left -= bytes(told) + 1;
            if (left < 0 && !story.isEmpty()) {
                return;
            }
            story.insert(0, told);
        }
    }

    private static ObjectNode told(SceneMaterial.Line line, String text) {
        return JSON.createObjectNode().put("by", line.speaker()).put("text", text);
    }

    private static String head(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = text.lastIndexOf(' ', most);
        return text.substring(0, end > 0 ? end : text.offsetByCodePoints(0, text.codePointCount(0, most) - 1));
    }

    /** Its end, from a word on where there is one near. */
    private static String tail(String text, int most) {
        int from = text.length() - most;
        if (from < text.length() && Character.isLowSurrogate(text.charAt(from))) {
            from++;
        }
        int blank = text.indexOf(' ', from);
        return text.substring(blank >= 0 && blank - from < most / 10 ? blank + 1 : from);
    }

    private static int bytes(ObjectNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
