package dev.limner.image.openai;

import dev.limner.image.BackendProfile;
import dev.limner.image.Diagnosis;
import dev.limner.image.wire.HostedDiagnosis;
import dev.limner.image.wire.Wire;
import dev.limner.image.wire.WireFault;
import java.util.List;

/** A server's state as {@code limner doctor} prints it. */
final class Findings {
    private Findings() {}

    static Diagnosis of(Wire wire, Service service, BackendProfile profile) throws WireFault, InterruptedException {
        List<String> listed = service.models();
        Model model = service.model();
        String address = "address: " + wire.endpoint().base();
        if (!listed.isEmpty() && !model.name().isEmpty() && !listed.contains(model.name())) {
            String some = String.join(", ", listed.stream().limit(12).toList());
            return new Diagnosis(
                    false,
                    List.of(address, "model: " + model.name() + ", which the server does not list"),
                    List.of("set OPENAI_MODEL to one that it has: " + some));
        }
        return HostedDiagnosis.well(
                wire.endpoint(),
                profile,
                List.of("dialect: " + service.dialect().title()));
    }
}
