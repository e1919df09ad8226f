package dev.limner.storage;

import dev.limner.story.ChannelStates;
import dev.limner.story.ChannelStatesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqlChannelStatesTest extends ChannelStatesContract {
    @RegisterExtension
    final DatabaseExtension storage = new DatabaseExtension();

    @Override
    protected ChannelStates states() {
        return new SqlChannelStates(storage.database());
    }
}
