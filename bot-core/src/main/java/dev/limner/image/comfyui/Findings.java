package dev.limner.image.comfyui;

import dev.limner.image.Diagnosis;
import dev.limner.image.Troubles;
import dev.limner.prompt.ModelFamily;
import java.util.ArrayList;
import java.util.List;

/** A server's state as {@code limner doctor} prints it. */
final class Findings {
    private Findings() {}

    static Diagnosis of(String address, Server server, Troubles troubles) {
        Recipe recipe = server.recipe(troubles);
        ModelFamily family = recipe.family();
        List<String> findings = new ArrayList<>();
        findings.add("address: " + address);
        findings.add("dialect: ComfyUI" + (server.version().isEmpty() ? "" : " " + server.version()));
        findings.add("graph: " + recipe.title());
        recipe.gaps().forEach(gap -> findings.add("the workflow has " + gap));
        findings.add("model: " + recipe.model());
        findings.add("family: " + family.id());
        findings.add("prompt: up to " + family.limit() + " tokens, read by "
                + family.encoder().word());
        findings.add("references: " + recipe.ability().describe());
        findings.add(server.networksFound());
        findings.add("progress: yes, with previews");
        server.stock().incomplete().forEach(missing -> findings.add("cannot be used: " + missing));
        recipe.more().forEach(hint -> findings.add("for more: " + hint));
        return new Diagnosis(true, findings, List.of());
    }
}
