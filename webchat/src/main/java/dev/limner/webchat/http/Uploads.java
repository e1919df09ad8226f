package dev.limner.webchat.http;

import dev.limner.command.IncomingFile;
import dev.limner.storage.OwnFiles;
import dev.limner.webchat.transcript.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files on their way into a command, in a folder of their own: first the bytes are sent, then the command names them.
 * Few are kept, and the oldest gives way; what a process that was killed left there goes at the next start. Thread-safe.
 */
final class Uploads implements AutoCloseable {
    static final long MAX_BYTES = 32L << 20;
    private static final int KEPT = 16;
    private static final int BUFFER = 1 << 16;
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final Path folder;
    private final Map<String, Upload> byId = new LinkedHashMap<>();

    /** @param folder nobody else's; made where it is missing, emptied where it is not */
    Uploads(Path folder) throws IOException {
        this.folder = folder;
        OwnFiles.makeInnerFolder(folder);
        try (Stream<Path> left = Files.list(folder)) {
            left.forEach(Uploads::delete);
        }
    }

    /** A file of one session; opening it fails when newer ones took its place. */
    record Upload(Session session, String name, Path path, long claimedSize) implements IncomingFile {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }

    String take(Session session, String name, InputStream bytes) throws IOException, Refusal {
        String id = Ids.next();
        Path path = folder.resolve(id);
        try {
            long size = copy(bytes, path);
            keep(id, new Upload(session, name, path, size));
            return id;
        } catch (IOException | Refusal e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    synchronized IncomingFile get(Session session, String id) throws Refusal {
        Upload upload = byId.get(id);
        if (upload == null || upload.session() != session) {
            throw new Refusal(410, "The file is no longer here. Attach it again.");
        }
        return upload;
    }

    private static long copy(InputStream bytes, Path path) throws IOException, Refusal {
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = OwnFiles.newFile(path)) {
            for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
                size += n;
                if (size > MAX_BYTES) {
                    throw new Refusal(413, "The file is larger than 32 MB. Make it smaller first.");
                }
                out.write(buffer, 0, n);
            }
        }
        return size;
    }

    private synchronized void keep(String id, Upload upload) {
        byId.put(id, upload);
        Iterator<Upload> eldest = byId.values().iterator();
        while (byId.size() > KEPT) {
            delete(eldest.next().path());
            eldest.remove();
        }
    }

    @Override
    public synchronized void close() {
        byId.values().forEach(upload -> delete(upload.path()));
        byId.clear();
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("temporary file not deleted: {}", e.toString());
        }
    }
}
