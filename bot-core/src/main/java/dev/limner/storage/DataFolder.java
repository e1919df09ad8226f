package dev.limner.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder of the embedded database, held by one process at a time; nobody but its owner may read what it makes. */
final class DataFolder implements AutoCloseable {
    private static final String DATABASE = "limner.db";
    private static final String LOCK = "limner.lock";

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Makes the folder and its database file where they are missing, and holds them until it is closed. */
    static DataFolder hold(Path folder) {
        try {
            OwnFiles.makeFolder(folder);
            FileChannel channel =
                    FileChannel.open(makeFile(folder.resolve(LOCK)), StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                String holder = readHolder(channel);
                channel.close();
                throw new InUseException("LIMNER_DATA: " + folder + " is in use by another Limner" + holder
                        + "; stop it, or give this one a folder of its own");
            }
            writeHolder(channel);
            makeFile(folder.resolve(DATABASE));
            return new DataFolder(folder, channel);
        } catch (IOException e) {
            throw new StorageException(
                    "LIMNER_DATA: " + folder + " cannot be used as data folder (" + reason(e) + ")", e);
        }
    }

    Path database() {
        return folder.resolve(DATABASE);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new StorageException("LIMNER_DATA: " + folder + " cannot be released", e);
        }
    }

    private static Path makeFile(Path file) throws IOException {
        try {
            OwnFiles.makeFile(file);
        } catch (FileAlreadyExistsException there) {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(file.getFileName() + " is not a plain file", there);
            }
        }
        return file;
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String readHolder(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(20);
        channel.read(bytes, 0);
        String holder =
                StandardCharsets.US_ASCII.decode(bytes.flip()).toString().strip();
        return holder.matches("\\d+") ? " (process " + holder + ")" : "";
    }

    private static void writeHolder(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)), 0);
    }

    private static String reason(IOException failure) {
        String message = failure.getMessage();
        return failure.getClass().getSimpleName().replace("Exception", "") + (message == null ? "" : ": " + message);
    }
}
