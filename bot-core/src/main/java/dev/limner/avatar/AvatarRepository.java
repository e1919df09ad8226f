package dev.limner.avatar;

import dev.limner.chat.CommunityRef;
import dev.limner.chat.Place;
import dev.limner.chat.UserRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where avatars are kept. Thread-safe; blocks; durable on return. */
public interface AvatarRepository {

    /** Of a community, by name. */
    List<Avatar> list(CommunityRef community);

    Optional<Avatar> find(CommunityRef community, AvatarName name);

    /**
     * All that tags can mean in a place: what is kept for its channel alone, and of its community what is called
     * otherwise.
     */
    default List<Avatar> namedIn(Place place) {
        CommunityRef alone = CommunityRef.of(place.channel());
        List<Avatar> all = list(place.community());
        List<Avatar> own = alone.equals(place.community()) ? List.of() : list(alone);
        if (own.isEmpty()) {
            return all;
        }
        Set<AvatarName> hidden = own.stream().map(Avatar::name).collect(Collectors.toSet());
        return Stream.concat(own.stream(), all.stream().filter(avatar -> !hidden.contains(avatar.name())))
                .toList();
    }

    /** What a name means in a place, as in {@link #namedIn}. */
    default Optional<Avatar> named(Place place, AvatarName name) {
        return find(CommunityRef.of(place.channel()), name).or(() -> find(place.community(), name));
    }

    /** Adds a new one. @return false when the name is taken in its community, and then nothing changes */
    boolean add(Avatar avatar);

    /** Replaces description, sharing and image of one that exists; does nothing when it does not. */
    void update(Avatar avatar);

    /** @return false when {@code to} is taken or {@code from} is not there */
    boolean rename(CommunityRef community, AvatarName from, AvatarName to);

    void remove(CommunityRef community, AvatarName name);

    List<Avatar> ownedBy(UserRef owner);
}
