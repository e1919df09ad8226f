package dev.limner.illustration;

final class InMemoryIllustrationsTest extends IllustrationRepositoryContract {
    private final IllustrationRepository illustrations = new InMemoryIllustrations();

    @Override
    protected IllustrationRepository illustrations() {
        return illustrations;
    }
}
