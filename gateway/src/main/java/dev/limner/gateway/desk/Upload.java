package dev.limner.gateway.desk;

import dev.limner.avatar.AvatarKind;
import dev.limner.command.IncomingFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * An image that came with a request. Its bytes are hostile, and not to be changed.
 *
 * @param bytes with the image in them, as in a request's body
 * @param from where it begins
 * @param length of the image
 * @param kind what is followed of it, unless a tag says otherwise
 * @param weight unless a tag says otherwise
 */
public record Upload(String name, byte[] bytes, int from, int length, AvatarKind kind, double weight)
        implements IncomingFile {

    /** An image that is all of its bytes. */
    public Upload(String name, byte[] bytes, AvatarKind kind, double weight) {
        this(name, bytes, 0, bytes.length, kind, weight);
    }

    @Override
    public long claimedSize() {
        return length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes, from, length);
    }

    byte[] digest() {
        MessageDigest digest = Hashes.sha256();
        digest.update(bytes, from, length);
        return digest.digest();
    }
}
