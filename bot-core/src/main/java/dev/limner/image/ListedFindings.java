package dev.limner.image;

import dev.limner.avatar.ListedNetworks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which of the LoRAs and embeddings that the operator listed a backend can use, as {@code limner doctor} prints it. */
public final class ListedFindings {
    private ListedFindings() {}

    /** Empty when nothing is listed. May ask the server. */
    public static List<String> of(ImageBackend backend, ListedNetworks listed) {
        List<Network> all = Network.all(listed);
        if (all.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> missing = new LinkedHashMap<>();
        int usable = 0;
        for (Network network : all) {
            // each alone, since how many go into one picture does not matter here
            String why = backend.networks(List.of(network)).unused().get(network);
            if (why == null) {
                usable++;
            } else {
                missing.computeIfAbsent(why, w -> new ArrayList<>()).add(network.label() + " (" + network.file() + ")");
            }
        }
        List<String> findings = new ArrayList<>();
        findings.add("listed LoRAs and embeddings: " + usable + " of " + all.size() + " can be used");
        missing.forEach((why, names) -> findings.add("not used: " + String.join(", ", names) + ": " + why));
        return findings;
    }
}
