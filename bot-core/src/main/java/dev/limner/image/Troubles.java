package dev.limner.image;

import dev.limner.image.ReferenceAbility.Limit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Abilities that turned out not to work, such as an adapter whose files are missing: left alone for some minutes, so
 * that not every picture runs into them, and what the operator repairs is used soon. Thread-safe.
 */
public final class Troubles {
    public static final String FACES = "faces";
    public static final String FACE_ID = "FaceID";
    public static final String STYLES = "styles";

    private static final long LASTING = TimeUnit.MINUTES.toNanos(5);

    private final LongSupplier nanos;
    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();

    private record Trouble(String why, long since) {}

    /** @param nanos a steady clock, such as {@link System#nanoTime()} */
    public Troubles(LongSupplier nanos) {
        this.nanos = nanos;
    }

    public void report(String ability, String why) {
        troubles.put(ability, new Trouble(why, nanos.getAsLong()));
    }

    /** The same of each kind that a plan uses. */
    public void report(ReferencePlan plan, String why) {
        if (!plan.faces().isEmpty()) {
            report(FACES, why);
        }
        if (!plan.styles().isEmpty()) {
            report(STYLES, why);
        }
    }

    /** Why it is left alone; empty when it is not. */
    public Optional<String> with(String ability) {
        Trouble trouble = troubles.get(ability);
        return trouble == null || nanos.getAsLong() - trouble.since() > LASTING
                ? Optional.empty()
                : Optional.of(trouble.why());
    }

    public void forget() {
        troubles.clear();
    }

    /** What is left of an ability. */
    public ReferenceAbility of(ReferenceAbility ability) {
        return new ReferenceAbility(
                with(FACES).map(why -> new Limit(0, why)).orElse(ability.faces()),
                with(STYLES).map(why -> new Limit(0, why)).orElse(ability.styles()),
                ability.together(),
                ability.strength());
    }
}
