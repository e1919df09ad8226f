package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.Network;
import dev.limner.image.NetworkPlan;
import dev.limner.image.NetworkPlan.Offer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The LoRAs and embeddings of a server.
 *
 * @param loras by name; the value is what a request has to say
 * @param embeddings names
 * @param byField whether LoRAs go into a field of their own; otherwise into the prompt
 */
record Networks(Map<String, String> loras, List<String> embeddings, boolean byField) {
    Networks {
        loras = Map.copyOf(loras);
        embeddings = List.copyOf(embeddings);
    }

    NetworkPlan plan(List<Network> asked, boolean takesEmbeddings) {
        return NetworkPlan.of(
                asked,
                Offer.of(List.copyOf(loras.keySet())),
                takesEmbeddings
                        ? Offer.of(embeddings)
                        : Offer.none("the picture server takes embeddings with SD 1.5 and SDXL only"));
    }

    void put(ObjectNode body, NetworkPlan plan) {
        if (!byField || plan.loras().isEmpty()) {
            return;
        }
        ArrayNode list = body.putArray("lora");
        for (Network lora : plan.loras()) {
            list.addObject()
                    .put("path", loras.getOrDefault(lora.file(), lora.file()))
                    .put("multiplier", lora.weight());
        }
    }

    /** What the prompt needs for it, as the server's commands. */
    String command(NetworkPlan plan) {
        StringBuilder text = new StringBuilder();
        if (!byField) {
            for (Network lora : plan.loras()) {
                String name = loras.getOrDefault(lora.file(), lora.file());
                text.append(String.format(Locale.ROOT, " <lora:%s:%.2f>", name, lora.weight()));
            }
        }
        for (Network embedding : plan.embeddings()) {
            text.append(String.format(Locale.ROOT, ", (%s:%.2f)", embedding.file(), embedding.weight()));
        }
        return text.toString();
    }
}
