package dev.limner.gateway.desk;

import dev.limner.avatar.ImageHash;
import dev.limner.avatar.ImageStore;
import dev.limner.chat.Content;
import dev.limner.image.Picture;
import dev.limner.image.PictureCheck;
import dev.limner.image.UnusablePictureException;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/**
 * A picture as it was posted, read from the store whenever it is opened: many that wait to be sent cost no memory.
 *
 * @param size in bytes, as it was posted
 * @param metadata whether it is posted with what the image server wrote into it
 */
record StoredPicture(ImageStore images, ImageHash hash, boolean metadata, long size) implements Content {

    /** Blocks. */
    @Override
    public InputStream open() throws IOException {
        byte[] bytes = images.get(hash)
                .orElseThrow(() -> new FileNotFoundException("the picture is no longer kept"))
                .bytes();
        try {
            return new ByteArrayInputStream(posted(bytes, metadata).bytes());
        } catch (UnusablePictureException e) {
            throw new IOException("a stored picture was checked before", e);
        }
    }

    static Picture posted(byte[] stored, boolean metadata) throws UnusablePictureException {
        Picture picture = PictureCheck.checkedBefore(stored);
        return metadata ? picture : PictureCheck.withoutMetadata(picture);
    }
}
