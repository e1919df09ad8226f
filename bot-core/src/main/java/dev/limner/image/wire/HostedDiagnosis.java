package dev.limner.image.wire;

import dev.limner.image.BackendProfile;
import dev.limner.image.Diagnosis;
import java.util.ArrayList;
import java.util.List;

/** A service's state, or its fault, as {@code limner doctor} prints it. */
public final class HostedDiagnosis {
    private static final String DIALECT = "dialect: ";

    private HostedDiagnosis() {}

    /** @param more findings of its own */
    public static Diagnosis well(Endpoint endpoint, BackendProfile profile, List<String> more) {
        List<String> findings = new ArrayList<>(List.of("address: " + endpoint.base()));
        if (more.stream().noneMatch(line -> line.startsWith(DIALECT))) {
            findings.add(DIALECT + dialect(endpoint.kind()));
        }
        findings.addAll(more);
        findings.addAll(Diagnosis.findings(profile));
        if (profile.references().together().most() == 0) {
            findings.add("for more: " + forMore(endpoint.kind()));
        }
        return new Diagnosis(true, findings, List.of());
    }

    private static String dialect(String kind) {
        return switch (kind) {
            case "blockentropy" -> "the node that Block Entropy published";
            case "aihorde" -> "AI Horde, version 2 of its API";
            case "bfl" -> "Black Forest Labs";
            case "gemini" -> "Gemini, generateContent";
            default -> kind;
        };
    }

    /** What an operator can do to have references taken. */
    private static String forMore(String kind) {
        return switch (kind) {
            case "openai" ->
                "let OPENAI_MODEL name gpt-image-1, or at a server of your own FLUX.1 Kontext, FLUX.2 or"
                        + " Qwen-Image-Edit, behind /v1/images/edits";
            case "blockentropy" -> "let BLOCKENTROPY_MODEL name an SD 1.5 or SDXL model of the node";
            default ->
                "add a server that takes images to IMAGE_BACKENDS, such as comfyui; until then descriptions stand in"
                        + " (/avatar describe)";
        };
    }

    /** Asks a service how it is. */
    public interface Asking {
        Diagnosis ask() throws WireFault, InterruptedException;
    }

    /** What came of asking, or why nothing did. */
    public static Diagnosis of(Endpoint endpoint, Asking asking) {
        try {
            return asking.ask();
        } catch (WireFault e) {
            return fault(endpoint, e);
        } catch (InterruptedException e) {
            return interrupted(endpoint);
        }
    }

    private static Diagnosis fault(Endpoint endpoint, WireFault fault) {
        return new Diagnosis(
                false,
                List.of("address: " + endpoint.base(), "fault: " + endpoint.withoutSecrets(fault.detail())),
                List.of(fault.fault().fix(endpoint.keyName())));
    }

    private static Diagnosis interrupted(Endpoint endpoint) {
        Thread.currentThread().interrupt();
        return new Diagnosis(false, List.of("address: " + endpoint.base(), "interrupted while asking"), List.of());
    }
}
