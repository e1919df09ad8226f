package dev.limner.image;

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
}
