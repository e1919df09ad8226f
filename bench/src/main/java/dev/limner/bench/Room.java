package dev.limner.bench;

import dev.limner.chat.Author;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.MessageRef;
import dev.limner.chat.Place;
import dev.limner.chat.UserRef;
import java.time.Instant;
import java.util.Map;

/** Channels and what is posted there. */
final class Room {
    private static final CommunityRef TOWN = new CommunityRef(SilentPlatform.ID, "town");

    private Room() {}

    static Place number(int number) {
        return new Place(new ChannelRef(SilentPlatform.ID, "room-" + number), null, TOWN);
    }

    static MessagePosted message(Place place, long id) {
        int writer = (int) (id % 5);
        return new MessagePosted(
                place,
                new MessageRef(place.channel(), Long.toString(id)),
                new Author(Author.Kind.PERSON, new UserRef(SilentPlatform.ID, "writer-" + writer), "Writer " + writer),
                "Bramina lifts the lantern and waits at the foot of the stair. \"Mind the third step, Celdric.\"",
                Map.of(),
                Instant.EPOCH.plusMillis(id));
    }
}
