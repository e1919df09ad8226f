package dev.limner.storage;

import dev.limner.character.SettingsRepository;
import dev.limner.character.SettingsRepositoryContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqlSettingsTest extends SettingsRepositoryContract {
    @RegisterExtension
    final DatabaseExtension storage = new DatabaseExtension();

    @Override
    protected SettingsRepository settings() {
        return new SqlSettings(storage.database());
    }
}
