package dev.limner.image.aihorde;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.Network;
import dev.limner.image.NetworkPlan;
import dev.limner.image.NetworkPlan.Offer;
import dev.limner.prompt.ModelFamily;
import java.util.List;

/**
 * LoRAs and textual inversions by the Horde's own fields. Workers fetch them from CivitAI, by id or name; which they
 * know the Horde does not tell.
 */
final class HordeNetworks {
    /** The most that the Horde takes, by its API's description of {@code loras} and {@code tis}. */
    private static final int MOST_LORAS = 5;

    private static final int MOST_EMBEDDINGS = 20;

    private HordeNetworks() {}

    static NetworkPlan plan(List<Network> asked, ModelFamily family) {
        boolean takesEmbeddings = family == ModelFamily.SD15 || family == ModelFamily.SDXL;
        return NetworkPlan.of(
                asked,
                Offer.untold(MOST_LORAS),
                takesEmbeddings
                        ? Offer.untold(MOST_EMBEDDINGS)
                        : Offer.none("the picture server takes embeddings with SD 1.5 and SDXL only"));
    }

    static void put(ObjectNode params, NetworkPlan plan) {
        if (!plan.loras().isEmpty()) {
            ArrayNode loras = params.putArray("loras");
            for (Network lora : plan.loras()) {
                loras.addObject()
                        .put("name", lora.file())
                        .put("model", lora.weight())
                        .put("clip", lora.weight());
            }
        }
        if (!plan.embeddings().isEmpty()) {
            ArrayNode embeddings = params.putArray("tis");
            for (Network embedding : plan.embeddings()) {
                embeddings
                        .addObject()
                        .put("name", embedding.file())
                        .put("inject_ti", "prompt")
                        .put("strength", embedding.weight());
            }
        }
    }
}
