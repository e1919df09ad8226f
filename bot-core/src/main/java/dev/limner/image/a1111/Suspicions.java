package dev.limner.image.a1111;

import dev.limner.image.ReferenceAbility;
import dev.limner.image.Troubles;
import org.jspecify.annotations.Nullable;

/**
 * What one request is drawn without after a server failed and did not say why. Others keep what is only suspected: a
 * server that fails at everything would cost all of them their faces. Used by one thread.
 */
final class Suspicions {
    private final Troubles suspected = new Troubles(System::nanoTime);
    private Setback.@Nullable Suspected last;

    void add(Setback.Suspected suspicion) {
        suspected.report(suspicion.ability(), suspicion.why());
        last = suspicion;
    }

    /** What is left of an ability for this request. */
    ReferenceAbility of(ReferenceAbility ability) {
        return suspected.of(ability);
    }

    /** To be called when a picture came: what was left out last is at fault; of what was before it nothing is known. */
    void proven(Troubles troubles) {
        if (last != null) {
            troubles.report(last.ability(), last.why());
        }
    }
}
