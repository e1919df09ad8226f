package dev.limner.image;

import dev.limner.prompt.Encoder;
import dev.limner.prompt.ModelFamily;
import java.util.List;

/**
 * What an operator should know of a backend.
 *
 * @param findings lines such as {@code dialect: Forge}
 * @param fixes what to do for each fault; empty when it works
 */
public record Diagnosis(boolean works, List<String> findings, List<String> fixes) {
    public Diagnosis {
        findings = List.copyOf(findings);
        fixes = List.copyOf(fixes);
    }

    /** What is found of every backend: what draws, how long a prompt it reads, which references it takes. */
    public static List<String> findings(BackendProfile profile) {
        ModelFamily family = profile.family();
        String unit = family.encoder() == Encoder.HOSTED ? "characters" : "tokens";
        return List.of(
                "model: " + profile.model(),
                "family: " + family.id(),
                "prompt: up to " + family.limit() + " " + unit + ", read by "
                        + family.encoder().word(),
                "references: " + profile.references().describe());
    }
}
