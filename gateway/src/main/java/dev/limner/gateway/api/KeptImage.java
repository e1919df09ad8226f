package dev.limner.gateway.api;

import dev.limner.avatar.ImageHash;
import dev.limner.avatar.ImageStore;
import dev.limner.chat.Content;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** An avatar's image, read from the store when it is opened: many that wait to be sent cost no memory. */
record KeptImage(ImageStore images, ImageHash hash, long size) implements Content {

    /** Blocks. */
    @Override
    public InputStream open() throws IOException {
        return new ByteArrayInputStream(images.get(hash)
                .orElseThrow(() -> new FileNotFoundException("the image is no longer kept"))
                .bytes());
    }
}
