package dev.limner.gateway.api;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists that clients' settings pages ask for. How it is drawn is the image server's own affair: one entry says so. */
final class StandIns {
    static final Map<String, List<Map<String, @Nullable Object>>> LISTS = Map.ofEntries(
            Map.entry("samplers", List.of(entry("name", "Automatic", "aliases", List.of(), "options", Map.of()))),
            Map.entry(
                    "schedulers",
                    List.of(entry(
                            "name",
                            "automatic",
                            "label",
                            "Automatic",
                            "aliases",
                            null,
                            "default_rho",
                            -1,
                            "need_inner_model",
                            false))),
            Map.entry(
                    "upscalers",
                    List.of(entry(
                            "name", "None", "model_name", null, "model_path", null, "model_url", null, "scale", 4))),
            Map.entry("latent-upscale-modes", List.of()),
            Map.entry("sd-vae", List.of()),
            Map.entry("hypernetworks", List.of()),
            Map.entry("face-restorers", List.of()));

    private StandIns() {}

    private static Map<String, @Nullable Object> entry(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> entry = new HashMap<>();
        List<@Nullable Object> all = Arrays.asList(namesAndValues);
        for (int i = 0; i < all.size(); i += 2) {
            entry.put(String.valueOf(all.get(i)), all.get(i + 1));
        }
        return entry;
    }
}
