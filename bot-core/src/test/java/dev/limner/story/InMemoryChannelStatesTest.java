package dev.limner.story;

final class InMemoryChannelStatesTest extends ChannelStatesContract {
    private final ChannelStates states = new InMemoryChannelStates();

    @Override
    protected ChannelStates states() {
        return states;
    }
}
