package dev.limner.chat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file that goes out; can be opened more than once. */
public interface Content {

    /** In bytes. */
    long size();

    InputStream open() throws IOException;

    /** Bytes in memory; not copied, so not to be changed afterwards. */
    static Content of(byte[] bytes) {
        return new Content() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
