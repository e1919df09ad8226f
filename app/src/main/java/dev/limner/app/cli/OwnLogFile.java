package dev.limner.app.cli;

import ch.qos.logback.core.rolling.RollingFileAppender;
import dev.limner.storage.OwnFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;

/** A log file that nobody but its owner may read: it names channels and people. Named in {@code logback-run.xml}. */
public final class OwnLogFile<E> extends RollingFileAppender<E> {
    @Override
    public void openFile(String name) throws IOException {
        try {
            OwnFiles.makeFile(new File(name).toPath());
        } catch (FileAlreadyExistsException there) {
            // it goes on, and was made like this
        }
        super.openFile(name);
    }
}
