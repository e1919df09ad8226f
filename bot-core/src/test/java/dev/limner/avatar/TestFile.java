package dev.limner.avatar;

import dev.limner.command.IncomingFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A file as a person might send it. */
public record TestFile(String name, long claimedSize, byte[] bytes) implements IncomingFile {

    public static TestFile of(byte[] bytes) {
        return new TestFile("mira.png", bytes.length, bytes);
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
