package dev.limner.gateway.desk;

import dev.limner.avatar.AvatarKind;
import dev.limner.command.IncomingFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * An image that came with a request. Its bytes are hostile, and not to be changed.
 *
 * @param kind what is followed of it, unless a tag says otherwise
 * @param weight unless a tag says otherwise
 */
public record Upload(String name, byte[] bytes, AvatarKind kind, double weight) implements IncomingFile {

    @Override
    public long claimedSize() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
