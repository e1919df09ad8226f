package dev.limner.image.wire;

import dev.limner.image.BackendProfile;
import dev.limner.image.Diagnosis;
import java.util.ArrayList;
import java.util.List;

/** A service's state, or its fault, as {@code limner doctor} prints it. */
public final class HostedDiagnosis {
    private HostedDiagnosis() {}

    /** @param more findings of its own */
    public static Diagnosis well(Endpoint endpoint, BackendProfile profile, List<String> more) {
        List<String> findings = new ArrayList<>(List.of("address: " + endpoint.base()));
        findings.addAll(Diagnosis.findings(profile));
        findings.addAll(more);
        return new Diagnosis(true, findings, List.of());
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
