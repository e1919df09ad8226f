package dev.limner.character;

final class InMemoryCharactersTest extends CharacterRepositoryContract {
    private final CharacterRepository characters = new InMemoryCharacters();

    @Override
    protected CharacterRepository characters() {
        return characters;
    }
}
