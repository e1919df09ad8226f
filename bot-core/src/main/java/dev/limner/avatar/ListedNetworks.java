package dev.limner.avatar;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The LoRAs and textual inversions that tags may name: the operator listed them, and everybody may use them.
 *
 * @param loras by the name that tags use; the value names the file at the image server
 * @param embeddings likewise
 */
public record ListedNetworks(Map<AvatarName, String> loras, Map<AvatarName, String> embeddings) {
    public static final ListedNetworks NONE = new ListedNetworks(Map.of(), Map.of());

    public ListedNetworks {
        loras = Collections.unmodifiableMap(new LinkedHashMap<>(loras));
        embeddings = Collections.unmodifiableMap(new LinkedHashMap<>(embeddings));
    }

    /** In the operator's order; empty for kinds that have an image. */
    public Map<AvatarName, String> of(AvatarKind kind) {
        return switch (kind) {
            case LORA -> loras;
            case EMBEDDING -> embeddings;
            case FACE, STYLE -> Map.of();
        };
    }

    /** Empty when it is not listed. */
    public Optional<String> file(AvatarKind kind, AvatarName name) {
        return Optional.ofNullable(of(kind).get(name));
    }
}
