package dev.limner.story;

import dev.limner.chat.ChannelRef;

/**
 * What is known of a channel's story.
 *
 * @param capturing whether messages are kept
 * @param autoEvery illustrate after so many messages; 0 for never
 * @param illustratedUpTo position of the last message that a picture has shown; 0 for none
 */
public record ChannelState(ChannelRef channel, boolean capturing, int autoEvery, long illustratedUpTo) {

    public static ChannelState initial(ChannelRef channel) {
        return new ChannelState(channel, false, 0, 0);
    }

    public ChannelState withCapturing(boolean on) {
        return new ChannelState(channel, on, autoEvery, illustratedUpTo);
    }

    public ChannelState withAutoEvery(int every) {
        return new ChannelState(channel, capturing, every, illustratedUpTo);
    }

    public ChannelState withIllustratedUpTo(long position) {
        return new ChannelState(channel, capturing, autoEvery, position);
    }
}
