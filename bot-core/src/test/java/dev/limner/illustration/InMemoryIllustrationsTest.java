package dev.limner.illustration;

import dev.limner.avatar.ImageStore;
import dev.limner.avatar.InMemoryImages;
import java.util.Set;

final class InMemoryIllustrationsTest extends IllustrationRepositoryContract {
    private final ImageStore images = new InMemoryImages(Set::of);
    private final IllustrationRepository illustrations = new InMemoryIllustrations(images);

    @Override
    protected IllustrationRepository illustrations() {
        return illustrations;
    }

    @Override
    protected ImageStore images() {
        return images;
    }
}
