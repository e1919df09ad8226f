package dev.limner.app.cli;

import dev.limner.storage.Database;
import dev.limner.storage.InUseException;
import dev.limner.storage.OwnFiles;
import dev.limner.storage.StorageException;
import dev.limner.storage.StorageSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code doctor} looks at on this machine. */
final class HostChecks {
    /** Less is soon full of pictures; bytes. */
    private static final long LITTLE_SPACE = 200L << 20;

    private static final Check RUNNING = Check.well("database", "in use by a running Limner, so not opened here");

    private HostChecks() {}

    static Check space(Path data) {
        try {
            OwnFiles.makeFolder(data);
            if (!Files.isWritable(data)) {
                return Check.fault(
                        "data folder", data + " cannot be written", "let this user own it, or set LIMNER_DATA");
            }
            long free = Files.getFileStore(data).getUsableSpace();
            String finding = data + ", " + (free >> 20) + " MB free";
            return free < LITTLE_SPACE
                    ? Check.fault("data folder", finding, "make room on that disk, or set LIMNER_DATA to another")
                    : Check.well("data folder", finding);
        } catch (IOException e) {
            return Check.fault(
                    "data folder", data + " cannot be made (" + e + ")", "set LIMNER_DATA to a folder of yours");
        }
    }

    static Check database(Path data) {
        try (Database database = Database.open(StorageSettings.in(data))) {
            database.catchUp();
            return Check.well("database", "opens, tables up to date");
        } catch (InUseException running) {
            return RUNNING;
        } catch (StorageException e) {
            // its message names what to mend
            return new Check("database", false, List.of(String.valueOf(e.getMessage())), List.of());
        }
    }

    /** Whether this is the database of a Limner that runs, and so has its ports. */
    static boolean isRunning(Check database) {
        return database.equals(RUNNING);
    }

    static Check webChat(@Nullable Integer port, boolean running) {
        return port == null
                ? Check.well("web chat", "off")
                : port("web chat", "WEBCHAT_PORT", InetAddress.getLoopbackAddress(), port, running);
    }

    /**
     * @param key what sets the port
     * @param running whether a Limner runs, which would have ended at its start had it not got the port
     */
    static Check port(String what, String key, InetAddress host, int port, boolean running) {
        String at = host.isLoopbackAddress() ? "" : " at " + host.getHostAddress();
        try (ServerSocket socket = new ServerSocket(port, 1, host)) {
            return Check.well(
                    what, "port " + (port == 0 ? "any, such as " + socket.getLocalPort() : port) + at + " is free");
        } catch (IOException e) {
            if (running) {
                return Check.well(what, "port " + port + at + " is in use, as it is while Limner runs");
            }
            return Check.fault(
                    what,
                    "port " + port + at + " is taken",
                    "stop what listens there, or set " + key + " to another (0 picks one)");
        }
    }
}
