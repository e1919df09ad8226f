package dev.limner.telegram.post;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatException;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.Place;
import dev.limner.chat.PlatformId;
import org.jspecify.annotations.Nullable;

/**
 * A chat, or one topic of a forum group. As a channel's id it stands as {@code -100123} or {@code -100123/45}; the group
 * itself is the General topic, and the parent of the others.
 *
 * @param topic null for the General topic and outside forums
 */
public record Address(long chat, @Nullable Integer topic) {
    public static final PlatformId ID = new PlatformId("telegram");

    public static Address of(ChannelRef channel) throws ChatException {
        try {
            String[] parts = channel.id().split("/", 2);
            return new Address(
                    Long.parseLong(parts[0]), parts.length > 1 ? (Integer) Integer.parseInt(parts[1]) : null);
        } catch (NumberFormatException e) {
            throw new ChatException(ChatException.Kind.GONE, "no chat of Telegram: " + channel.id());
        }
    }

    public ChannelRef channel() {
        return new ChannelRef(ID, topic == null ? chatId() : chatId() + "/" + topic);
    }

    /** The group as a whole. */
    public ChannelRef group() {
        return new ChannelRef(ID, chatId());
    }

    public Place place() {
        return new Place(channel(), topic == null ? null : group(), new CommunityRef(ID, chatId()));
    }

    public String chatId() {
        return Long.toString(chat);
    }

    /** Groups have negative ids. */
    public boolean isPrivate() {
        return chat > 0;
    }
}
