package dev.limner.storage;

import dev.limner.avatar.ImageHash;
import dev.limner.avatar.ImageStore;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Images in {@code image}. Those of avatars and of illustrations count as referred to. */
public final class SqlImageStore implements ImageStore {
    private static final String UNREFERENCED = """
            not exists (select 1 from avatar where avatar.image = image.hash)
            and not exists (select 1 from illustration where illustration.picture = image.hash)
            """;

    private final Database database;

    public SqlImageStore(Database database) {
        this.database = database;
    }

    @Override
    public ImageHash put(byte[] bytes, String mediaType) {
        ImageHash hash = ImageHash.of(bytes);
        StoredImage image = new StoredImage(bytes, mediaType);
        database.writeNow(handle -> put(handle, hash, image));
        return hash;
    }

    /** As part of another unit of work. */
    static int put(Handle handle, ImageHash hash, StoredImage image) {
        return handle.execute(
                "insert into image (hash, media_type, content) values (?, ?, ?) on conflict (hash) do nothing",
                hash.value(),
                image.mediaType(),
                image.bytes());
    }

    @Override
    public Optional<StoredImage> get(ImageHash hash) {
        return database.read(
                handle -> handle.select("select content, media_type from image where hash = ?", hash.value())
                        .map((row, context) -> new StoredImage(row.getBytes(1), row.getString(2)))
                        .findOne());
    }

    @Override
    public int removeUnreferenced() {
        return database.writeNow(handle -> handle.execute("delete from image where " + UNREFERENCED));
    }

    @Override
    public void removeIfUnreferenced(ImageHash hash) {
        database.writeNow(
                handle -> handle.execute("delete from image where hash = ? and " + UNREFERENCED, hash.value()));
    }
}
