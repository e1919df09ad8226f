package dev.limner.app.config;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the picture services, and the servers that imitate them, are told: {@code <KIND>_API_KEY} and the like. */
public final class HostedSettings {
    private static final Set<String> QUALITIES = Set.of("auto", "low", "medium", "high");
    /** Of these, each draws for a key only, at its usual address. */
    private static final Set<BackendKind> PAID = Set.of(BackendKind.OPENAI, BackendKind.BFL, BackendKind.GEMINI);

    private static final Set<BackendKind> IN_ADDRESSES = Set.of(BackendKind.BFL, BackendKind.GEMINI);
    private static final Pattern MODEL_NAME = Pattern.compile("[a-z0-9.-]{1,100}");

    private final Map<BackendKind, Secret> keys;
    private final Map<BackendKind, String> models;
    private final String openAiQuality;
    private final boolean hordeNsfw;

    private HostedSettings(
            Map<BackendKind, Secret> keys, Map<BackendKind, String> models, String openAiQuality, boolean hordeNsfw) {
        this.keys = keys;
        this.models = models;
        this.openAiQuality = openAiQuality;
        this.hordeNsfw = hordeNsfw;
    }

    /** Null where none is set. */
    public @Nullable String key(BackendKind kind) {
        Secret key = keys.get(kind);
        return key == null ? null : key.reveal();
    }

    /** Null where none is set. */
    public @Nullable String model(BackendKind kind) {
        return models.get(kind);
    }

    public String openAiQuality() {
        return openAiQuality;
    }

    /** Whether volunteers are asked for pictures for adults. */
    public boolean hordeNsfw() {
        return hordeNsfw;
    }

    /** @param namedFor the kind whose model IMAGE_MODEL names */
    static HostedSettings read(
            Settings settings, List<BackendEntry> backends, Optional<BackendKind> namedFor, Optional<String> named)
            throws ConfigurationException {
        Set<BackendKind> used =
                backends.stream().map(BackendEntry::kind).collect(Collectors.toCollection(HashSet::new));
        refuseUnused(settings, used);
        Map<BackendKind, Secret> keys = new EnumMap<>(BackendKind.class);
        Map<BackendKind, String> models = new EnumMap<>(BackendKind.class);
        for (BackendKind kind : used) {
            if (kind.isHosted()) {
                key(settings, kind, used).ifPresent(key -> keys.put(kind, key));
                model(settings, kind, namedFor.filter(kind::equals).flatMap(k -> named))
                        .ifPresent(model -> models.put(kind, model));
            }
        }
        for (BackendEntry entry : backends) {
            requireKey(entry, keys);
        }
        return new HostedSettings(
                Map.copyOf(keys), Map.copyOf(models), quality(settings), isOn(settings, Key.AIHORDE_NSFW));
    }

    /** IMAGE_API_KEY is shown to one kind of service only: it is somebody's password there. */
    private static Optional<Secret> key(Settings settings, BackendKind kind, Set<BackendKind> used)
            throws ConfigurationException {
        Optional<Secret> own = settings.secret(key(kind, "_API_KEY"));
        boolean alone = used.stream().filter(HostedSettings::takesKey).count() == 1;
        return own.isPresent() || !alone ? own : settings.secret(Key.IMAGE_API_KEY);
    }

    private static Optional<String> model(Settings settings, BackendKind kind, Optional<String> named)
            throws ConfigurationException {
        Key key = key(kind, "_MODEL");
        if (settings.has(key) && named.isPresent()) {
            throw Settings.wrong(Key.IMAGE_MODEL, "and " + key + " both name a model; keep one");
        }
        Optional<String> model = settings.has(key) || named.isEmpty() ? Optional.of(settings.text(key)) : named;
        return model.isEmpty() || model.get().isEmpty()
                ? Optional.empty()
                : Optional.of(checked(kind, key, model.get()));
    }

    /** Names that become part of an address. */
    private static String checked(BackendKind kind, Key key, String model) throws ConfigurationException {
        if (IN_ADDRESSES.contains(kind) && !MODEL_NAME.matcher(model).matches()) {
            throw Settings.wrong(key, "is \"" + model + "\"; write a model's name, such as " + key.byDefault());
        }
        return model;
    }

    private static void requireKey(BackendEntry entry, Map<BackendKind, Secret> keys) throws ConfigurationException {
        BackendKind kind = entry.kind();
        boolean usual = kind.usualAddress().equals(Optional.ofNullable(entry.address()));
        if (PAID.contains(kind) && usual && !keys.containsKey(kind)) {
            throw Settings.wrong(
                    key(kind, "_API_KEY"), "is not set, and " + kind.id() + " draws for a key only; set it");
        }
    }

    private static void refuseUnused(Settings settings, Set<BackendKind> used) throws ConfigurationException {
        for (BackendKind kind : BackendKind.values()) {
            if (!kind.isHosted() || used.contains(kind)) {
                continue;
            }
            for (Key key : Key.values()) {
                if (settings.has(key) && key.name().startsWith(kind.name() + "_")) {
                    throw Settings.wrong(
                            key,
                            "is set, but IMAGE_BACKENDS names no " + kind.id() + "; add it there, or take the key out");
                }
            }
        }
    }

    private static String quality(Settings settings) throws ConfigurationException {
        String quality = settings.text(Key.OPENAI_QUALITY).toLowerCase(Locale.ROOT);
        if (!QUALITIES.contains(quality)) {
            throw Settings.wrong(Key.OPENAI_QUALITY, "is \"" + quality + "\"; write auto, low, medium or high");
        }
        return quality;
    }

    static boolean isOn(Settings settings, Key key) throws ConfigurationException {
        String value = settings.text(key).toLowerCase(Locale.ROOT);
        if (!value.equals("on") && !value.equals("off")) {
            throw Settings.wrong(key, "is \"" + value + "\"; write on or off");
        }
        return value.equals("on");
    }

    private static boolean takesKey(BackendKind kind) {
        return kind != BackendKind.STORYBOARD;
    }

    private static Key key(BackendKind kind, String ending) {
        return Arrays.stream(Key.values())
                .filter(key -> key.name().equals(kind.name() + ending))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(kind + " has no key " + ending));
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "HostedSettings[keys=" + keys.keySet() + ", models=" + models + "]";
    }
}
