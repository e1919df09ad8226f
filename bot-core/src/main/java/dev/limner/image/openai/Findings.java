package dev.limner.image.openai;

import dev.limner.image.Diagnosis;
import dev.limner.image.wire.Endpoint;
import dev.limner.image.wire.Wire;
import dev.limner.image.wire.WireFault;
import java.util.List;

/** A server's state, or its fault, as {@code limner doctor} prints it. */
final class Findings {
    private Findings() {}

    static Diagnosis of(Wire wire, Service service) throws WireFault, InterruptedException {
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
        return new Diagnosis(
                true,
                List.of(
                        address,
                        "model: " + model.label(),
                        "family: " + model.family().id(),
                        "prompt: up to " + model.family().limit() + ", read by "
                                + model.family().encoder().word(),
                        "references: " + service.references().describe()),
                List.of());
    }

    static Diagnosis of(Wire wire, WireFault fault) {
        Endpoint endpoint = wire.endpoint();
        return new Diagnosis(
                false,
                List.of("address: " + endpoint.base(), "fault: " + endpoint.withoutSecrets(fault.detail())),
                List.of(fault.fault().fix(endpoint.keyName())));
    }
}
