package dev.limner.storage;

import dev.limner.avatar.AvatarRepository;
import dev.limner.avatar.AvatarRepositoryContract;
import dev.limner.avatar.ImageStore;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqlAvatarsTest extends AvatarRepositoryContract {
    @RegisterExtension
    final DatabaseExtension storage = new DatabaseExtension();

    @Override
    protected AvatarRepository avatars() {
        return new SqlAvatars(storage.database());
    }

    @Override
    protected ImageStore images() {
        return new SqlImageStore(storage.database());
    }
}
