package dev.limner.storage;

import dev.limner.character.StyleRepository;
import dev.limner.character.StyleRepositoryContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqlStylesTest extends StyleRepositoryContract {
    @RegisterExtension
    final DatabaseExtension storage = new DatabaseExtension();

    @Override
    protected StyleRepository styles() {
        return new SqlStyles(storage.database());
    }
}
