package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.image.FileNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The VAE and text encoders that Forge draws FLUX.1 with, where they are no part of the checkpoint.
 *
 * @param named to be named in requests; none where somebody chose some at the server, or some are missing
 * @param missing what the server does not list, for the operator
 */
record FluxParts(List<String> named, List<String> missing) {
    static final FluxParts NONE = new FluxParts(List.of(), List.of());

    private static final List<String> WANTED = List.of("ae", "clip_l", "t5xxl");

    FluxParts {
        named = List.copyOf(named);
        missing = List.copyOf(missing);
    }

    /**
     * @param modules what {@code /sdapi/v1/sd-modules} lists
     * @param chosen {@code forge_additional_modules} of the server's options
     */
    static FluxParts of(JsonNode modules, JsonNode chosen) {
        if (!chosen.isEmpty()) {
            return NONE;
        }
        List<String> named = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String wanted : WANTED) {
            find(modules, wanted).ifPresentOrElse(named::add, () -> missing.add(wanted));
        }
        return new FluxParts(missing.isEmpty() ? named : List.of(), missing);
    }

    private static Optional<String> find(JsonNode modules, String wanted) {
        for (JsonNode module : modules) {
            String name = module.path("model_name").asText("");
            String stem = FileNames.name(name).replaceAll("\\.[a-z0-9]+$", "").toLowerCase(Locale.ROOT);
            if (stem.equals(wanted) || (stem.startsWith(wanted) && wanted.length() > 2)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}
