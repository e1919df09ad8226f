package dev.limner.character;

final class InMemoryStylesTest extends StyleRepositoryContract {
    private final StyleRepository styles = new InMemoryStyles();

    @Override
    protected StyleRepository styles() {
        return styles;
    }
}
