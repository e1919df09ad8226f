package dev.limner.story;

final class InMemoryStoryLogTest extends StoryLogContract {
    private final StoryLog log = new InMemoryStoryLog();

    @Override
    protected StoryLog log() {
        return log;
    }
}
