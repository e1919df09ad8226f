package dev.limner.bench;

import dev.limner.chat.Capabilities;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatListener;
import dev.limner.chat.ChatPlatform;
import dev.limner.chat.LengthUnit;
import dev.limner.chat.MessageRef;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.PlatformId;
import dev.limner.chat.TextLimit;
import dev.limner.command.CommandCatalog;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A platform that takes every post at once and keeps none, so that only the core is measured. */
final class SilentPlatform implements ChatPlatform {
    static final PlatformId ID = new PlatformId("silent");
    static final Capabilities LIMITS = new Capabilities(
            units(2000), units(2000), 10, 10L << 20, units(1000), 25, units(100), units(80), Duration.ZERO, true);

    private final AtomicLong sent = new AtomicLong();

    @Override
    public PlatformId id() {
        return ID;
    }

    @Override
    public void start(ChatListener listener, CommandCatalog commands) {}

    @Override
    public Capabilities capabilities(ChannelRef channel) {
        return LIMITS;
    }

    @Override
    public MessageRef send(ChannelRef to, PlannedMessage message) {
        return new MessageRef(to, Long.toString(sent.incrementAndGet()));
    }

    @Override
    public void close() {}

    private static TextLimit units(int max) {
        return new TextLimit(max, LengthUnit.UTF16_UNITS);
    }
}
