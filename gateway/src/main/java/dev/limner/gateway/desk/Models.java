package dev.limner.gateway.desk;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.Place;
import dev.limner.image.BackendProfile;
import dev.limner.image.Backends;
import dev.limner.image.ImageBackend;
import dev.limner.input.RefusedException;
import dev.limner.prompt.ModelFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The models that the backends have loaded now, and which of them a caller draws with. Thread-safe; blocks. */
public final class Models {
    private static final String BACKEND = "backend";

    private final Studio studio;
    private final Profiles profiles;

    public Models(Studio studio) {
        this.studio = studio;
        this.profiles = new Profiles(studio.clock());
    }

    /**
     * @param name unique among those offered
     * @param backend the name of the backend that has it
     */
    public record Model(String name, String backend, ModelFamily family) {}

    /** In the operator's order of preference; those of backends that do not answer, or did not lately, are not there. */
    public List<Model> offered() {
        backends().all().forEach(profiles::ask);
        return named(profiles::profile);
    }

    private List<Model> named(Function<ImageBackend, Optional<BackendProfile>> asking) {
        List<Model> offered = new ArrayList<>();
        for (ImageBackend backend : backends().all()) {
            asking.apply(backend).ifPresent(profile -> {
                String name = profile.model().isBlank() ? backend.name() : profile.model();
                offered.add(new Model(name, backend.name(), profile.family()));
            });
        }
        Map<String, Long> times = offered.stream().collect(Collectors.groupingBy(Model::name, Collectors.counting()));
        return offered.stream()
                .map(m -> times.getOrDefault(m.name(), 1L) == 1L
                        ? m
                        : new Model(m.backend() + ": " + m.name(), m.backend(), m.family()))
                .toList();
    }

    /** By its name, in any case, that of its backend, or its bare name without folder, ending and hash. */
    public Optional<Model> find(String name) {
        String wanted = name.strip();
        List<Model> offered = offered();
        return Stream.<Predicate<Model>>of(
                        m -> m.name().equalsIgnoreCase(wanted),
                        m -> m.backend().equalsIgnoreCase(wanted),
                        m -> bare(m.name(), m.backend()).equalsIgnoreCase(bare(wanted, m.backend())))
                .flatMap(fits -> offered.stream().filter(fits))
                .findFirst();
    }

    private static String bare(String name, String backend) {
        String own = name.startsWith(backend + ": ") ? name.substring(backend.length() + 2) : name;
        return own.replaceFirst("\\s*\\[[0-9a-fA-F]+]$", "")
                .replaceFirst("(?i)\\.(safetensors|ckpt|gguf|sft|pt)$", "")
                .replaceFirst("^.*[/\\\\]", "");
    }

    /** The one that a caller draws with when a request names none; empty when its backend does not answer. */
    public Optional<Model> current(Caller caller) {
        String current = backendFor(home(caller));
        return named(backend -> backend.name().equals(current) ? profiles.profile(backend) : profiles.known(backend))
                .stream()
                .filter(m -> m.backend().equals(current))
                .findFirst();
    }

    /** Where there is one only, it need not be asked how it is. */
    private String backendFor(Place place) {
        List<String> names = backends().names();
        return names.size() == 1 ? names.get(0) : studio.drafting().backendFor(place);
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
        if (!backendFor(place).equals(model.backend())) {
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
