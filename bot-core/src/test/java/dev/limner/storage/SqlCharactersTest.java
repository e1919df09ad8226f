package dev.limner.storage;

import dev.limner.character.CharacterRepository;
import dev.limner.character.CharacterRepositoryContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqlCharactersTest extends CharacterRepositoryContract {
    @RegisterExtension
    final DatabaseExtension storage = new DatabaseExtension();

    @Override
    protected CharacterRepository characters() {
        return new SqlCharacters(storage.database());
    }
}
