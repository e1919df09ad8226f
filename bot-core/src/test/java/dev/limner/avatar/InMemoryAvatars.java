package dev.limner.avatar;

import dev.limner.chat.CommunityRef;
import dev.limner.chat.UserRef;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Avatars for as long as a test runs. */
public final class InMemoryAvatars implements AvatarRepository {
    private final Map<Key, Avatar> avatars = new HashMap<>();

    private record Key(CommunityRef community, AvatarName name) {}

    @Override
    public synchronized List<Avatar> list(CommunityRef community) {
        return avatars.values().stream()
                .filter(a -> a.community().equals(community))
                .sorted(Comparator.comparing(a -> a.name().value()))
                .toList();
    }

    @Override
    public synchronized Optional<Avatar> find(CommunityRef community, AvatarName name) {
        return Optional.ofNullable(avatars.get(new Key(community, name)));
    }

    @Override
    public synchronized boolean add(Avatar avatar) {
        return avatars.putIfAbsent(key(avatar), avatar) == null;
    }

    @Override
    public synchronized void update(Avatar avatar) {
        avatars.computeIfPresent(
                key(avatar),
                (key, old) -> new Avatar(
                        old.community(),
                        old.kind(),
                        old.name(),
                        avatar.image(),
                        avatar.width(),
                        avatar.height(),
                        old.owner(),
                        avatar.shared(),
                        avatar.description(),
                        old.added()));
    }

    @Override
    public synchronized boolean rename(CommunityRef community, AvatarName from, AvatarName to) {
        Avatar old = avatars.get(new Key(community, from));
        if (old == null || avatars.containsKey(new Key(community, to))) {
            return false;
        }
        avatars.remove(key(old));
        return add(new Avatar(
                old.community(),
                old.kind(),
                to,
                old.image(),
                old.width(),
                old.height(),
                old.owner(),
                old.shared(),
                old.description(),
                old.added()));
    }

    @Override
    public synchronized void remove(CommunityRef community, AvatarName name) {
        avatars.remove(new Key(community, name));
    }

    @Override
    public synchronized List<Avatar> ownedBy(UserRef owner) {
        return avatars.values().stream().filter(a -> owner.equals(a.owner())).toList();
    }

    /** The images that avatars refer to. */
    public synchronized Set<ImageHash> images() {
        return avatars.values().stream().map(Avatar::image).collect(Collectors.toSet());
    }

    private static Key key(Avatar avatar) {
        return new Key(avatar.community(), avatar.name());
    }
}
