package dev.limner.avatar;

import java.util.Optional;

/**
 * Images by their content's hash: what is stored twice is kept once. Thread-safe; blocks; durable on return.
 *
 * <p>An image that no avatar and no illustration refers to is removed by {@link #removeUnreferenced()}.
 */
public interface ImageStore {

    ImageHash put(byte[] bytes, String mediaType);

    Optional<StoredImage> get(ImageHash hash);

    /** @return how many were removed */
    int removeUnreferenced();

    /** An image and its media type, such as {@code image/png}. */
    record StoredImage(byte[] bytes, String mediaType) {}
}
