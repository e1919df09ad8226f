package dev.limner.app;

import dev.limner.app.monitor.Meters;
import dev.limner.conversation.Core;
import dev.limner.conversation.Repositories;
import dev.limner.image.Backends;
import dev.limner.storage.Database;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What stands before anybody can meet the bot, for surfaces to be built on.
 *
 * @param meters null where nothing is counted
 */
record House(
        Core core,
        Repositories kept,
        Backends backends,
        Database database,
        InstantSource clock,
        @Nullable Meters meters) {}
