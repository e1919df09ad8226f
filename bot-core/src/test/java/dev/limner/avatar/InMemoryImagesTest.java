package dev.limner.avatar;

final class InMemoryImagesTest extends ImageStoreContract {
    private final InMemoryAvatars avatars = new InMemoryAvatars();
    private final InMemoryImages images = new InMemoryImages(avatars::images);

    @Override
    protected ImageStore images() {
        return images;
    }

    @Override
    protected AvatarRepository avatars() {
        return avatars;
    }
}
