package dev.limner.avatar;

import java.util.Optional;

/**
 * Images by their content's hash: what is stored twice is kept once. Thread-safe; blocks; durable on return.
 *
 * <p>An image is referred to by avatars and by illustrations.
 */
public interface ImageStore {

    ImageHash put(byte[] bytes, String mediaType);

    Optional<StoredImage> get(ImageHash hash);

    /**
     * Removes all that nothing refers to. To be called before uploads are taken: it would remove one that is stored
     * already and not yet referred to.
     *
     * @return how many were removed
     */
    int removeUnreferenced();

    /** Removes an image if nothing refers to it. */
    void removeIfUnreferenced(ImageHash hash);

    /** An image and its media type, such as {@code image/png}. */
    record StoredImage(byte[] bytes, String mediaType) {}
}
