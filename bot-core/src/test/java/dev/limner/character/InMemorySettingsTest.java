package dev.limner.character;

final class InMemorySettingsTest extends SettingsRepositoryContract {
    private final SettingsRepository settings = new InMemorySettings();

    @Override
    protected SettingsRepository settings() {
        return settings;
    }
}
