package dev.limner.image.a1111;

import dev.limner.image.Diagnosis;
import dev.limner.prompt.Encoder;
import dev.limner.prompt.ModelFamily;
import java.util.ArrayList;
import java.util.List;

/** A server's state, or its fault, as {@code limner doctor} prints it. */
final class Findings {
    private Findings() {}

    static Diagnosis of(String address, ServerState state) {
        ModelFamily family = state.family();
        List<String> findings = new ArrayList<>();
        findings.add("address: " + address);
        findings.add("dialect: " + state.dialect().title());
        findings.add("model: " + state.model());
        findings.add("family: " + family.id() + " (" + state.familySource() + ")");
        findings.add("prompt: up to " + family.limit() + " " + unit(family) + ", read by "
                + family.encoder().word());
        findings.add("sampler: " + Txt2Img.sampler(state));
        findings.add("references: " + state.references().ability().describe());
        if (state.references().ability().together().most() > 0) {
            findings.add("by: " + state.references().title());
        }
        findings.add("LoRAs: " + state.networks().loras().size() + ", embeddings: "
                + state.networks().embeddings().size());
        if (!state.references().forMore().isEmpty()) {
            findings.add("for more: " + state.references().forMore());
        }
        if (!state.parts().missing().isEmpty()) {
            findings.add("FLUX.1: the server lists no "
                    + String.join(", no ", state.parts().missing())
                    + "; unless the checkpoint holds them, put them into its VAE and text_encoder folders");
        }
        findings.add("progress: "
                + switch (state.dialect().progress()) {
                    case BY_TASK, OVERALL -> "yes";
                    case NONE -> "not told by this server";
                });
        return new Diagnosis(true, findings, List.of());
    }

    static Diagnosis of(String address, ServerFault fault) {
        return new Diagnosis(
                false,
                List.of("address: " + address, "fault: " + fault.detail()),
                List.of(fault.fault().fix()));
    }

    private static String unit(ModelFamily family) {
        return family.encoder() == Encoder.HOSTED ? "characters" : "tokens";
    }
}
