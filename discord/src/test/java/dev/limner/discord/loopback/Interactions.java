package dev.limner.discord.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people asked of the bot, by the token that answers bear. Thread-safe. */
final class Interactions {
    private final Map<String, Interaction> byToken = new LinkedHashMap<>();
    private final Gate gate;

    Interactions(Gate gate) {
        this.gate = gate;
    }

    synchronized Interaction begin(Interaction interaction, ObjectNode event) {
        byToken.put(interaction.token, interaction);
        gate.dispatch("INTERACTION_CREATE", event);
        return interaction;
    }

    /** As 15 minutes later. */
    synchronized void expire() {
        byToken.values().forEach(i -> i.expired = true);
    }

    synchronized List<Interaction> all() {
        return List.copyOf(byToken.values());
    }

    /** To be acknowledged. */
    synchronized Interaction begun(String id, String token) {
        Interaction interaction = byToken.get(token);
        if (interaction == null || !interaction.id.equals(id) || interaction.expired) {
            throw new Refusal(404, 10062, "Unknown interaction");
        }
        return interaction;
    }

    /** To be answered. */
    synchronized Interaction open(String token) {
        Interaction interaction = byToken.get(token);
        if (interaction == null || interaction.expired) {
            throw new Refusal(401, 50027, "Invalid Webhook Token");
        }
        return interaction;
    }
}
