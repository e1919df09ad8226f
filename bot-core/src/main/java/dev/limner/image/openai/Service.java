package dev.limner.image.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.image.ReferenceAbility;
import dev.limner.image.wire.Fault;
import dev.limner.image.wire.Reply;
import dev.limner.image.wire.Verdict;
import dev.limner.image.wire.Wire;
import dev.limner.image.wire.WireFault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What is known of a server: its model, where it takes reference images, its habits. Thread-safe. */
final class Service {
    private static final long EDITS_MISSING_FOR = TimeUnit.MINUTES.toNanos(10);

    /** Where reference images go. */
    enum Way {
        EDITS,
        /** As LocalAI has it: in the JSON of {@code images/generations}. */
        IN_GENERATIONS,
        NOWHERE
    }

    private final OpenAiSettings settings;
    private final Wire wire;
    private final LongSupplier nanos;
    private volatile @Nullable Model model;
    private volatile @Nullable Habits habits;
    private volatile @Nullable Dialect dialect;
    private volatile Way way = Way.EDITS;
    private volatile long wayKnownAt;

    /** @param nanos a steady clock, such as {@link System#nanoTime()} */
    Service(OpenAiSettings settings, Wire wire, LongSupplier nanos) {
        this.settings = settings;
        this.wire = wire;
        this.nanos = nanos;
    }

    /** The configured model, or the first that the server lists; asked for once. */
    Model model() throws WireFault, InterruptedException {
        Model known = model;
        if (known == null) {
            String configured = settings.configuredModel();
            known = Model.of(configured == null ? firstListed() : configured, settings.family());
            model = known;
        }
        return known;
    }

    /** Without asking anybody. */
    Model presumedModel() {
        Model known = model;
        String configured = settings.configuredModel();
        return known == null ? Model.of(configured == null ? "" : configured, settings.family()) : known;
    }

    /** Asked for once; OpenAI's own models are of OpenAI's own way. */
    Dialect dialect() throws WireFault, InterruptedException {
        Dialect known = dialect;
        if (known == null) {
            known = settings.isOpenAi() || model().kind() != Model.Kind.OTHER ? Dialect.OPENAI : program();
            dialect = known;
        }
        return known;
    }

    private Dialect program() throws WireFault, InterruptedException {
        if (tells("/sdcpp/v1/capabilities", "model")) {
            return Dialect.SD_CPP;
        }
        // its own list of what it infers by
        return tells("/system", "backends") ? Dialect.LOCAL_AI : Dialect.OTHER;
    }

    ReferenceAbility references() throws WireFault, InterruptedException {
        return way() == Way.NOWHERE
                ? ReferenceAbility.none("the picture server takes no images")
                : model().references();
    }

    Habits habits() throws WireFault, InterruptedException {
        Habits known = habits;
        return known == null ? Habits.of(model()) : known;
    }

    void learned(Habits found) {
        habits = found;
    }

    Way way() {
        boolean old = nanos.getAsLong() - wayKnownAt > EDITS_MISSING_FOR;
        return way == Way.NOWHERE && old ? Way.EDITS : way;
    }

    /** There is no {@code images/edits}: LocalAI has another way, others have none. */
    Way withoutEdits() throws WireFault, InterruptedException {
        wayKnownAt = nanos.getAsLong();
        way = dialect() == Dialect.LOCAL_AI ? Way.IN_GENERATIONS : Way.NOWHERE;
        return way;
    }

    /** What the server lists; empty when it has no such list. */
    List<String> models() throws WireFault, InterruptedException {
        Reply reply = wire.get(wire.url("models"));
        if (reply.status() == 404 || reply.status() == 405) {
            return List.of();
        }
        if (!reply.isSuccess()) {
            throw Verdict.of(reply);
        }
        JsonNode list = reply.json().orElseThrow(() -> new WireFault(Fault.OTHER_SERVER, reply.describe()));
        List<String> names = new ArrayList<>();
        list.path("data").forEach(entry -> names.add(entry.path("id").asText("")));
        return names.stream().filter(name -> !name.isEmpty()).toList();
    }

    private String firstListed() throws WireFault, InterruptedException {
        List<String> names = models();
        return names.isEmpty() ? "" : names.get(0);
    }

    private boolean tells(String path, String field) throws WireFault, InterruptedException {
        Reply reply =
                wire.get(wire.endpoint().base().newBuilder().encodedPath(path).build());
        return reply.isSuccess() && reply.json().filter(json -> json.has(field)).isPresent();
    }
}
