package dev.limner.avatar;

final class InMemoryAvatarsTest extends AvatarRepositoryContract {
    private final InMemoryAvatars avatars = new InMemoryAvatars();
    private final InMemoryImages images = new InMemoryImages(avatars::images);

    @Override
    protected AvatarRepository avatars() {
        return avatars;
    }

    @Override
    protected ImageStore images() {
        return images;
    }
}
