package dev.limner.app.cli;

import dev.limner.storage.OwnFiles;
import java.io.IOException;
import java.nio.file.Path;

/** Turns on the log files of a running bot. Other commands log warnings only, to standard error. */
final class LogFiles {
    private LogFiles() {}

    /** Must come before anything logs, since that is when Logback reads its configuration. */
    static void writeTo(Path data) throws CannotException {
        Path logs = data.resolve("logs");
        try {
            OwnFiles.makeFolder(data);
            OwnFiles.makeInnerFolder(logs);
        } catch (IOException e) {
            throw new CannotException("LIMNER_DATA: " + logs + " cannot be made; check who owns " + data, e);
        }
        System.setProperty("limner.logs", logs.toString());
        System.setProperty("logback.configurationFile", "logback-run.xml");
    }
}
