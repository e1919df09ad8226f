package dev.limner.gateway.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import dev.limner.avatar.AvatarTag;
import dev.limner.avatar.ListedNetworks;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The LoRAs and textual inversions that the operator listed, as this API lists them and as its prompts name them. Others
 * are no business of a client's: what a prompt says of them is taken out like every command.
 */
final class Networks {
    private static final Pattern COMMAND =
            Pattern.compile("(?i)<lora:([^<>:]{1,200}):(0?\\.\\d{1,9}|[01](?:\\.\\d{0,9})?|\\d{1,3}(?:\\.\\d{0,9})?)>");

    private final ListedNetworks listed;

    Networks(ListedNetworks listed) {
        this.listed = listed;
    }

    ArrayNode loras() {
        ArrayNode loras = Json.array();
        listed.loras().forEach((name, file) -> {
            ObjectNode lora = loras.addObject();
            lora.put("name", name.value()).put("alias", name.value()).put("path", file);
            lora.putObject("metadata");
        });
        return loras;
    }

    ObjectNode embeddings() {
        ObjectNode embeddings = Json.object();
        ObjectNode loaded = embeddings.putObject("loaded");
        for (AvatarName name : listed.embeddings().keySet()) {
            ObjectNode embedding = loaded.putObject(name.value());
            embedding.putNull("step").putNull("sd_checkpoint").putNull("sd_checkpoint_name");
            embedding.putNull("shape").putNull("vectors");
        }
        embeddings.putObject("skipped");
        return embeddings;
    }

    /** With the commands that name a listed LoRA, by its name or its file's, as tags; above 1 the weight is 1. */
    String tagged(String prompt) {
        if (listed.loras().isEmpty()) {
            return prompt;
        }
        return COMMAND.matcher(prompt).replaceAll(found -> {
            double weight = Math.min(1, Double.parseDouble(found.group(2)));
            return Matcher.quoteReplacement(find(found.group(1).strip())
                    .map(name -> new AvatarTag(AvatarKind.LORA, name, weight).toString())
                    .orElse(found.group()));
        });
    }

    private Optional<AvatarName> find(String name) {
        return listed.loras().entrySet().stream()
                .filter(lora -> lora.getKey().value().equalsIgnoreCase(name)
                        || bare(lora.getValue()).equalsIgnoreCase(bare(name)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** As clients name a file: without its folder and ending. */
    private static String bare(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return name.replaceFirst("(?i)\\.(safetensors|ckpt|pt)$", "");
    }
}
