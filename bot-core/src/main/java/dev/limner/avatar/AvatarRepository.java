package dev.limner.avatar;

import dev.limner.chat.CommunityRef;
import dev.limner.chat.UserRef;
import java.util.List;
import java.util.Optional;

/** Where avatars are kept. Thread-safe; blocks; durable on return. */
public interface AvatarRepository {

    /** Of a community, by name. */
    List<Avatar> list(CommunityRef community);

    Optional<Avatar> find(CommunityRef community, AvatarName name);

    /** Adds a new one. @return false when the name is taken in its community, and then nothing changes */
    boolean add(Avatar avatar);

    /** Replaces description, sharing and image of one that exists; does nothing when it does not. */
    void update(Avatar avatar);

    /** @return false when {@code to} is taken or {@code from} is not there */
    boolean rename(CommunityRef community, AvatarName from, AvatarName to);

    void remove(CommunityRef community, AvatarName name);

    List<Avatar> ownedBy(UserRef owner);
}
