package dev.limner.discord;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatEvent;
import dev.limner.chat.ChatEvent.ChannelDeleted;
import dev.limner.chat.ChatEvent.CommunityLeft;
import dev.limner.chat.ChatEvent.MessageDeleted;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.MessageRef;
import dev.limner.chat.Place;
import java.util.List;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * Messages, channels and servers that go, as the gateway tells of them. JDA's own events would not do: of what it does not
 * keep, such as archived threads, it tells nothing. Pure.
 */
final class Deletions {
    private static final String SERVER = "guild_id";

    private Deletions() {}

    /**
     * @param type of an event of the gateway, of any kind
     * @param told its data
     */
    static List<ChatEvent> of(String type, DataObject told) {
        return switch (type) {
            case "MESSAGE_DELETE" -> messages(told, Stream.of(told.getString("id")));
            case "MESSAGE_DELETE_BULK" -> messages(told, told.getArray("ids").stream(DataArray::getString));
            case "CHANNEL_DELETE", "THREAD_DELETE" ->
                isOfServer(told) ? List.of(new ChannelDeleted(place(told, "id"))) : List.of();
            // a server that is only unavailable comes back
            case "GUILD_DELETE" ->
                told.getBoolean("unavailable", false) ? List.of() : List.of(new CommunityLeft(server(told, "id")));
            default -> List.of();
        };
    }

    private static List<ChatEvent> messages(DataObject told, Stream<String> ids) {
        if (!isOfServer(told)) {
            return List.of();
        }
        Place place = place(told, "channel_id");
        return ids.<ChatEvent>map(id -> new MessageDeleted(place, new MessageRef(place.channel(), id)))
                .toList();
    }

    private static boolean isOfServer(DataObject told) {
        return !told.isNull(SERVER);
    }

    /** What it hangs under is of no account for what is gone. */
    private static Place place(DataObject told, String channel) {
        ChannelRef gone = Ids.channel(told.getUnsignedLong(channel));
        return new Place(gone, null, server(told, SERVER));
    }

    private static CommunityRef server(DataObject told, String key) {
        return new CommunityRef(Discord.ID, told.getString(key));
    }
}
