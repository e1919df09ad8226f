package dev.limner.storage;

import dev.limner.story.StoryLog;
import dev.limner.story.StoryLogContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqlStoryLogTest extends StoryLogContract {
    @RegisterExtension
    final DatabaseExtension storage = new DatabaseExtension();

    @Override
    protected StoryLog log() {
        return new SqlStoryLog(storage.database());
    }
}
