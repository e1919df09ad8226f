package dev.limner.image;

import java.util.List;

/** The image servers of this installation, in order of preference. */
public final class Backends implements AutoCloseable {
    private final List<ImageBackend> backends;

    /** @param backends at least one, with distinct names */
    public Backends(List<ImageBackend> backends) {
        if (backends.isEmpty()) {
            throw new IllegalArgumentException("no image backend");
        }
        this.backends = List.copyOf(backends);
    }

    /** The one of that name, or the first where there is none of it. */
    public ImageBackend choose(String preferred) {
        return backends.stream()
                .filter(b -> b.name().equals(preferred))
                .findFirst()
                .orElse(backends.get(0));
    }

    public List<ImageBackend> all() {
        return backends;
    }

    @Override
    public void close() {
        backends.forEach(ImageBackend::close);
    }
}
