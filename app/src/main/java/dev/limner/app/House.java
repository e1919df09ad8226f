package dev.limner.app;

import dev.limner.conversation.Core;
import dev.limner.conversation.Repositories;
import dev.limner.image.Backends;
import dev.limner.storage.Database;
import java.time.InstantSource;

/** What stands before anybody can meet the bot, for surfaces to be built on. */
record House(Core core, Repositories kept, Backends backends, Database database, InstantSource clock) {}
