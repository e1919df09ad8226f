package dev.limner.app.config;

import dev.limner.avatar.ListedNetworks;
import dev.limner.image.comfyui.OwnWorkflow;
import dev.limner.prompt.ModelFamily;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which servers draw, and what they are told.
 *
 * @param backends in order of preference, one or more
 * @param family what prompts are made for; null where the server's own model tells
 * @param checkpoint the model to draw with, as the server names it; null for the one that it has loaded
 * @param key for the servers of one's own that want one
 * @param ipAdapter whether stable-diffusion.cpp was started with an IP-Adapter
 * @param hosted keys and models of the services
 * @param comfyui what ComfyUI is told beside key and model
 * @param networks LoRAs and embeddings that tags may name
 * @param timeout how long a picture may make no progress
 */
public record ImageSettings(
        List<BackendEntry> backends,
        @Nullable ModelFamily family,
        @Nullable String checkpoint,
        @Nullable Secret key,
        boolean ipAdapter,
        HostedSettings hosted,
        ComfyOptions comfyui,
        ListedNetworks networks,
        Duration timeout) {
    private static final int A_DAY = 86_400;

    public ImageSettings {
        backends = List.copyOf(backends);
    }

    /**
     * What stories are composed for where neither they nor the configuration say: by what most servers of a kind run. A
     * storyboard shows what a model that reads prose would be told.
     */
    public ModelFamily defaultFamily() {
        if (family != null) {
            return family;
        }
        return backends.get(0).kind() == BackendKind.STORYBOARD ? ModelFamily.FLUX1_SCHNELL : ModelFamily.SDXL;
    }

    /** Whether prompts go to volunteers' machines. */
    boolean asksVolunteers() {
        return backends.stream().anyMatch(entry -> entry.kind() == BackendKind.AIHORDE);
    }

    /** What of a request has no place in the operator's own workflow, where that is drawn with. */
    List<String> workflowGaps() {
        OwnWorkflow workflow = comfyui.workflow();
        return workflow == null || backends.stream().noneMatch(entry -> entry.kind() == BackendKind.COMFYUI)
                ? List.of()
                : workflow.gaps(hosted.model(BackendKind.COMFYUI));
    }

    /** @param folder against which relative paths are resolved */
    static ImageSettings read(Settings settings, Path folder) throws ConfigurationException {
        List<BackendEntry> backends = backends(settings);
        boolean a1111 = backends.stream().anyMatch(entry -> entry.kind() == BackendKind.A1111);
        for (Key key : List.of(Key.A1111_MODEL, Key.A1111_API_KEY, Key.A1111_IP_ADAPTER)) {
            if (settings.has(key) && !a1111) {
                throw Settings.wrong(
                        key, "is set, but IMAGE_BACKENDS names no a1111; add it there, or take the key out");
            }
        }
        Optional<ModelFamily> family = ModelFamily.byId(settings.text(Key.IMAGE_MODEL));
        Optional<String> named = family.isPresent() || !settings.has(Key.IMAGE_MODEL)
                ? Optional.empty()
                : Optional.of(settings.text(Key.IMAGE_MODEL));
        Optional<BackendKind> namedFor =
                named.isEmpty() ? Optional.empty() : Optional.of(modelNamer(settings, backends));
        String checkpoint = namedFor.filter(BackendKind.A1111::equals).isPresent()
                ? checkpoint(settings)
                : settings.text(Key.A1111_MODEL);
        Optional<Secret> own = settings.secret(Key.A1111_API_KEY);
        Optional<Secret> key = own.isPresent() ? own : settings.secret(Key.IMAGE_API_KEY);
        return new ImageSettings(
                backends,
                family.orElse(null),
                checkpoint.isEmpty() ? null : checkpoint,
                key.orElse(null),
                HostedSettings.isOn(settings, Key.A1111_IP_ADAPTER),
                HostedSettings.read(settings, backends, namedFor, named),
                ComfyOptions.read(settings, folder),
                NetworkSettings.read(settings),
                settings.seconds(Key.IMAGE_TIMEOUT, A_DAY));
    }

    private static List<BackendEntry> backends(Settings settings) throws ConfigurationException {
        Set<BackendEntry> seen = new HashSet<>();
        List<BackendEntry> backends = new ArrayList<>();
        for (String text : settings.list(Key.IMAGE_BACKENDS)) {
            BackendEntry entry = BackendEntry.parse(text);
            if (!seen.add(entry)) {
                throw Settings.wrong(Key.IMAGE_BACKENDS, "names " + entry.label() + " twice; keep one");
            }
            backends.add(entry);
        }
        return backends;
    }

    /** IMAGE_MODEL names a family, or else a model of the first server that can be told one. */
    private static BackendKind modelNamer(Settings settings, List<BackendEntry> backends)
            throws ConfigurationException {
        return backends.stream()
                .map(BackendEntry::kind)
                .filter(kind -> kind == BackendKind.A1111 || kind.isHosted())
                .findFirst()
                .orElseThrow(() -> Settings.wrong(
                        Key.IMAGE_MODEL,
                        "is \"" + settings.text(Key.IMAGE_MODEL) + "\"; write one of " + ModelFamily.known()));
    }

    private static String checkpoint(Settings settings) throws ConfigurationException {
        if (settings.has(Key.A1111_MODEL)) {
            throw Settings.wrong(
                    Key.IMAGE_MODEL,
                    "and A1111_MODEL both name a checkpoint; keep one, or let IMAGE_MODEL be one of "
                            + ModelFamily.known());
        }
        return settings.text(Key.IMAGE_MODEL);
    }
}
