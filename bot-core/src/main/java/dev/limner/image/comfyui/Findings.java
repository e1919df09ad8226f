package dev.limner.image.comfyui;

import dev.limner.image.Diagnosis;
import dev.limner.image.Troubles;
import dev.limner.prompt.ModelFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A server's state as {@code limner doctor} prints it. */
final class Findings {
    private static final int MOST_NAMED = 8;

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
        if (recipe instanceof StockRecipe) {
            server.stock().incomplete().forEach(missing -> findings.add("cannot be used: " + missing));
            undrawn(server.stock().undrawn()).ifPresent(findings::add);
        }
        recipe.more().forEach(hint -> findings.add("for more: " + hint));
        return new Diagnosis(true, findings, List.of());
    }

    private static Optional<String> undrawn(List<String> files) {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        String some = files.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int more = files.size() - MOST_NAMED;
        return Optional.of("no built-in graph for: " + some + (more > 0 ? " and " + more + " more" : "")
                + "; COMFYUI_WORKFLOW takes a workflow of your own");
    }
}
