package dev.limner.image.comfyui;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limner.image.ReferenceImage;
import dev.limner.image.wire.WireFault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reference images at the server, each uploaded once under the hash of its content. Thread-safe. */
final class Uploads {
    private static final int REMEMBERED = 1000;

    private final ComfyApi api;
    private final Cache<String, String> stored =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Uploads(ComfyApi api) {
        this.api = api;
    }

    /** @return by which name the server has each */
    Map<ReferenceImage, String> of(List<ReferenceImage> images) throws WireFault, InterruptedException {
        Map<ReferenceImage, String> names = new LinkedHashMap<>();
        for (ReferenceImage image : images) {
            String name = image.hash() + ending(image.mediaType());
            String known = stored.getIfPresent(name);
            if (known == null) {
                known = api.upload(name, image.bytes(), image.mediaType());
                stored.put(name, known);
            }
            names.put(image, known);
        }
        return names;
    }

    /** Somebody emptied the server's input folder. */
    void forget() {
        stored.invalidateAll();
    }

    private static String ending(String mediaType) {
        return switch (mediaType) {
            case "image/jpeg" -> ".jpg";
            case "image/webp" -> ".webp";
            default -> ".png";
        };
    }
}
