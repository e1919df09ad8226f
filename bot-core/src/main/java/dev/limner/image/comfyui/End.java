package dev.limner.image.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of a job. */
sealed interface End {

    /** @param images {@code filename}, {@code subfolder} and {@code type} of each; the last is the picture */
    record Done(List<JsonNode> images) implements End {
        public Done {
            images = List.copyOf(images);
        }
    }

    /** A node failed while it ran. */
    record Failed(String node, String type, String message) implements End {}

    /** The server did not take the graph. */
    record Invalid(JsonNode answer) implements End {}

    /** Somebody stopped it. */
    record Interrupted() implements End {}

    /** @param past the job's entry of the history */
    static End of(JsonNode past, Optional<String> output) {
        for (JsonNode message : past.path("status").path("messages")) {
            JsonNode data = message.path(1);
            switch (message.path(0).asText("")) {
                case "execution_error" -> {
                    return new Failed(
                            data.path("node_id").asText(""),
                            data.path("node_type").asText(""),
                            (data.path("exception_type").asText("") + " "
                                            + data.path("exception_message").asText(""))
                                    .strip());
                }
                case "execution_interrupted" -> {
                    return new Interrupted();
                }
                default -> {}
            }
        }
        if (past.path("status").path("status_str").asText("success").equals("error")) {
            return new Failed("", "", "the server does not say why");
        }
        return new Done(images(past.path("outputs"), output));
    }

    /** Those of the node that shows the picture; of any, when it is not known, and saved ones last. */
    private static List<JsonNode> images(JsonNode outputs, Optional<String> output) {
        List<JsonNode> previews = new ArrayList<>();
        List<JsonNode> saved = new ArrayList<>();
        outputs.properties().forEach(entry -> {
            if (output.isEmpty() || output.get().equals(entry.getKey())) {
                for (JsonNode image : entry.getValue().path("images")) {
                    (image.path("type").asText("").equals("output") ? saved : previews).add(image);
                }
            }
        });
        previews.addAll(saved);
        return previews;
    }
}
