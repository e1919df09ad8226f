package dev.limner.storage;

import dev.limner.avatar.AvatarRepository;
import dev.limner.avatar.ImageStore;
import dev.limner.avatar.ImageStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqlImageStoreTest extends ImageStoreContract {
    @RegisterExtension
    final DatabaseExtension storage = new DatabaseExtension();

    @Override
    protected ImageStore images() {
        return new SqlImageStore(storage.database());
    }

    @Override
    protected AvatarRepository avatars() {
        return new SqlAvatars(storage.database());
    }
}
