package dev.limner.image.a1111;

import dev.limner.image.GenerationRequest;
import dev.limner.image.NetworkPlan;
import dev.limner.image.ReferencePlan;

/**
 * One request as one server is to be asked.
 *
 * @param taskId names it at the server
 */
record Ask(GenerationRequest request, String taskId, ReferencePlan references, NetworkPlan networks) {
    Ask withoutReferences(String why) {
        return new Ask(request, taskId, references.withoutAny(why), networks);
    }
}
