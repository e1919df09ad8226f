package dev.limner.chat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where something happened: the channel, the channel it hangs under (for a thread, post or topic), and the community.
 */
public record Place(ChannelRef channel, @Nullable ChannelRef parent, CommunityRef community) {

    /** Where to look for what this place inherits, nearest first: channel, parent, community. */
    public List<Scope> scopes() {
        List<Scope> scopes = new ArrayList<>(3);
        scopes.add(Scope.of(channel));
        if (parent != null) {
            scopes.add(Scope.of(parent));
        }
        scopes.add(Scope.of(community));
        return List.copyOf(scopes);
    }

    /** The scope that this place's own characters, presets and settings are kept for. */
    public Scope own() {
        return Scope.of(channel);
    }
}
