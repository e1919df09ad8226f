package dev.limner.storage;

import dev.limner.chat.Author;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.MessageRef;
import dev.limner.chat.PlatformId;
import dev.limner.story.StoryMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** A program that appends messages for as long as it lives, and prints the id of each once it is durable. */
final class AppendUntilKilled {
    static final ChannelRef CHANNEL = new ChannelRef(new PlatformId("test"), "here");
    private static final int THREADS = 4;

    private AppendUntilKilled() {}

    /** @param arguments the data folder, and what the ids of this run begin with */
    public static void main(String[] arguments) {
        SqlStoryLog log = new SqlStoryLog(Database.open(StorageSettings.in(Path.of(arguments[0]))));
        for (int thread = 0; thread < THREADS; thread++) {
            String prefix = arguments[1] + "-" + thread + "-";
            new Thread(() -> append(log, prefix)).start();
        }
    }

    private static void append(SqlStoryLog log, String prefix) {
        for (long position = 1; ; position++) {
            String id = prefix + position;
            log.append(message(id, position)).toCompletableFuture().join();
            System.out.println("durable " + id + ".");
        }
    }

    private static StoryMessage message(String id, long position) {
        return new StoryMessage(
                new MessageRef(CHANNEL, id),
                position,
                new Author(Author.Kind.PERSON, null, "Jo"),
                "He nods, and follows the lantern. ".repeat(10),
                Map.of(),
                Instant.ofEpochMilli(position));
    }
}
