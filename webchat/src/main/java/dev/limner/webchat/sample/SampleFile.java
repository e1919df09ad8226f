package dev.limner.webchat.sample;

import dev.limner.command.IncomingFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.Supplier;

/** A picture of the sample, drawn when it is opened. */
record SampleFile(String name, Supplier<byte[]> drawing) implements IncomingFile {

    @Override
    public long claimedSize() {
        return -1;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(drawing.get());
    }
}
