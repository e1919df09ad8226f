package dev.limner.illustration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.prompt.CharacterSheet;
import dev.limner.prompt.ScenePost;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Reads what is written where pictures are drawn, so that it was read when the next one is asked for. It does so aside, and
 * where more is written than it can read, the older messages are left out: no prompt depends on it. Thread-safe.
 */
public final class ReadAhead implements AutoCloseable {
    /** Channels that are followed, those drawn last; for as many a composer keeps the characters' names. */
    private static final int CHANNELS = 64;

    /** Messages that may wait to be read. */
    static final int WAITING = 256;

    private static final long IDLE_SECONDS = 30;

    private final BiConsumer<List<CharacterSheet>, ScenePost> reader;
    private final Cache<ChannelRef, List<CharacterSheet>> drawn =
            Caffeine.newBuilder().maximumSize(CHANNELS).build();
    private final ThreadPoolExecutor thread;

    /** @param reader reads a post for a picture of some characters; called on one thread */
    public ReadAhead(BiConsumer<List<CharacterSheet>, ScenePost> reader) {
        this.reader = reader;
        thread = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                task -> {
                    Thread reading = new Thread(task, "read-ahead");
                    reading.setDaemon(true);
                    return reading;
                },
                new ThreadPoolExecutor.DiscardOldestPolicy());
        thread.allowCoreThreadTimeOut(true);
    }

    /** From now on the channel's messages are read, for these characters. */
    void drawn(ChannelRef channel, List<CharacterSheet> characters) {
        drawn.put(channel, characters);
    }

    /** A message was captured. Returns at once. */
    public void captured(MessagePosted event) {
        List<CharacterSheet> characters = drawn.getIfPresent(event.place().channel());
        if (characters != null && !event.text().isBlank()) {
            ScenePost post = SceneReader.post(event.author(), event.text(), event.mentions(), 0);
            thread.execute(() -> reader.accept(characters, post));
        }
    }

    /** What still waits is not read. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
