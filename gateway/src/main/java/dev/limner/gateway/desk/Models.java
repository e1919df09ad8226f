package dev.limner.gateway.desk;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.Place;
import dev.limner.image.BackendException;
import dev.limner.image.BackendProfile;
import dev.limner.image.Backends;
import dev.limner.image.ImageBackend;
import dev.limner.input.RefusedException;
import dev.limner.prompt.ModelFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models that the backends have loaded now, and which of them a caller draws with. Thread-safe; blocks. */
public final class Models {
    private static final Logger log = LoggerFactory.getLogger(Models.class);
    private static final String BACKEND = "backend";

    private final Studio studio;

    public Models(Studio studio) {
        this.studio = studio;
    }

    /**
     * @param name unique among those offered
     * @param backend the name of the backend that has it
     */
    public record Model(String name, String backend, ModelFamily family) {}

    /** In the operator's order of preference; those of backends that were never reached are not there. */
    public List<Model> offered() {
        List<Model> offered = new ArrayList<>();
        for (ImageBackend backend : backends().all()) {
            try {
                BackendProfile profile = backend.profile();
                String name = profile.model().isBlank() ? backend.name() : profile.model();
                offered.add(new Model(name, backend.name(), profile.family()));
            } catch (BackendException unreachable) {
                log.debug("{} offers no model: {}", backend.name(), unreachable.detail());
            }
        }
        Map<String, Long> times = offered.stream().collect(Collectors.groupingBy(Model::name, Collectors.counting()));
        return offered.stream()
                .map(m -> times.getOrDefault(m.name(), 1L) == 1L
                        ? m
                        : new Model(m.backend() + ": " + m.name(), m.backend(), m.family()))
                .toList();
    }

    /** By its name, in any case, or that of its backend. */
    public Optional<Model> find(String name) {
        String wanted = name.strip();
        List<Model> offered = offered();
        return offered.stream()
                .filter(m -> m.name().equalsIgnoreCase(wanted))
                .findFirst()
                .or(() -> offered.stream()
                        .filter(m -> m.backend().equalsIgnoreCase(wanted))
                        .findFirst());
    }

    /** The one that a caller draws with when a request names none; empty when its backend was never reached. */
    public Optional<Model> current(Caller caller) {
        String backend = studio.drafting().backendFor(home(caller));
        return offered().stream().filter(m -> m.backend().equals(backend)).findFirst();
    }

    /** Makes a model the one that a caller draws with from now on. */
    public void choose(Caller caller, Model model) throws RefusedException {
        set(caller, home(caller), model);
    }

    /**
     * The place of one request: a thread of the caller's channel, or, where a model is named, of a channel beside it that
     * is set to this model.
     */
    Place place(Caller caller, String request, @Nullable Model model) throws RefusedException {
        ChannelRef channel = caller.request(request);
        if (model == null) {
            return new Place(channel, caller.channel(), caller.community());
        }
        ChannelRef beside = new ChannelRef(Caller.PLATFORM, caller.name() + "@" + model.backend());
        set(caller, new Place(beside, null, caller.community()), model);
        return new Place(channel, beside, caller.community());
    }

    private void set(Caller caller, Place place, Model model) throws RefusedException {
        if (!studio.drafting().backendFor(place).equals(model.backend())) {
            studio.settings().set(place, caller.drawing(), BACKEND, model.backend());
        }
    }

    private static Place home(Caller caller) {
        return new Place(caller.channel(), null, caller.community());
    }

    private Backends backends() {
        return studio.backends();
    }
}
