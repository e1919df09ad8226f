package dev.limner.command;

import java.io.IOException;
import java.io.InputStream;

/** A file that a person sent along. Name and size are claims, the bytes are hostile. */
public interface IncomingFile {

    String name();

    /** The claimed size in bytes, or -1. */
    long claimedSize();

    /**
     * Opens the bytes; the reader decides how many it takes.
     *
     * @throws FileTooLargeException when the platform does not hand out a file of that size
     */
    InputStream open() throws IOException;
}
