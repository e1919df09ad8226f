package dev.limner.gateway;

import dev.limner.avatar.ImageHash;
import dev.limner.avatar.ImageStore;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that can be told not to store for a while, as if images were large and the disk slow. */
final class HeldImages implements ImageStore {
    private final ImageStore store;
    private final AtomicInteger held = new AtomicInteger();
    private volatile CountDownLatch release = new CountDownLatch(0);

    HeldImages(ImageStore store) {
        this.store = store;
    }

    /** Nothing more is stored until {@link #release()}. */
    void hold() {
        release = new CountDownLatch(1);
    }

    void release() {
        release.countDown();
    }

    /** How many wait to be stored, or have waited. */
    int held() {
        return held.get();
    }

    @Override
    public ImageHash put(byte[] bytes, String mediaType) {
        CountDownLatch then = release;
        if (then.getCount() > 0) {
            held.incrementAndGet();
            try {
                then.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return store.put(bytes, mediaType);
    }

    @Override
    public Optional<StoredImage> get(ImageHash hash) {
        return store.get(hash);
    }

    @Override
    public int removeUnreferenced() {
        return store.removeUnreferenced();
    }

    @Override
    public void removeIfUnreferenced(ImageHash hash) {
        store.removeIfUnreferenced(hash);
    }
}
