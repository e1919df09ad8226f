package dev.limner.bench;

import dev.limner.conversation.Core;
import dev.limner.conversation.Repositories;
import dev.limner.illustration.Lanes;
import dev.limner.image.Backends;
import dev.limner.storage.Database;
import dev.limner.storage.SchedulerLanes;
import dev.limner.storage.SqlAvatars;
import dev.limner.storage.SqlChannelMoves;
import dev.limner.storage.SqlChannelStates;
import dev.limner.storage.SqlCharacters;
import dev.limner.storage.SqlIllustrations;
import dev.limner.storage.SqlImageStore;
import dev.limner.storage.SqlSettings;
import dev.limner.storage.SqlStoryLog;
import dev.limner.storage.SqlStyles;
import dev.limner.storage.StorageSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/** The core on SQLite as the bot runs it, between a platform and an image server that take no time. */
final class Installation implements AutoCloseable {
    final Database database;
    final Repositories kept;
    final InstantBackend backend = new InstantBackend();
    final Core core;

    /** @param modules of which adapters there are tables */
    Installation(Path data, String... modules) {
        database = Database.open(StorageSettings.in(data, modules));
        kept = new Repositories(
                new SqlStoryLog(database),
                new SqlChannelStates(database),
                new SqlAvatars(database),
                new SqlImageStore(database),
                new SqlCharacters(database),
                new SqlStyles(database),
                new SqlSettings(database),
                new SqlIllustrations(database),
                new SqlChannelMoves(database));
        InstantSource clock = InstantSource.system();
        Lanes turns = new SchedulerLanes(
                database, requester -> kept.illustrations().open(requester) > 0, SchedulerLanes.THREADS, clock);
        core = new Core(kept, turns, new Backends(List.of(backend)), clock, new Random(7));
        core.add(new SilentPlatform());
        core.start();
    }

    @Override
    public void close() {
        core.close();
        database.close();
    }
}
