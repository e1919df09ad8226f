package dev.limner.avatar;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Images for as long as a test runs. */
public final class InMemoryImages implements ImageStore {
    private final Map<ImageHash, StoredImage> images = new HashMap<>();
    private final Supplier<Set<ImageHash>> referenced;

    /** @param referenced what is not to be removed */
    public InMemoryImages(Supplier<Set<ImageHash>> referenced) {
        this.referenced = referenced;
    }

    @Override
    public synchronized ImageHash put(byte[] bytes, String mediaType) {
        ImageHash hash = ImageHash.of(bytes);
        images.putIfAbsent(hash, new StoredImage(bytes.clone(), mediaType));
        return hash;
    }

    @Override
    public synchronized Optional<StoredImage> get(ImageHash hash) {
        return Optional.ofNullable(images.get(hash));
    }

    @Override
    public synchronized int removeUnreferenced() {
        int before = images.size();
        images.keySet().retainAll(referenced.get());
        return before - images.size();
    }

    @Override
    public synchronized void removeIfUnreferenced(ImageHash hash) {
        if (!referenced.get().contains(hash)) {
            images.remove(hash);
        }
    }
}
