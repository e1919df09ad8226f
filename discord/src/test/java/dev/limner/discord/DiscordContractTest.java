package dev.limner.discord;

import dev.limner.chat.ChatPlatform;
import dev.limner.chat.ChatPlatformContract;
import dev.limner.chat.ChatUser;
import dev.limner.discord.interaction.InMemoryInteractions;
import dev.limner.discord.loopback.Discordia;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The contract of all platforms, over the wire. */
class DiscordContractTest extends ChatPlatformContract {
    private @Nullable Discordia discord;

    @Override
    protected ChatPlatform open() throws Exception {
        Discordia opened = Discordia.open();
        discord = opened;
        return new Discord(
                new DiscordSettings(Discordia.TOKEN, opened.api(), Set.of(opened.cdn()), 0),
                new InMemoryInteractions(InstantSource.system()));
    }

    @Override
    protected ChatUser user() {
        return world().person("Jo");
    }

    @Override
    protected void shutDown() {
        world().close();
    }

    @Override
    protected boolean forbidPictures() {
        world().rights().withdraw(Discordia.WRITING, 1L << 15);
        return true;
    }

    @Override
    protected boolean typesCommands() {
        return false;
    }

    private Discordia world() {
        Discordia opened = discord;
        if (opened == null) {
            throw new IllegalStateException("not open");
        }
        return opened;
    }
}
